package dev.touchstone.vm.source;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files that programs may consist of: libraries, and what is included or loaded. */
@FunctionalInterface
public interface SourceFiles {
  /**
   * The text of a file, or null if there is none that may be read.
   *
   * @param path with {@code /} between its parts; relative to where the host looks for files, or
   *     absolute
   * @throws NotTextException if the file is no text in UTF-8
   */
  @Nullable String read(String path) throws NotTextException;

  /**
   * A file as a source of that name, or null if there is none that may be read.
   *
   * @throws DiagnosticException phase {@code read}, if the file is no text in UTF-8
   */
  default @Nullable Source source(String path) {
    try {
      String text = read(path);
      return text == null ? null : Source.of(path, text);
    } catch (NotTextException e) {
      throw e.in(path);
    }
  }

  /** Whether there is such a file; it may turn out to be no text. */
  default boolean exists(String path) {
    try {
      return read(path) != null;
    } catch (NotTextException e) {
      return true;
    }
  }

  /** Files that are given as texts, by path. */
  static SourceFiles of(Map<String, String> texts) {
    return Map.copyOf(texts)::get;
  }

  /** No files at all. */
  static SourceFiles none() {
    return _ -> null;
  }
}
