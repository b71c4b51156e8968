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
 * @param allocatedBytes bytes of memory that are allocated, garbage included, at least 1; as the
 *     host counts them, now and then
 * @param time wall time
 */
public record Limits(
    long steps,
    long stackSlots,
    long frames,
    long outputBytes,
    long allocatedBytes,
    Duration time) {
  /**
   * Limits that no ordinary program reaches: no bound on steps, allocation or time, 50 million
   * slots and frames, 1 GiB of output.
   */
  public static final Limits GENEROUS =
      new Limits(
          Long.MAX_VALUE, 50_000_000, 50_000_000, 1L << 30, Long.MAX_VALUE, Duration.ofDays(365));

  /** The same but for the steps. */
  public Limits withSteps(long most) {
    return new Limits(most, stackSlots, frames, outputBytes, allocatedBytes, time);
  }

  /** The same but for the slots of the value stack and the pending calls. */
  public Limits withStack(long mostSlots, long mostFrames) {
    return new Limits(steps, mostSlots, mostFrames, outputBytes, allocatedBytes, time);
  }

  /** The same but for the output. */
  public Limits withOutput(long most) {
    return new Limits(steps, stackSlots, frames, most, allocatedBytes, time);
  }

  /** The same but for the allocation. */
  public Limits withAllocation(long most) {
    return new Limits(steps, stackSlots, frames, outputBytes, most, time);
  }

  /** The same but for the time. */
  public Limits withTime(Duration most) {
    return new Limits(steps, stackSlots, frames, outputBytes, allocatedBytes, most);
  }
}
