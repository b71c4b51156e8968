package dev.touchstone.conformance.corpus;

/** A mistake in the corpus or the spec. */
public record Problem(SourcePosition position, String message) {
  /** {@code file:line:column: message}. */
  @Override
  public String toString() {
    return position + ": " + message;
  }
}
