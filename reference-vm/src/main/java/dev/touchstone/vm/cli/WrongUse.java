package dev.touchstone.vm.cli;

/** The command line makes no sense; the message says why in one sentence. */
final class WrongUse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongUse(String message) {
    super(message, null, false, false);
  }
}
