package dev.touchstone.conformance.subject;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What is left of a process that has ended.
 *
 * @param ending why the runner stopped waiting for it
 * @param output what it wrote to its standard output, cut at the limit
 * @param errors what it wrote to its error stream, cut in the middle
 * @param exitCode of the process; absent if it could not be ended
 * @param notStarted why it never became the program that was meant
 * @param peakMemory where it was measured
 * @param milliseconds wall time
 */
@SuppressWarnings("ArrayRecordComponent") // private to the package; nobody changes the bytes
record Seen(
    Ending ending,
    byte[] output,
    String errors,
    OptionalInt exitCode,
    Optional<String> notStarted,
    OptionalLong peakMemory,
    long milliseconds) {
  /** A process that a signal ended shows this and the signal's number as its exit code. */
  private static final int SIGNALS = 128;

  /** Larger codes are the program's own again: 255 is a common one for an uncaught error. */
  private static final int LAST_SIGNAL = 64;

  /** Whether a signal ended it. */
  boolean killedBySignal() {
    int signal = exitCode.orElse(0) - SIGNALS;
    return signal > 0 && signal <= LAST_SIGNAL;
  }

  /** How the process ended, for messages. */
  String exitText() {
    if (exitCode.isEmpty()) {
      return "it did not end";
    }
    int code = exitCode.getAsInt();
    return killedBySignal() ? "killed by signal " + (code - SIGNALS) : "exit code " + code;
  }
}
