package dev.touchstone.conformance.subject.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The processes of a subject: those that wait for a run, and a bound on how many there are.
 * Thread-safe.
 */
final class WorkerPool implements AutoCloseable {
  /** What is waited before the second and the third start. */
  private static final List<Duration> BACK_OFF =
      List.of(Duration.ofMillis(100), Duration.ofMillis(400));

  private final Starter starter;
  private final Semaphore places;
  private final Deque<Worker> idle = new ArrayDeque<>();
  private volatile @Nullable NotStarted stopped;

  /**
   * A pool without processes.
   *
   * @param most how many processes there may be at a time
   */
  WorkerPool(Starter starter, int most) {
    this.starter = starter;
    this.places = new Semaphore(most, true);
  }

  /**
   * A process that can be sent a run. It goes back by {@link #giveBack}.
   *
   * @param fresh whether it must not have served any run
   * @throws NotStarted if none can be had; it is not tried again
   */
  Worker take(boolean fresh) throws NotStarted, InterruptedException {
    places.acquire();
    boolean taken = false;
    try {
      Worker worker = waiting(fresh);
      if (worker == null) {
        worker = start().worker();
      }
      taken = true;
      return worker;
    } finally {
      if (!taken) {
        places.release();
      }
    }
  }

  private @Nullable Worker waiting(boolean fresh) {
    while (true) {
      Worker worker;
      synchronized (idle) {
        worker = idle.poll();
      }
      if (worker == null || (worker.usable() && (!fresh || worker.served() == 0))) {
        return worker;
      }
      worker.close();
      if (fresh) {
        return null;
      }
    }
  }

  /** Starts a process, three times at most. */
  Starter.Started start() throws NotStarted, InterruptedException {
    NotStarted known = stopped;
    if (known != null) {
      throw known;
    }
    for (int failed = 0; ; failed++) {
      try {
        return starter.start();
      } catch (NotStarted failure) {
        if (failure.hopeless() || failed == BACK_OFF.size()) {
          NotStarted last = failure.hopeless() ? failure : afterAll(failure, failed + 1);
          stopped = last;
          throw last;
        }
        Thread.sleep(BACK_OFF.get(failed));
      }
    }
  }

  /** No process is started any more. */
  void stop(NotStarted why) {
    stopped = why;
    endAll();
  }

  private static NotStarted afterAll(NotStarted failure, int starts) {
    return new NotStarted(
        "it was started " + starts + " times and never got as far as `hello`: " + failure.why(),
        true);
  }

  /** Takes a process back, and ends it if it is of no more use. */
  void giveBack(Worker worker, boolean spent) {
    try {
      if (spent || !worker.usable()) {
        worker.close();
      } else {
        keep(worker);
      }
    } finally {
      places.release();
    }
  }

  /** Adds a process that waits for its first run. */
  void keep(Worker worker) {
    synchronized (idle) {
      idle.push(worker);
    }
  }

  /** Ends all processes that wait, then whatever is left. */
  @Override
  public void close() {
    endAll();
    starter.close();
  }

  private void endAll() {
    List<Worker> last;
    synchronized (idle) {
      last = new ArrayList<>(idle);
      idle.clear();
    }
    last.forEach(Worker::close);
  }
}
