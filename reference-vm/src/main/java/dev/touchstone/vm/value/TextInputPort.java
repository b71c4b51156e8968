package dev.touchstone.vm.value;

import org.jspecify.annotations.Nullable;

/** A port of characters to read from. */
public final class TextInputPort extends Port {
  /** What {@link #read} and {@link #peek} return at the end. */
  public static final int END = -1;

  private static final int POINTS = 4096;

  /** What has been fetched: the code points from {@code next} to before {@code end} are unread. */
  private int[] points;

  private int next;
  private int end;

  /** Where more comes from, or null if nothing does. */
  private final @Nullable PointSource source;

  /** Whether the end was seen and not yet read: what one peeks at is what one reads next. */
  private boolean seenEnd;

  private boolean foldsCase;
  private long line = 1;
  private long column = 1;

  private TextInputPort(int[] points, int end, @Nullable PointSource source) {
    this.points = points;
    this.end = end;
    this.source = source;
  }

  /** A port on the characters of a string, copied now. */
  public static TextInputPort of(Str string) {
    int[] points = string.text().codePoints().toArray();
    return new TextInputPort(points, points.length, null);
  }

  /** A port on octets that are text in UTF-8. */
  public static TextInputPort of(ByteSource octets) {
    return new TextInputPort(new int[POINTS], 0, new Utf8Source(octets));
  }

  /** The next character, which stays; {@link #END} at the end. */
  public int peek() {
    if (next < end || fill()) {
      return points[next];
    }
    seenEnd = true;
    return END;
  }

  /** Takes the next character; {@link #END} at the end. */
  public int read() {
    if (next == end && !fill()) {
      seenEnd = false;
      return END;
    }
    int point = points[next++];
    if (point == '\n') {
      line++;
      column = 1;
    } else {
      column++;
    }
    return point;
  }

  private boolean fill() {
    if (seenEnd || source == null) {
      return false;
    }
    int count = source.fill(points);
    next = 0;
    end = Math.max(count, 0);
    return count > 0;
  }

  /** Whether a character, or the end, can be read without waiting. */
  public boolean ready() {
    return next < end || seenEnd || source == null || source.ready();
  }

  /** The line, from 1, of the next character. */
  public long line() {
    return line;
  }

  /** The column, from 1, of the next character. */
  public long column() {
    return column;
  }

  /** Whether the last directive that was read is {@code #!fold-case}. */
  public boolean foldsCase() {
    return foldsCase;
  }

  /** Sets whether data are read as after {@code #!fold-case}. */
  public void setFoldsCase(boolean folds) {
    foldsCase = folds;
  }

  @Override
  public boolean isInput() {
    return true;
  }

  @Override
  public boolean isTextual() {
    return true;
  }

  @Override
  void release() {
    points = new int[0];
    next = 0;
    end = 0;
    if (source != null) {
      source.close();
    }
  }
}
