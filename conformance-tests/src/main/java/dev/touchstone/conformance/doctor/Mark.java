package dev.touchstone.conformance.doctor;

import dev.touchstone.conformance.subject.process.ProcFs;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A variable in the environment of a process, which its children inherit, so that they are found
 * when it has ended. Linux alone shows environments; elsewhere nobody is found.
 */
record Mark(String value) {
  private static final String VARIABLE = "TOUCHSTONE_DOCTOR";

  /** A child may need a moment to follow its parent. */
  private static final int ROUNDS = 10;

  private static final Duration PAUSE = Duration.ofMillis(50);

  static Mark fresh() {
    return new Mark(UUID.randomUUID().toString());
  }

  /** The environment with the mark. */
  Map<String, String> in(Map<String, String> environment) {
    Map<String, String> marked = new HashMap<>(environment);
    marked.put(VARIABLE, value);
    return marked;
  }

  /** The marked processes that are still there after a moment. */
  List<Long> survivors() throws InterruptedException {
    List<Long> left = living();
    for (int round = 0; round < ROUNDS && !left.isEmpty(); round++) {
      Thread.sleep(PAUSE);
      left = living();
    }
    return left;
  }

  private List<Long> living() {
    return ProcFs.withEnvironment(VARIABLE + "=" + value).stream()
        .filter(pid -> !ProcFs.isZombie(pid))
        .toList();
  }
}
