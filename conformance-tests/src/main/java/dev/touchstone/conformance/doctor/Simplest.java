package dev.touchstone.conformance.doctor;

/** The simplest programs: symbols where a subject has them, numbers where it has not. */
enum Simplest {
  BASE("'ok", "ok", "(display 'out) 'ok", "out"),
  ARITH("1", "1", "(display 77) 1", "77");

  /** A program with an error that every subject with variables can see. */
  static final String UNBOUND = "touchstone-no-such-variable";

  private final String program;
  private final String value;
  private final String printing;
  private final String printed;

  Simplest(String program, String value, String printing, String printed) {
    this.program = program;
    this.value = value;
    this.printing = printing;
    this.printed = printed;
  }

  String program() {
    return program;
  }

  String value() {
    return value;
  }

  /** The same with output before it. */
  String printing() {
    return printing;
  }

  /** That output. */
  String printed() {
    return printed;
  }
}
