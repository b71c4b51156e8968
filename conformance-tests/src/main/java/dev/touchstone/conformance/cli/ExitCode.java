package dev.touchstone.conformance.cli;

/** The exit codes of every command. */
final class ExitCode {
  /** Everything is as expected. */
  static final int OK = 0;

  /** Cases failed. */
  static final int FAILURES = 1;

  /** Wrong use, a broken corpus, a broken subject. */
  static final int WRONG_USE = 2;

  /** Nothing was selected, or nothing of what was selected could be run. */
  static final int NOTHING = 3;

  private ExitCode() {}
}
