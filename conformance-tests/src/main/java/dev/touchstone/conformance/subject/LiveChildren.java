package dev.touchstone.conformance.subject;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The processes that run now; they are killed if this Java process ends before them. */
final class LiveChildren implements AutoCloseable {
  private final Set<ChildProcess> running = ConcurrentHashMap.newKeySet();
  private final Thread hook = new Thread(this::killAll, "touchstone-kill-children");

  LiveChildren() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Notes a process until the entry is closed. */
  Entry add(ChildProcess child) {
    running.add(child);
    return () -> running.remove(child);
  }

  /** The time for which a process is noted. */
  @FunctionalInterface
  interface Entry extends AutoCloseable {
    @Override
    void close();
  }

  private void killAll() {
    running.forEach(ChildProcess::killAtExit);
  }

  @Override
  public void close() {
    killAll();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The hook runs already.
    }
  }
}
