package dev.touchstone.vm.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The events that there are, with the clauses that a wrong one breaks first. */
public enum EventKind {
  CALL(Level.CALLS, "TRACE-6", "PROC-13"),
  TAIL_CALL(Level.CALLS, "TRACE-7", "TAIL-2"),
  RETURN(Level.CALLS, "TRACE-8", "PROC-8"),
  RAISE(Level.CALLS, "TRACE-9", "HAND-2"),
  HANDLE(Level.CALLS, "TRACE-10", "HAND-5", "HAND-7"),
  CLOSURE(Level.EVENTS, "TRACE-11", "PROC-13"),
  CAPTURE(Level.EVENTS, "TRACE-12", "CONT-1"),
  REINSTATE(Level.EVENTS, "TRACE-13", "CONT-2"),
  WIND(Level.EVENTS, "TRACE-14", "WIND-4", "WIND-1"),
  FORCE(Level.EVENTS, "TRACE-15", "PROM-2", "PROM-1"),
  ALLOCATE(Level.EVENTS, "TRACE-16"),
  COLLECT(Level.EVENTS, "TRACE-16");

  private final Level level;
  private final String clause;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list
  private final List<String> rules;

  EventKind(Level level, String clause, String... rules) {
    this.level = level;
    this.clause = clause;
    this.rules = List.of(rules);
  }

  /** The word with which the text of such an event begins. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of that name. */
  public static Optional<EventKind> of(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
  }

  /** The level from which on it is told. */
  public Level level() {
    return level;
  }

  /** Whether a trace of a level tells it. */
  public boolean isToldAt(Level asked) {
    return asked == Level.EVENTS || asked == level;
  }

  /** The clause that says when it is emitted. */
  public String clause() {
    return clause;
  }

  /** The clauses of the language that a run may break which does not show it. */
  public List<String> rules() {
    return rules;
  }
}
