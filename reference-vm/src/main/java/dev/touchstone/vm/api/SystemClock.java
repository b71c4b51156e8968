package dev.touchstone.vm.api;

import dev.touchstone.vm.machine.WallClock;

/** The system's clock. */
public final class SystemClock implements WallClock {
  /** How far TAI is ahead of UTC, in seconds; so since 2017. */
  private static final double AHEAD_OF_UTC = 37;

  private final long start = System.nanoTime();

  @Override
  public double seconds() {
    return System.currentTimeMillis() / 1000.0 + AHEAD_OF_UTC;
  }

  @Override
  public long jiffies() {
    return System.nanoTime() - start;
  }
}
