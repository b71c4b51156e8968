package dev.touchstone.conformance.subject;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The processes that run now; they are killed if this Java process ends before them. */
final class LiveChildren implements AutoCloseable {
  private final Set<ChildProcess> running = ConcurrentHashMap.newKeySet();
  private final Thread hook = new Thread(this::killAll, "touchstone-kill-children");

  LiveChildren() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Starts a process and knows of it until it is closed. */
  ChildProcess start(Launch launch) throws IOException {
    ChildProcess child = ChildProcess.start(launch, running::remove);
    running.add(child);
    return child;
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
