package dev.touchstone.vm.machine;

/**
 * How many steps a run may still take (MACH-26). It is given them in portions, and before each its
 * host is asked whether to go on.
 */
final class Fuel {
  /** The steps of a portion. */
  private static final int PORTION = 8192;

  /** How many calls of primitives that may take long go by between two polls of the host. */
  private static final int BULK_INTERVAL = 8;

  private final Bounds bounds;

  /** What is left of the portion; whoever takes a step takes one away. */
  int left;

  private long granted;

  /** How many primitives that may take long have been called since the host was asked. */
  private int bulkCalls;

  Fuel(Bounds bounds) {
    this.bounds = bounds;
  }

  /** How many steps were taken. */
  long used() {
    return granted - left;
  }

  /**
   * Takes the next portion.
   *
   * @throws Exhaustion if there is none, or the host wants the run to end
   */
  void refill() {
    if (granted == bounds.steps()) {
      throw new Exhaustion(Exhaustion.STEPS);
    }
    bounds.poll().run();
    left = (int) Math.min(PORTION, bounds.steps() - granted);
    granted += left;
  }

  /**
   * A primitive that may take long is about to be called.
   *
   * @throws Exhaustion if the host wants the run to end
   */
  void bulkCall() {
    if (++bulkCalls == BULK_INTERVAL) {
      bulkCalls = 0;
      bounds.poll().run();
    }
  }
}
