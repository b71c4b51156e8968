package dev.touchstone.vm.cli.repl;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Passes on to an evaluation that its user wants it to end. Thread-safe. */
final class Interrupts {
  /** After how many unheard requests to end an evaluation the session ends instead. */
  private static final int MOST_REQUESTS = 3;

  /** What a shell reports of a process that was interrupted. */
  private static final int INTERRUPTED = 130;

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
   * Somebody has typed Ctrl-C: what runs is to end; if it does not hear, in the end the process.
   *
   * @param idle what is done if nothing runs
   */
  void ask(Screen screen, Runnable idle) {
    int times = ask();
    if (times == 0) {
      idle.run();
      return;
    }
    screen.echoed();
    if (times == MOST_REQUESTS - 1) {
      screen.note("this cannot be interrupted; Ctrl-C once more ends the session");
    } else if (times >= MOST_REQUESTS) {
      System.exit(INTERRUPTED);
    }
  }

  /**
   * Asks what runs to end.
   *
   * @return how often that has been asked now; 0 if nothing runs
   */
  private synchronized int ask() {
    if (running == null) {
      return 0;
    }
    running.interrupt();
    return ++asked;
  }
}
