package dev.touchstone.vm.cli.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the session keeps what outlives it (XDG Base Directory Specification). */
final class StateFiles {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rwx------");

  private StateFiles() {}

  /** The user's home. */
  static Path home(Map<String, String> environment) {
    Path stated = absolute(environment.get("HOME"));
    return stated != null ? stated : Path.of(System.getProperty("user.home", "."));
  }

  /** The file of the history: below {@code XDG_STATE_HOME}, if that is an absolute path. */
  static Path history(Map<String, String> environment) {
    Path stated = absolute(environment.get("XDG_STATE_HOME"));
    Path state = stated != null ? stated : home(environment).resolve(".local").resolve("state");
    return state.resolve("touchstone").resolve("history");
  }

  private static @Nullable Path absolute(@Nullable String path) {
    return path != null && path.startsWith("/") ? Path.of(path) : null;
  }

  /**
   * Makes the directory of a file, for its owner alone, and sees whether the file can be written.
   *
   * @throws IOException if it cannot
   */
  static void prepare(Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory != null && !Files.isDirectory(directory)) {
      boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
      if (posix) {
        Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER));
      } else {
        Files.createDirectories(directory);
      }
    }
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    if (!Files.isWritable(file)) {
      throw new IOException("it cannot be written");
    }
  }
}
