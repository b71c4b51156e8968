package dev.touchstone.vm.cli.repl;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Passes on to an evaluation that its user wants it to end. Thread-safe. */
final class Interrupts {
  private @Nullable Thread running;
  private int asked;

  /** Does something that may be asked to end while it runs. */
  <T> T during(Supplier<T> evaluation) {
    begin();
    try {
      return evaluation.get();
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    running = Thread.currentThread();
    asked = 0;
  }

  private synchronized void end() {
    running = null;
    // Asked too late: nothing else is to be interrupted by it.
    Thread.interrupted();
  }

  /**
   * Asks what runs to end.
   *
   * @return how often that has been asked now; 0 if nothing runs
   */
  synchronized int ask() {
    if (running == null) {
      return 0;
    }
    running.interrupt();
    return ++asked;
  }
}
