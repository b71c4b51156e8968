package dev.touchstone.vm.api;

import java.time.Duration;

/**
 * What a run may use. Reaching a limit ends the run as {@link Completion.Exhausted}; the guest
 * cannot catch it.
 *
 * @param steps procedure calls, at least 1
 * @param stackSlots values on the value stack, at least 1
 * @param frames pending calls, at least 1
 * @param outputBytes bytes written, in UTF-8, at least 0
 * @param time wall time
 */
public record Limits(long steps, long stackSlots, long frames, long outputBytes, Duration time) {
  /**
   * Limits that no ordinary program reaches: no bound on steps or time, 50 million slots and
   * frames, 1 GiB of output.
   */
  public static final Limits GENEROUS =
      new Limits(Long.MAX_VALUE, 50_000_000, 50_000_000, 1L << 30, Duration.ofDays(365));
}
