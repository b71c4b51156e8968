package dev.touchstone.vm.source;

/**
 * Shows a place in a source: position and message, the line, and carets under the part that is
 * meant.
 */
public final class Excerpt {
  /** The most characters of a line that are shown. */
  private static final int MAX_WIDTH = 160;

  private static final int REPLACEMENT = 0xFFFD;

  private static final String CUT = "...";

  private Excerpt() {}

  /**
   * Three lines: {@code file:line:column: message}, the line, carets. Of a long line the part
   * around the place is shown, between dots; control characters are shown as U+FFFD, and tabs stay,
   * also before the carets.
   *
   * @param span the part that the carets mark, as far as it lies in its first line; an empty one
   *     gets one caret
   * @param message what is said of it
   */
  public static String render(Span span, String message) {
    String line = span.source().lineText(span.line());
    int length = line.codePointCount(0, line.length());
    int from = Math.min(span.column() - 1, length);
    int shownFrom = Math.max(0, from - MAX_WIDTH / 2);
    int[] shown = line.codePoints().skip(shownFrom).limit(MAX_WIDTH).map(Excerpt::shown).toArray();
    int before = from - shownFrom;
    int carets =
        Math.clamp(lengthInLine(span, length - from), 1, Math.max(1, shown.length - before));
    String opening = shownFrom > 0 ? CUT : "";
    String closing = shownFrom + shown.length < length ? CUT : "";
    return span
        + (": " + message)
        + ("\n  " + opening + new String(shown, 0, shown.length) + closing)
        + ("\n  " + " ".repeat(opening.length()) + padding(shown, before) + "^".repeat(carets));
  }

  /**
   * How many characters of the span stand in its first line.
   *
   * @param rest how many characters the line has from the span's start
   */
  private static int lengthInLine(Span span, int rest) {
    Source source = span.source();
    if (span.end() == span.start()) {
      return 1;
    }
    return source.line(span.end() - 1) == span.line()
        ? source.text().codePointCount(span.start(), span.end())
        : rest;
  }

  private static String padding(int[] shown, int length) {
    StringBuilder padding = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      padding.append(shown[i] == '\t' ? '\t' : ' ');
    }
    return padding.toString();
  }

  private static int shown(int c) {
    boolean visible = c == '\t' || !(Character.isISOControl(c) || isLoneSurrogate(c));
    return visible ? c : REPLACEMENT;
  }

  private static boolean isLoneSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
