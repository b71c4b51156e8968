package dev.touchstone.conformance.subject.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the program that a command names. */
public final class Programs {
  private Programs() {}

  /**
   * The file that the name stands for, if it can be executed: a name without a slash is looked up
   * in the search path, any other relative to the directory.
   *
   * @param searchPath directories as {@code PATH} lists them
   */
  public static Optional<Path> find(String name, Path directory, String searchPath) {
    if (name.contains("/")) {
      return Optional.of(directory.resolve(name).toAbsolutePath()).filter(Programs::isProgram);
    }
    for (String entry : searchPath.split(File.pathSeparator, -1)) {
      Path candidate = Path.of(entry).resolve(name).toAbsolutePath();
      if (isProgram(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }
}
