package dev.touchstone.conformance.dialect;

import dev.touchstone.vm.source.Span;

/** Ends a rendering: something has no counterpart in the other Lisp. */
final class Inexpressible extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final transient Span span;

  /** Something at a place has no counterpart, for that reason: a sentence without its full stop. */
  Inexpressible(String reason, Span span) {
    super(reason, null, false, false);
    this.reason = reason;
    this.span = span;
  }

  String reason() {
    return reason;
  }

  Span span() {
    return span;
  }
}
