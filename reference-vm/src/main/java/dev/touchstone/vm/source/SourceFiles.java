package dev.touchstone.vm.source;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files that programs may consist of: libraries, and what is included. */
@FunctionalInterface
public interface SourceFiles {
  /**
   * The text of a file, or null if there is none that may be read.
   *
   * @param path with {@code /} between its parts; relative to where the host looks for files, or
   *     absolute
   */
  @Nullable String read(String path);

  /** Files that are given as texts, by path. */
  static SourceFiles of(Map<String, String> texts) {
    return Map.copyOf(texts)::get;
  }

  /** No files at all. */
  static SourceFiles none() {
    return _ -> null;
  }
}
