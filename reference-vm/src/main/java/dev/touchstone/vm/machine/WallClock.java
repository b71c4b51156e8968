package dev.touchstone.vm.machine;

import java.util.concurrent.atomic.AtomicLong;

/** What tells a run the time. */
public interface WallClock {
  /** How many jiffies a second has. */
  long JIFFIES_PER_SECOND = 1_000_000_000;

  /** Seconds since the beginning of 1970, TAI. */
  double seconds();

  /** Jiffies since some moment before the run began; never fewer than the last time. */
  long jiffies();

  /**
   * A clock that has nothing to do with the time outside: it begins at 0, and each question takes a
   * millisecond.
   */
  static WallClock counting() {
    AtomicLong questions = new AtomicLong();
    return new WallClock() {
      @Override
      public double seconds() {
        return questions.getAndIncrement() / 1000.0;
      }

      @Override
      public long jiffies() {
        return questions.getAndIncrement() * (JIFFIES_PER_SECOND / 1000);
      }
    };
  }
}
