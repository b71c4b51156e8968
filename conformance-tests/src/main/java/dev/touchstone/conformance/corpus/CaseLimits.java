package dev.touchstone.conformance.corpus;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Limits that a case sets itself; absent ones are the subject's.
 *
 * @param time wall time of one run
 * @param steps procedure calls; reaching it is the outcome {@code exhausted}
 * @param output bytes of output
 */
public record CaseLimits(Optional<Duration> time, OptionalLong steps, OptionalLong output) {
  /** No limits of its own. */
  public static final CaseLimits NONE =
      new CaseLimits(Optional.empty(), OptionalLong.empty(), OptionalLong.empty());
}
