package dev.touchstone.conformance.subject.session;

/** A subject did not get as far as {@code hello}; the message is a clause that says why. */
final class NotStarted extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean hopeless;

  /**
   * A failed start.
   *
   * @param hopeless whether another start could not do better
   */
  NotStarted(String why, boolean hopeless) {
    super(why);
    this.hopeless = hopeless;
  }

  /** Why, as a clause. */
  String why() {
    return String.valueOf(getMessage());
  }

  boolean hopeless() {
    return hopeless;
  }
}
