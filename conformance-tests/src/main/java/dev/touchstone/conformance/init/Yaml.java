package dev.touchstone.conformance.init;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Scalars and lists as they stand in a YAML file. */
final class Yaml {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z./][A-Za-z0-9._/+-]*");
  private static final Pattern WORD = Pattern.compile("(?i)yes|no|on|off|true|false|null|y|n");

  private Yaml() {}

  /** In quotes if need be. */
  static String scalar(String text) {
    return PLAIN.matcher(text).matches() && !WORD.matcher(text).matches() ? text : quoted(text);
  }

  /** In quotes: single ones, or double ones with escapes if there are characters to escape. */
  static String quoted(String text) {
    if (text.chars().noneMatch(c -> c < ' ' || c == 0x7f)) {
      return "'" + text.replace("'", "''") + "'";
    }
    StringBuilder escaped = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> escaped.append("\\\"");
        case '\\' -> escaped.append("\\\\");
        default -> escaped.append(c < ' ' || c == 0x7f ? "\\x%02x".formatted((int) c) : "" + c);
      }
    }
    return escaped.append('"').toString();
  }

  static String list(List<String> texts) {
    return texts.stream().map(Yaml::scalar).collect(Collectors.joining(", ", "[", "]"));
  }
}
