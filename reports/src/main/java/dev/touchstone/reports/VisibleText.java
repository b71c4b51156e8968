package dev.touchstone.reports;

/**
 * Makes text safe to show: what a terminal would obey, an XML file may not hold, or a reader would
 * not see, becomes a visible sign.
 */
public final class VisibleText {
  private static final int PICTURES = 0x2400;
  private static final int DELETE = 0x7f;
  private static final int PICTURE_OF_DELETE = 0x2421;

  private VisibleText() {}

  /**
   * The same text with every control character but tab and line feed as its picture (U+2400 and
   * after), and every other character that XML 1.0 forbids, halves of surrogate pairs, and the
   * marks that change the direction of text, as {@code ⟨U+202E⟩}.
   */
  public static String of(String text) {
    int clean = 0;
    while (clean < text.length() && isPlain(text.charAt(clean))) {
      clean++;
    }
    if (clean == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, clean);
    text.codePoints().skip(text.codePointCount(0, clean)).forEach(c -> append(out, c));
    return out.toString();
  }

  /** The text in one line: line feeds and tabs are pictures too. */
  public static String line(String text) {
    return of(text).replace('\n', '␊').replace('\t', '␉');
  }

  /** The first {@code limit} characters, and how many were left out. */
  public static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return of(text);
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return of(text.substring(0, end))
        + "\n... (%,d more characters)".formatted(text.length() - end);
  }

  private static boolean isPlain(char c) {
    return (c >= 0x20 && c < DELETE) || c == '\n' || c == '\t';
  }

  private static void append(StringBuilder out, int c) {
    if (c == '\n' || c == '\t') {
      out.append((char) c);
    } else if (c < 0x20) {
      out.append((char) (PICTURES + c));
    } else if (c == DELETE) {
      out.append((char) PICTURE_OF_DELETE);
    } else if (isHidden(c)) {
      out.append("⟨U+%04X⟩".formatted(c));
    } else {
      out.appendCodePoint(c);
    }
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE -> true;
      default ->
          c == 0xfeff
              || (c & 0xfffe) == 0xfffe
              || (c >= 0x200e && c <= 0x200f)
              || (c >= 0x2028 && c <= 0x202e)
              || (c >= 0x2066 && c <= 0x2069);
    };
  }
}
