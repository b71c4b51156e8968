package dev.touchstone.reports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file so that a reader sees the old content or the new one, never a part of it. */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes a content piece by piece. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it. */
    void writeTo(Writer writer) throws IOException;
  }

  /**
   * Writes UTF-8 beside the file and then moves it there; missing directories are made.
   *
   * @throws IOException if that cannot be done; the old file is still there then
   */
  public static void write(Path file, Content content) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null) {
      throw new IOException(file + " is no file that can be written.");
    }
    Files.createDirectories(directory);
    Path part = directory.resolve("." + file.getFileName() + "." + ProcessHandle.current().pid());
    try {
      try (BufferedWriter writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
        content.writeTo(writer);
      }
      move(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
