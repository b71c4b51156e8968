package dev.touchstone.conformance.bench;

import java.util.Locale;

/**
 * Why there is no time.
 *
 * @param kind what happened
 * @param detail a line for readers; may be empty
 */
public record Failure(Kind kind, String detail) {
  /** What a process can do instead of giving the right results in time. */
  public enum Kind {
    /** It ended as if all were well, but did not write what it should have. */
    WRONG_RESULT,
    /** A signal ended it. */
    CRASH,
    /** It took longer than it may. */
    OVER_TIME,
    /** It ended with an exit code that says so: mostly it lacks something the program uses. */
    CANNOT_RUN,
    /** The difference between more and fewer runs was not above zero: the program is too small. */
    TOO_SHORT;

    /** Its name in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its name in texts. */
    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether somebody has to look at it: lacking something is no mistake. */
    public boolean isWrong() {
      return this != CANNOT_RUN && this != TOO_SHORT;
    }
  }
}
