package dev.touchstone.conformance.explain;

import dev.touchstone.reports.VisibleText;

/** A text of titled sections. */
final class Report {
  private static final int LONGEST = 6_000;

  private final StringBuilder out = new StringBuilder();

  /** A line; control characters in it are shown as such. */
  Report line(String text) {
    out.append(VisibleText.of(text).stripTrailing()).append('\n');
    return this;
  }

  /** A title and below it a text, indented; nothing if the text is empty. */
  Report section(String title, String text) {
    String shown = cut(text.stripTrailing());
    if (!shown.isBlank()) {
      line("").line(title + ":");
      shown.lines().forEach(each -> line("  " + each));
    }
    return this;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST) + "\n... (" + (text.length() - LONGEST) + " more characters)";
  }

  String text() {
    return out.toString();
  }
}
