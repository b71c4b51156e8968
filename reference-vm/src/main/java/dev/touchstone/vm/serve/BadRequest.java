package dev.touchstone.vm.serve;

/** A line is no message of the protocol. */
final class BadRequest extends Exception {
  private static final long serialVersionUID = 1L;

  BadRequest(String message) {
    super(message);
  }
}
