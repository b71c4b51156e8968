package dev.touchstone.conformance.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How busy the machine was.
 *
 * @param system its operating system and architecture
 * @param processors how many there are
 * @param loadBefore the mean of the runnable processes in the minute before; negative if unknown
 * @param loadAfter that of the last minute; negative if unknown
 */
public record MachineState(String system, int processors, double loadBefore, double loadAfter) {
  /** Of each processor, as much may be busy with something else. */
  private static final double QUIET = 0.15;

  /** Our own processes, one at a time, each with some help from its collector and compilers. */
  private static final double OWN_LOAD = 1.3;

  /** The machine now, before anything is measured. */
  static MachineState now() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    double load = system.getSystemLoadAverage();
    return new MachineState(
        system.getName() + " " + system.getVersion() + " " + system.getArch(),
        system.getAvailableProcessors(),
        load,
        load);
  }

  /** The same with the load of now as that after. */
  MachineState after() {
    return new MachineState(system, processors, loadBefore, now().loadAfter());
  }

  /** Whether little else ran. */
  public boolean isQuiet() {
    return warnings().isEmpty();
  }

  /** Why the times should not be trusted; none if the machine was quiet. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (loadBefore < 0 || loadAfter < 0) {
      warnings.add("the system does not tell its load, so nobody knows whether it was quiet");
    }
    if (loadBefore > QUIET * processors) {
      warnings.add(busy("before the first process", loadBefore));
    }
    if (loadAfter > OWN_LOAD + QUIET * processors) {
      warnings.add(busy("after the last process, where about 1 is our own", loadAfter));
    }
    return warnings;
  }

  private String busy(String when, double load) {
    return String.format(
        Locale.ROOT,
        "the machine was not quiet: load %.2f on %d processors %s",
        load,
        processors,
        when);
  }
}
