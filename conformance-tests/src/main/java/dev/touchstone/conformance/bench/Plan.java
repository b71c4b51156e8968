package dev.touchstone.conformance.bench;

import java.time.Duration;

/**
 * How it is measured.
 *
 * @param rounds how many times each participant has its turn with each program, at least 1
 * @param warmUp how many runs of the program in a process do not count, at least 0
 * @param runs how many after them do, at least 1
 * @param limit what one process may take
 * @param clock what is measured
 */
public record Plan(int rounds, int warmUp, int runs, Duration limit, Clock clock) {
  /** With fewer rounds the median is not worth much. */
  public static final int ENOUGH_ROUNDS = 5;

  /** Checks the numbers. */
  public Plan {
    if (rounds < 1 || warmUp < 0 || runs < 1 || limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("nothing would be measured");
    }
  }
}
