package dev.touchstone.vm.trace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a trace tells (TRACE-2). */
public enum Level {
  /** Calls, tail calls and returns, and what is raised and handled. */
  CALLS,
  /** All events. */
  EVENTS,
  /** The canonical instructions. */
  STEPS;

  /** Its name in files, messages and on command lines. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level of that name. */
  public static Optional<Level> of(String id) {
    return Arrays.stream(values()).filter(level -> level.id().equals(id)).findFirst();
  }
}
