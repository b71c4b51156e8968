package dev.touchstone.conformance.corpus;

import java.util.Map;

/** What a case runs. */
public sealed interface Program {
  /**
   * Scheme source. {@code main} is the program; {@code files} are laid beside it, by relative path;
   * often none.
   */
  record Scheme(String main, Map<String, String> files) implements Program {
    /** Copies the files. */
    public Scheme {
      files = Map.copyOf(files);
    }
  }

  /** Text in the assembly form of the canonical instructions (feature {@code bytecode}). */
  record Assembly(String text) implements Program {}
}
