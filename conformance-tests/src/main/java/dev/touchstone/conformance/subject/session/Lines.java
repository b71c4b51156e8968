package dev.touchstone.conformance.subject.session;

/** The form of the lines of a session. */
public enum Lines {
  /** An object. */
  JSON("json"),
  /** A list. */
  SEXP("sexp");

  private final String id;

  Lines(String id) {
    this.id = id;
  }

  /** The name in a subject file. */
  public String id() {
    return id;
  }
}
