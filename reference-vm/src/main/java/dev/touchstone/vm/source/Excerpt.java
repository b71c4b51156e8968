package dev.touchstone.vm.source;

/**
 * Shows a place in a source: position and message, the line, and carets under the part that is
 * meant.
 */
public final class Excerpt {
  /** The most characters of a line that are shown. */
  private static final int MAX_WIDTH = 160;

  private Excerpt() {}

  /**
   * Three lines: {@code file:line:column: message}, the line, carets.
   *
   * @param span the part that the carets mark, as far as it lies in its first line
   * @param message what is said of it
   */
  public static String render(Span span, String message) {
    Source source = span.source();
    int line = span.line();
    String text = source.lineText(line);
    int from = Math.min(span.column() - 1, text.codePointCount(0, text.length()));
    int shownFrom = Math.max(0, from - MAX_WIDTH / 2);
    int[] points = text.codePoints().skip(shownFrom).limit(MAX_WIDTH).toArray();
    int onThisLine =
        span.end() > span.start() && source.line(span.end() - 1) == line
            ? source.text().codePointCount(span.start(), span.end())
            : points.length - (from - shownFrom);
    int carets = Math.max(1, Math.min(onThisLine, points.length - (from - shownFrom)));
    StringBuilder padding = new StringBuilder();
    for (int i = 0; i < from - shownFrom; i++) {
      padding.append(points[i] == '\t' ? '\t' : ' ');
    }
    String shown = new String(points, 0, points.length);
    return span + ": " + message + "\n  " + shown + "\n  " + padding + "^".repeat(carets);
  }
}
