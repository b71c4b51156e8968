package dev.touchstone.conformance.subject.process;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Lets one thread wait until something that others change has come true. Thread-safe. */
final class Bell {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();

  /** Tells the waiting thread to look again. */
  void ring() {
    lock.lock();
    try {
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the condition holds; false if the time is over first.
   *
   * @param condition reads only what is changed before a {@link #ring}
   */
  boolean await(BooleanSupplier condition, Duration time) throws InterruptedException {
    long left = time.toNanos();
    lock.lockInterruptibly();
    try {
      while (!condition.getAsBoolean()) {
        if (left <= 0) {
          return false;
        }
        left = rung.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }
}
