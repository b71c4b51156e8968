package dev.touchstone.conformance.subject.process;

import dev.touchstone.vm.api.DirectoryTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The directory of one run, which ends with it. */
public final class Workspace implements AutoCloseable {
  private final Path directory;

  private Workspace(Path directory) {
    this.directory = directory;
  }

  /** An empty directory that nobody else uses. */
  public static Workspace create() {
    try {
      return new Workspace(Files.createTempDirectory("touchstone-").toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a directory for a run", e);
    }
  }

  public Path directory() {
    return directory;
  }

  /** Writes files, by relative path. */
  public void writeAll(Map<String, String> files) {
    files.forEach(this::write);
  }

  /**
   * Writes a file in UTF-8.
   *
   * @param name a relative path that stays inside
   */
  public Path write(String name, String text) {
    return write(name, Bytes.utf8(text));
  }

  /** Writes a file, which can be executed if it begins like a script. */
  public void writeProgram(String name, byte[] bytes) {
    Path file = write(name, bytes);
    if (bytes.length > 1
        && bytes[0] == '#'
        && bytes[1] == '!'
        && !file.toFile().setExecutable(true)) {
      throw new IllegalStateException("cannot make a program of " + file);
    }
  }

  private Path write(String name, byte[] bytes) {
    Path file = directory.resolve(name).normalize();
    if (!file.startsWith(directory) || file.equals(directory)) {
      throw new IllegalArgumentException("a file of a case lies outside its directory: " + name);
    }
    try {
      Path parent = file.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a file of a case: " + name, e);
    }
  }

  /** Deletes everything. What a program has made undeletable stays. */
  @Override
  public void close() {
    DirectoryTree.delete(directory);
  }
}
