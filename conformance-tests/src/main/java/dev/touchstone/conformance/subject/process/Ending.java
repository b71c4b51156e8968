package dev.touchstone.conformance.subject.process;

/** Why the runner waits for a process no longer. */
public sealed interface Ending {
  /** It ended; a signal shows as 128 and its number. */
  record Exit(int code) implements Ending {}

  /** It wrote its end marker and still runs. */
  record Finished() implements Ending {}

  /** Its time is over. */
  record OverTime(long milliseconds) implements Ending {}

  /** It wrote more than it may. */
  record OverOutput() implements Ending {}

  /** It holds more memory than it may. */
  record OverMemory() implements Ending {}
}
