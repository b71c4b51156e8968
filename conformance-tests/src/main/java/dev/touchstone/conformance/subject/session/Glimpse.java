package dev.touchstone.conformance.subject.session;

import java.util.regex.Pattern;

/** What a message quotes of what a subject wrote. */
final class Glimpse {
  private static final int LONGEST = 120;

  /** The ids that the runner gives: random, so that without this no two reports were the same. */
  private static final Pattern ID = Pattern.compile("r[0-9a-f]{24}");

  private Glimpse() {}

  /**
   * The beginning of a text on one line, without anything that a terminal would obey; for ids of
   * runs stands {@code ID}.
   */
  static String of(String written) {
    String text = ID.matcher(written).replaceAll("ID");
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '\ufffd' : c));
    return text.codePointCount(0, text.length()) > LONGEST ? shown + "..." : shown.toString();
  }
}
