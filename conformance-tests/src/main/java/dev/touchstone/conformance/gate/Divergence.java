package dev.touchstone.conformance.gate;

import dev.touchstone.reports.VisibleText;
import dev.touchstone.reports.model.CaseReport;
import java.util.ArrayList;
import java.util.List;

/** Where expected and actual first part, in few lines. */
final class Divergence {
  /** How much of a line before the difference is shown. */
  private static final int LEAD = 20;

  private Divergence() {}

  /** Two lines of at most that many columns; none if there is nothing to compare. */
  static List<String> of(CaseReport result, int width) {
    List<String> expected = result.expected().lines().toList();
    List<String> actual = result.actual().lines().toList();
    int line = 0;
    while (line < Math.min(expected.size(), actual.size())
        && expected.get(line).equals(actual.get(line))) {
      line++;
    }
    if (line >= expected.size() && line >= actual.size()) {
      return List.of();
    }
    String where = expected.size() > 1 || actual.size() > 1 ? ", line " + (line + 1) : "";
    String before = VisibleText.line(line(expected, line));
    String after = VisibleText.line(line(actual, line));
    String head = "  expected" + where + ": ";
    int room = width - head.length();
    int start = start(before, after, room);
    List<String> lines = new ArrayList<>();
    lines.add(head + window(before, start, room));
    lines.add("  actual" + where + ":   " + window(after, start, room));
    return lines;
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index) : "(nothing)";
  }

  /** From where both are shown, so that their difference is seen. */
  private static int start(String a, String b, int room) {
    int same = 0;
    while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    return same < room - LEAD ? 0 : same - LEAD;
  }

  private static String window(String text, int start, int room) {
    String lead = start == 0 ? "" : "...";
    return Screen.cut(lead + text.substring(Math.min(start, text.length())), room);
  }
}
