package dev.touchstone.vm.machine;

import org.jspecify.annotations.Nullable;

/**
 * What a run may use, and whom it asks now and then whether to go on.
 *
 * @param steps procedure calls
 * @param stackSlots slots of the value stack
 * @param frames pending calls
 * @param poll called every few thousand steps; throws {@link Exhaustion} to end the run
 * @param translator of what is executed often, or null if the loop executes everything
 */
public record Bounds(
    long steps, int stackSlots, int frames, Runnable poll, @Nullable Translator translator) {
  /** Bounds of a run without translation. */
  public Bounds(long steps, int stackSlots, int frames, Runnable poll) {
    this(steps, stackSlots, frames, poll, null);
  }
}
