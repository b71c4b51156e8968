package dev.touchstone.reports;

import java.util.Locale;
import java.util.Optional;

/** What can be said of a case on a subject, in the order in which reports list it. */
public enum VerdictKind {
  PASS,
  FAIL,
  CRASH,
  TIMEOUT,
  EXHAUSTED,
  PROTOCOL_ERROR,
  NOT_RUN,
  UNSUPPORTED;

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name used in {@code results.json}: {@code pass}, {@code not-run}, ... */
  public String id() {
    return id;
  }

  /** Whether the case applied to the subject and did not pass. */
  public boolean failing() {
    return this != PASS && this != UNSUPPORTED;
  }

  /** The kind of that name, if there is one. */
  public static Optional<VerdictKind> find(String id) {
    for (VerdictKind kind : values()) {
      if (kind.id.equals(id)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /**
   * The kind of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static VerdictKind of(String id) {
    return find(id)
        .orElseThrow(() -> new IllegalArgumentException("There is no verdict \"" + id + "\"."));
  }
}
