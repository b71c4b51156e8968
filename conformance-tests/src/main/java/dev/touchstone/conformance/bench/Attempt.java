package dev.touchstone.conformance.bench;

/** What came of one process. */
sealed interface Attempt {
  /**
   * All results were right.
   *
   * @param nanoseconds by the clock of the plan
   */
  record Done(long nanoseconds) implements Attempt {}

  /** There is no time. */
  record Failed(Failure failure) implements Attempt {}
}
