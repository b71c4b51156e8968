package dev.touchstone.conformance.dialect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What written values mean in Scheme.
 *
 * @param words words and what they mean, wherever they stand in a value
 * @param either words that mean one thing as a truth value and another otherwise
 * @param patterns for values as a whole
 * @param square what {@code [a b]} is
 * @param dropped a text that the other Lisp writes by itself and that is no output; empty if none
 */
public record ReadBack(
    Map<String, String> words,
    Map<String, Either> either,
    List<Whole> patterns,
    Square square,
    String dropped) {
  /** What one word means. */
  record Either(String asBoolean, String otherwise) {}

  /** A value that is written in this way means that. */
  record Whole(Pattern match, String value) {}

  /** What square brackets mean. */
  enum Square {
    NOTHING,
    LIST,
    VECTOR
  }

  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|\\|[^|]*\\||#\\\\.[^\\s()\\[\\]\"]*|\\s+|[()\\[\\]'`,]|[^\\s()\\[\\]'`,\"|]+|.",
          Pattern.DOTALL);

  /** Copies the collections. */
  public ReadBack {
    words = Map.copyOf(words);
    either = Map.copyOf(either);
    patterns = List.copyOf(patterns);
  }

  /** The symbols that cannot be told from something else when they come back. */
  Set<String> taken() {
    Set<String> taken = new HashSet<>(words.keySet());
    taken.addAll(either.keySet());
    return taken;
  }

  /**
   * The values in Scheme's words; nothing if one could mean two things.
   *
   * @param kind what the program's value can be
   */
  public Optional<List<String>> read(List<String> written, ValueKind kind) {
    List<String> values = new ArrayList<>();
    for (String value : written) {
      Optional<String> read = read(value.strip(), kind);
      if (read.isEmpty()) {
        return Optional.empty();
      }
      values.add(read.get());
    }
    return Optional.of(values);
  }

  private Optional<String> read(String written, ValueKind kind) {
    for (Whole whole : patterns) {
      if (whole.match().matcher(written).matches()) {
        return Optional.of(whole.value());
      }
    }
    Either alone = either.get(written);
    if (alone != null) {
      return switch (kind) {
        case BOOLEAN -> Optional.of(alone.asBoolean());
        case OTHER -> Optional.of(alone.otherwise());
        case UNKNOWN -> Optional.empty();
      };
    }
    StringBuilder text = new StringBuilder();
    Matcher token = TOKEN.matcher(written);
    while (token.find()) {
      if (either.containsKey(token.group())) {
        return Optional.empty();
      }
      text.append(token(token.group()));
    }
    return Optional.of(text.toString());
  }

  private String token(String token) {
    return switch (token) {
      case "[" -> square == Square.LIST ? "(" : square == Square.VECTOR ? "#(" : token;
      case "]" -> square == Square.NOTHING ? token : ")";
      default -> words.getOrDefault(token, token);
    };
  }

  /** The output without what the other Lisp adds. */
  public String output(String seen) {
    return dropped.isEmpty() ? seen : seen.replace(dropped, "");
  }
}
