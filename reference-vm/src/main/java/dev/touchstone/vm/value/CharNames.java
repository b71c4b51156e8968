package dev.touchstone.vm.value;

import java.util.List;
import java.util.OptionalInt;

/** The names of characters (R7RS 6.6) and the mnemonic escapes of strings (R7RS 6.7). */
public final class CharNames {
  private static final List<Named> NAMES =
      List.of(
          new Named("alarm", 7),
          new Named("backspace", 8),
          new Named("delete", 0x7F),
          new Named("escape", 0x1B),
          new Named("newline", '\n'),
          new Named("null", 0),
          new Named("return", '\r'),
          new Named("space", ' '),
          new Named("tab", '\t'));

  private static final String ESCAPE_LETTERS = "abtnr";
  private static final String ESCAPED = "\u0007\b\t\n\r";

  private CharNames() {}

  private record Named(String name, int codePoint) {}

  /** The names, in alphabetical order. */
  public static List<String> names() {
    return NAMES.stream().map(Named::name).toList();
  }

  /** The character of that name. */
  public static OptionalInt named(String name) {
    return NAMES.stream().filter(n -> n.name().equals(name)).mapToInt(Named::codePoint).findFirst();
  }

  /** What the letter after a backslash denotes: {@code n} the newline, and so on. */
  public static OptionalInt escaped(int letter) {
    int index = ESCAPE_LETTERS.indexOf(letter);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(ESCAPED.charAt(index));
  }

  /** Appends a character as {@code write} shows it, such as <code>#\a</code>. */
  static void write(StringBuilder out, int c) {
    out.append("#\\");
    for (Named named : NAMES) {
      if (named.codePoint() == c) {
        out.append(named.name());
        return;
      }
    }
    if (isGraphic(c)) {
      out.appendCodePoint(c);
    } else {
      out.append('x').append(Integer.toHexString(c));
    }
  }

  /**
   * Appends a character of a string or of a symbol between bars, escaped where it must be.
   *
   * @param quote what ends the text, and so is escaped: a quotation mark or a bar
   */
  static void writeElement(StringBuilder out, int c, char quote) {
    int mnemonic = ESCAPED.indexOf(c);
    if (mnemonic >= 0) {
      out.append('\\').append(ESCAPE_LETTERS.charAt(mnemonic));
    } else if (c == quote || c == '\\') {
      out.append('\\').append((char) c);
    } else if (isControl(c)) {
      out.append("\\x").append(Integer.toHexString(c)).append(';');
    } else {
      out.appendCodePoint(c);
    }
  }

  private static boolean isControl(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }

  /** Whether the character shows as a mark of its own. */
  private static boolean isGraphic(int c) {
    if (c > ' ' && c < 0x7F) {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
