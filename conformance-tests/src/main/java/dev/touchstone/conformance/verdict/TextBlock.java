package dev.touchstone.conformance.verdict;

import java.util.ArrayList;
import java.util.List;

/** A named text of several lines, indented, with a mark where its last line has no end. */
final class TextBlock {
  /** The most characters of a text that are shown; what is cut is said. */
  private static final int MOST = 20_000;

  private TextBlock() {}

  static String of(String name, String text) {
    if (text.isEmpty()) {
      return name + ": nothing";
    }
    List<String> lines = new ArrayList<>(List.of(cut(text).split("\n", -1)));
    if (lines.getLast().isEmpty()) {
      lines.removeLast();
    } else {
      lines.add("\\ no line end");
    }
    return ofLines(name, lines);
  }

  static String ofLines(String name, List<String> lines) {
    return lines.isEmpty()
        ? name + ": nothing"
        : name + ":\n  " + String.join("\n  ", lines).replace("\r", "\\r");
  }

  /** The beginning of a text, and how much was left out. */
  static String cut(String text) {
    return text.length() <= MOST
        ? text
        : text.substring(0, MOST) + "... (" + (text.length() - MOST) + " more)";
  }
}
