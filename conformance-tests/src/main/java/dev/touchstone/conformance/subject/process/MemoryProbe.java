package dev.touchstone.conformance.subject.process;

import java.util.Collection;
import java.util.OptionalLong;

/** Measures resident memory of running processes, where the system shows it. */
final class MemoryProbe {
  private MemoryProbe() {}

  /** The sum of the peaks of these processes in bytes; empty where none can be read. */
  static OptionalLong peak(Collection<ProcessHandle> processes) {
    return sum(processes, "VmHWM");
  }

  /** What these processes hold now, in bytes; empty where none can be read. */
  static OptionalLong current(Collection<ProcessHandle> processes) {
    return sum(processes, "VmRSS");
  }

  private static OptionalLong sum(Collection<ProcessHandle> processes, String key) {
    OptionalLong sum = OptionalLong.empty();
    for (ProcessHandle process : processes) {
      OptionalLong one = ProcFs.memory(process.pid(), key);
      if (one.isPresent()) {
        sum = OptionalLong.of(sum.orElse(0) + one.getAsLong());
      }
    }
    return sum;
  }
}
