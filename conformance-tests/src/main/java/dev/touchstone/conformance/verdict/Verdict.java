package dev.touchstone.conformance.verdict;

import java.util.Locale;

/** What is said of a case on a subject. The kinds are never merged. */
public enum Verdict {
  PASS,
  FAIL,
  CRASH,
  TIMEOUT,
  EXHAUSTED,
  UNSUPPORTED,
  NOT_RUN,
  PROTOCOL_ERROR;

  /** The name used in reports: {@code pass}, {@code not-run}, ... */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
