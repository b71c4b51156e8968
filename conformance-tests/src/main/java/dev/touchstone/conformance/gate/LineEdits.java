package dev.touchstone.conformance.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Changes to the lines of a text, told by the lines' old numbers, from 1, and made at once. Lines
 * of which nothing is told stay as they are, to the byte.
 */
final class LineEdits {
  private final List<String> lines;
  private final String end;
  private final Set<Integer> deleted = new HashSet<>();
  private final Map<Integer, String> replaced = new HashMap<>();
  private final Map<Integer, List<String>> inserted = new TreeMap<>();

  LineEdits(String text) {
    this.lines = text.lines().toList();
    this.end = text.contains("\r\n") ? "\r\n" : "\n";
  }

  /** How many lines there are. */
  int count() {
    return lines.size();
  }

  /** A line as it was. */
  String line(int number) {
    return lines.get(number - 1);
  }

  /** Whether a line is there and holds nothing but a comment. */
  boolean isComment(int number) {
    return number >= 1 && number <= lines.size() && line(number).stripLeading().startsWith("#");
  }

  /** Whether a line holds nothing. */
  boolean isBlank(int number) {
    return line(number).isBlank();
  }

  /** How many blanks a line begins with. */
  int indent(int number) {
    String line = line(number);
    return line.length() - line.stripLeading().length();
  }

  void replace(int number, String line) {
    replaced.put(number, line);
  }

  /** Writes the sign of emptiness behind the key of a line, or takes it away. */
  void toggleEmpty(int number, boolean empty, String sign) {
    String line = line(number);
    int colon = line.indexOf(':') + 1;
    String rest = line.substring(colon);
    replace(
        number,
        line.substring(0, colon)
            + (empty ? " " + sign + rest : rest.replaceFirst("\\s*[\\[{]\\s*[]}]", "")));
  }

  void delete(int number) {
    deleted.add(number);
  }

  /** Puts lines before a line; before the one after the last, at the end. */
  void insert(int number, List<String> more) {
    inserted.computeIfAbsent(number, n -> new ArrayList<>()).addAll(more);
  }

  /** The first of the comment lines that stand directly above a line, or that line. */
  int above(int number) {
    int first = number;
    while (isComment(first - 1)) {
      first--;
    }
    return first;
  }

  /** The text with the changes made. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int number = 1; number <= lines.size() + 1; number++) {
      inserted.getOrDefault(number, List.of()).forEach(line -> text.append(line).append(end));
      if (number <= lines.size() && !deleted.contains(number)) {
        text.append(replaced.getOrDefault(number, line(number))).append(end);
      }
    }
    return text.toString();
  }
}
