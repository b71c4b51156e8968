package dev.touchstone.vm.api;

import dev.touchstone.vm.source.NotTextException;
import dev.touchstone.vm.source.SourceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of some directories, and of those in them, for the texts that a program consists of
 * (spec decision 015). Neither {@code ..} nor a symbolic link leads out of them. To read them as
 * program text is no grant: the program's own procedures do not see them.
 */
public final class ProgramFiles implements SourceFiles {
  private final List<Path> directories;
  private final SourceFiles everywhere = new GrantedSources(JvmFiles.everywhere());

  /**
   * The files below directories.
   *
   * @param directories relative to that of the process, or absolute; an empty one is that of the
   *     process
   * @throws InvalidPathException if one is no path on this system
   */
  public ProgramFiles(List<String> directories) {
    this.directories = directories.stream().map(ProgramFiles::place).toList();
  }

  private static Path place(String path) {
    return Path.of(path).toAbsolutePath().normalize();
  }

  @Override
  public @Nullable String read(String path) throws NotTextException {
    try {
      Path file = place(path).toRealPath();
      return isWithin(file) ? everywhere.read(file.toString()) : null;
    } catch (InvalidPathException | IOException e) {
      return null;
    }
  }

  private boolean isWithin(Path file) throws IOException {
    for (Path directory : directories) {
      if (Files.isDirectory(directory) && file.startsWith(directory.toRealPath())) {
        return true;
      }
    }
    return false;
  }
}
