package dev.touchstone.conformance.subject.process;

import java.util.OptionalInt;

/**
 * How a process ended.
 *
 * @param code its exit code; absent if it could not be ended
 */
public record ExitStatus(OptionalInt code) {
  /** A process that a signal ended shows this and the signal's number as its exit code. */
  private static final int SIGNALS = 128;

  /** Larger codes are the program's own again: 255 is a common one for an uncaught error. */
  private static final int LAST_SIGNAL = 64;

  /** Whether a signal ended it. */
  public boolean killedBySignal() {
    int signal = code.orElse(0) - SIGNALS;
    return signal > 0 && signal <= LAST_SIGNAL;
  }

  /** How the process ended, for messages. */
  public String text() {
    if (code.isEmpty()) {
      return "it did not end";
    }
    int shown = code.getAsInt();
    return killedBySignal() ? "killed by signal " + (shown - SIGNALS) : "exit code " + shown;
  }
}
