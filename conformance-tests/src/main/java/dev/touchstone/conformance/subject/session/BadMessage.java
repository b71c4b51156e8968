package dev.touchstone.conformance.subject.session;

/** A line is no message of the protocol; the text is a clause that says why. */
public final class BadMessage extends Exception {
  private static final long serialVersionUID = 1L;

  BadMessage(String message) {
    super(message);
  }
}
