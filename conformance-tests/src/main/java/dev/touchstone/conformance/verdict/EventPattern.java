package dev.touchstone.conformance.verdict;

import java.util.ArrayList;
import java.util.List;

/**
 * An event as a case lists it: its words, of which {@code _} stands for any one and a last {@code
 * ...} for any more (TRACE-25). Values are compared as data.
 */
record EventPattern(String text, List<String> words) {
  /** Copies the list. */
  EventPattern {
    words = List.copyOf(words);
  }

  static EventPattern of(String text) {
    return new EventPattern(text, words(text));
  }

  /** The kind of the event. */
  String kind() {
    return words.isEmpty() ? "" : words.getFirst();
  }

  /** Whether an event is one of these. */
  boolean matches(String event) {
    List<String> seen = words(event);
    boolean open = !words.isEmpty() && words.getLast().equals("...");
    int fixed = open ? words.size() - 1 : words.size();
    if (open ? seen.size() < fixed : seen.size() != fixed) {
      return false;
    }
    for (int i = 0; i < fixed; i++) {
      if (!matches(words.get(i), seen.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(String wanted, String seen) {
    return wanted.equals("_") || wanted.equals(seen) || DatumComparison.same(wanted, seen);
  }

  /** The words of an event: what spaces part that stand in no list, string or {@code #<...>}. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == ' ') {
        at++;
      } else {
        int end = end(text, at);
        words.add(text.substring(at, end));
        at = end;
      }
    }
    return words;
  }

  private static int end(String text, int from) {
    int depth = 0;
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' && depth == 0) {
        return at;
      }
      if (c == '"' || c == '|') {
        at = closing(text, at, c);
      } else if (c == '#' && text.startsWith("#\\", at)) {
        at += 2;
      } else if (c == '#' && text.startsWith("#<", at)) {
        at = closing(text, at, '>');
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      }
      at++;
    }
    return text.length();
  }

  private static int closing(String text, int from, char end) {
    int at = from + 1;
    while (at < text.length() && text.charAt(at) != end) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }
}
