package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.subject.process.Ending;
import dev.touchstone.conformance.subject.process.ExitStatus;
import dev.touchstone.conformance.subject.process.Transcript;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What is left of a process that has ended.
 *
 * @param ending why the runner stopped waiting for it
 * @param output what it wrote to its standard output
 * @param errors what it wrote to its error stream, cut in the middle
 * @param exitCode of the process; absent if it could not be ended
 * @param notStarted why it never became the program that was meant
 * @param peakMemory where it was measured
 * @param milliseconds wall time
 */
record Seen(
    Ending ending,
    Transcript output,
    String errors,
    OptionalInt exitCode,
    Optional<String> notStarted,
    OptionalLong peakMemory,
    long milliseconds) {
  /** Whether a signal ended it. */
  boolean killedBySignal() {
    return new ExitStatus(exitCode).killedBySignal();
  }

  /** How the process ended, for messages. */
  String exitText() {
    return new ExitStatus(exitCode).text();
  }
}
