package dev.touchstone.conformance.subject.process;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A process and everything that came of it. A child that outlives its parent is no descendant of it
 * any more, so on Linux members are also known by a variable of their environment, which children
 * inherit; elsewhere by the descendants seen so far.
 */
final class ProcessTree {
  /** The variable that marks the processes of one run. */
  static final String VARIABLE = "TOUCHSTONE_RUN";

  private static final int ROUNDS = 20;
  private static final Duration PAUSE = Duration.ofMillis(10);

  private final ProcessHandle root;
  private final String tag;
  private final Map<Long, ProcessHandle> known = new LinkedHashMap<>();

  /**
   * The tree below a process.
   *
   * @param tag the value of {@link #VARIABLE} in its environment, unique to the run
   */
  ProcessTree(ProcessHandle root, String tag) {
    this.root = root;
    this.tag = tag;
  }

  /** The members that run now. */
  synchronized List<ProcessHandle> members() {
    note(root);
    root.descendants().forEach(this::note);
    for (long pid : ProcFs.withEnvironment(VARIABLE + "=" + tag)) {
      ProcessHandle.of(pid).ifPresent(this::note);
    }
    known.values().removeIf(p -> !p.isAlive() || ProcFs.isZombie(p.pid()));
    return List.copyOf(known.values());
  }

  private void note(ProcessHandle process) {
    known.putIfAbsent(process.pid(), process);
  }

  /**
   * Ends all members: asks politely, waits for the grace, then kills, and looks again until none is
   * left, for a member may fork while it is being killed.
   */
  void kill(Duration grace) throws InterruptedException {
    List<ProcessHandle> members = members();
    members.forEach(ProcessHandle::destroy);
    long deadline = System.nanoTime() + grace.toNanos();
    while (!gone(members) && System.nanoTime() < deadline) {
      Thread.sleep(PAUSE);
    }
    killNow();
  }

  /** Kills all members without asking. */
  void killNow() throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      List<ProcessHandle> members = members();
      if (members.isEmpty()) {
        return;
      }
      members.forEach(ProcessHandle::destroyForcibly);
      Thread.sleep(PAUSE);
    }
  }

  /** Kills all members that are there now, once; for the end of this Java process. */
  void killAtExit() {
    members().forEach(ProcessHandle::destroyForcibly);
  }

  private static boolean gone(Collection<ProcessHandle> processes) {
    return processes.stream().noneMatch(p -> p.isAlive() && !ProcFs.isZombie(p.pid()));
  }
}
