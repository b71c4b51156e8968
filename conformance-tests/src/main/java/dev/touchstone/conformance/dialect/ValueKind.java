package dev.touchstone.conformance.dialect;

/** What the value of an expression can be, as far as its form tells. */
public enum ValueKind {
  /** {@code #t} or {@code #f}. */
  BOOLEAN,
  /** Anything but a truth value. */
  OTHER,
  /** Either. */
  UNKNOWN
}
