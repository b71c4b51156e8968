package dev.touchstone.vm.machine;

/**
 * What a run may use, and whom it asks now and then whether to go on.
 *
 * @param steps procedure calls
 * @param stackSlots slots of the value stack
 * @param frames pending calls
 * @param poll called every few thousand steps; throws {@link Exhaustion} to end the run
 */
public record Bounds(long steps, int stackSlots, int frames, Runnable poll) {}
