package dev.touchstone.conformance.corpus;

/**
 * A place in a file of the corpus or the spec.
 *
 * @param file the path as messages show it, relative to the root of its corpus, with {@code /}
 * @param line from 1
 * @param column from 1
 */
public record SourcePosition(String file, int line, int column) {
  /** {@code file:line:column}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
