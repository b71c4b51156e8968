package dev.touchstone.conformance.verdict;

/**
 * What was found of one part of what a case expects.
 *
 * @param part the aspect's kind, with a detail where it has several: {@code value}, {@code
 *     error.phase}, {@code space.frames}
 * @param finding whether it holds
 * @param reason why it does not hold or could not be compared; empty where it holds
 */
record Check(String part, Finding finding, String reason) {
  /** Whether a part holds, does not, or could not be compared. */
  enum Finding {
    HELD,
    BROKEN,
    UNCHECKED
  }

  static Check held(String part) {
    return new Check(part, Finding.HELD, "");
  }

  static Check broken(String part, String reason) {
    return new Check(part, Finding.BROKEN, reason);
  }

  static Check unchecked(String part, String reason) {
    return new Check(part, Finding.UNCHECKED, reason);
  }

  /** Held or broken, by a comparison that was possible. */
  static Check of(String part, boolean holds, String reason) {
    return holds ? held(part) : broken(part, reason);
  }

  /** {@code part: reason}. */
  String text() {
    return part + ": " + reason;
  }

  /** Whether it belongs to the aspect of that kind. */
  boolean belongsTo(String kind) {
    return part.equals(kind) || part.startsWith(kind + ".");
  }
}
