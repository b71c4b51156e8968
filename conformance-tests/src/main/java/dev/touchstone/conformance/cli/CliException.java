package dev.touchstone.conformance.cli;

/** Ends a command with a sentence for its user. */
final class CliException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final String sentence;

  /** Ends the command with that sentence and that {@link ExitCode}. */
  CliException(int exitCode, String message) {
    super(message, null, false, false);
    this.exitCode = exitCode;
    this.sentence = message;
  }

  String sentence() {
    return sentence;
  }

  int exitCode() {
    return exitCode;
  }
}
