package dev.touchstone.conformance.doctor;

import java.util.List;
import java.util.stream.Collectors;

/** Names processes for a person. */
final class Processes {
  private Processes() {}

  /** Their numbers, with their programs where the system tells. */
  static String named(List<Long> pids) {
    return pids.stream().map(Processes::named).collect(Collectors.joining(", "));
  }

  private static String named(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(p -> p.info().commandLine())
        .map(line -> "process %d (%s)".formatted(pid, Escaped.text(line)))
        .orElse("process " + pid);
  }
}
