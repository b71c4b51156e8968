package dev.touchstone.conformance.subject.process;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The processes that run now; they are killed if this Java process ends before them. */
public final class LiveChildren implements AutoCloseable {
  private final Set<ChildProcess> running = ConcurrentHashMap.newKeySet();
  private final Thread hook = new Thread(this::killAll, "touchstone-kill-children");

  /** None; a hook of the JVM knows of them from now on. */
  public LiveChildren() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Starts a process and knows of it until it is closed. */
  public ChildProcess start(Launch launch) throws IOException {
    return start(launch, Optional.empty());
  }

  /** Starts likewise a process whose standard output goes elsewhere. */
  public ChildProcess start(Launch launch, Intake intake) throws IOException {
    return start(launch, Optional.of(intake));
  }

  private ChildProcess start(Launch launch, Optional<Intake> intake) throws IOException {
    ChildProcess child = ChildProcess.start(launch, intake, running::remove);
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
