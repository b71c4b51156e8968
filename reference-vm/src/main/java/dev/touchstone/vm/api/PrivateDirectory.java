package dev.touchstone.vm.api;

import dev.touchstone.vm.machine.FileSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A directory that one run has for itself, and that ends with it. A run that is given no files has
 * none, and may touch none.
 */
public final class PrivateDirectory implements AutoCloseable {
  private final @Nullable Path directory;

  private PrivateDirectory(@Nullable Path directory) {
    this.directory = directory;
  }

  /**
   * A new directory with files in it.
   *
   * @param files texts by relative path
   * @throws IllegalArgumentException if a path leads outside
   */
  public static PrivateDirectory with(Map<String, String> files) {
    if (files.isEmpty()) {
      return new PrivateDirectory(null);
    }
    for (String path : files.keySet()) {
      if (!leadsInside(path)) {
        throw new IllegalArgumentException("The path " + path + " leads outside of the directory.");
      }
    }
    try {
      Path created = Files.createTempDirectory("touchstone-vm-").toRealPath();
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = created.resolve(file.getKey());
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, file.getValue());
      }
      return new PrivateDirectory(created);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lay out the files of a run", e);
    }
  }

  /** Whether a path is relative and stays below where it begins. */
  public static boolean leadsInside(String path) {
    return !path.isEmpty()
        && !path.contains("\0")
        && List.of(path.split("/", -1)).stream()
            .noneMatch(part -> part.isEmpty() || part.equals("..") || part.equals("."));
  }

  /** Its files, and no others. */
  public FileSystem files() {
    try {
      return directory == null ? FileSystem.NONE : JvmFiles.within(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("the directory of a run is gone", e);
    }
  }

  /** Deletes it and what is in it. */
  @Override
  public void close() {
    if (directory != null) {
      DirectoryTree.delete(directory);
    }
  }
}
