package dev.touchstone.conformance.subject.session;

/** What one run leaves to the next. */
enum Isolation {
  /** Nothing: each run has a process of its own, or a fork of one. */
  PROCESS("process"),
  /** Nothing but what is wrong with the subject: each run has bindings of its own. */
  WORLD("world"),
  /** Anything; the runner starts the subject anew for each run. */
  NONE("none");

  private final String id;

  Isolation(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }
}
