package dev.touchstone.conformance.subject.session;

/** What a message quotes of what a subject wrote. */
final class Glimpse {
  private static final int LONGEST = 120;

  private Glimpse() {}

  /** The beginning of a text on one line, without anything that a terminal would obey. */
  static String of(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '\ufffd' : c));
    return text.codePointCount(0, text.length()) > LONGEST ? shown + "..." : shown.toString();
  }
}
