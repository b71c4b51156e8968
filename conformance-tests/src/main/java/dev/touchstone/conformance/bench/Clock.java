package dev.touchstone.conformance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is measured of a process. */
public enum Clock {
  /** The time that goes by. */
  WALL,
  /** The time that processors worked for it, on Linux, in steps of 10 ms. */
  CPU;

  private static final Path OWN_STATE = Path.of("/proc/self/stat");
  private static final long NANOSECONDS_PER_TICK = 10_000_000;

  /** Fields 16 and 17 of proc(5), counted from the one after the name, which may hold spaces. */
  private static final int CHILDREN_USER = 13;

  /** The clock of that {@link #id}. */
  public static Optional<Clock> of(String id) {
    return Arrays.stream(values()).filter(clock -> clock.id().equals(id)).findFirst();
  }

  /** Its name on the command line and in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this system has it. */
  public boolean isAvailable() {
    return this == WALL || Files.isReadable(OWN_STATE);
  }

  /**
   * A time in nanoseconds; only differences mean something. Of the processors, that of all
   * processes which this one has started and which have ended.
   *
   * @throws IOException if this system does not tell
   */
  long now() throws IOException {
    return switch (this) {
      case WALL -> System.nanoTime();
      case CPU -> childrenTicks(Files.readString(OWN_STATE)) * NANOSECONDS_PER_TICK;
    };
  }

  static long childrenTicks(String state) {
    String[] fields = state.substring(state.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_USER + 1]);
  }
}
