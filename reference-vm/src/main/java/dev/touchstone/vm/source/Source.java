package dev.touchstone.vm.source;

import java.util.Arrays;

/**
 * A named text. Offsets into it are UTF-16 indices from 0; lines and columns are counted from 1,
 * columns in code points. Lines end as in R7RS 7.1.1: with a newline, a return, or both. Immutable.
 */
public final class Source {
  private final String name;
  private final String text;
  private final boolean library;
  private final int[] lineStarts;

  /** Whether every character is one UTF-16 unit, so that columns need not be counted. */
  private final boolean plain;

  private Source(String name, String text, boolean library) {
    this.name = name;
    this.library = library;
    this.text = text;
    this.lineStarts = findLineStarts(text);
    this.plain = text.length() == text.codePointCount(0, text.length());
  }

  /**
   * A source of that name and text.
   *
   * @param name what messages call it: a file's path, or a word such as {@code <eval>}
   * @param text the whole text
   */
  public static Source of(String name, String text) {
    return new Source(name, text, /* library= */ false);
  }

  /** A source of the standard library's own code, which nobody is told of. */
  public static Source ofLibrary(String name, String text) {
    return new Source(name, text, /* library= */ true);
  }

  /** Whether it is the standard library's own code. */
  public boolean isLibrary() {
    return library;
  }

  /** What messages call it. */
  public String name() {
    return name;
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /** The line, from 1, in which the offset stands; the offset may be the text's length. */
  public int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column, from 1 and in code points, at which the offset stands. */
  public int column(int offset) {
    int lineStart = lineStarts[line(offset) - 1];
    return (plain ? offset - lineStart : text.codePointCount(lineStart, offset)) + 1;
  }

  /** The text of a line, counted from 1, without its end. */
  public String lineText(int line) {
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    while (end > start && isLineEnd(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static int[] findLineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      if (isLineEnd(text.charAt(i)) && !isFirstOfTwo(text, i)) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  /** Whether a return is followed by a newline, which then ends the line. */
  private static boolean isFirstOfTwo(String text, int i) {
    return text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  @Override
  public String toString() {
    return name;
  }
}
