package dev.touchstone.vm.value;

import java.util.Arrays;

/** A string: a mutable array of code points. A literal's string is immutable. */
public final class Str extends Value {
  /** Code points, never shared with a caller; its length never changes. */
  private final int[] points;

  private final boolean literal;

  private Str(int[] points, boolean literal) {
    this.points = points;
    this.literal = literal;
  }

  /** A fresh mutable string. */
  public static Str of(String text) {
    return new Str(text.codePoints().toArray(), false);
  }

  /** A fresh mutable string of copies of these code points. */
  public static Str of(int... points) {
    return new Str(points.clone(), false);
  }

  /** An immutable string, as a literal denotes one (R7RS 3.4). */
  public static Str literal(String text) {
    return new Str(text.codePoints().toArray(), true);
  }

  /** Whether it is a literal's and may not be changed. */
  public boolean isLiteral() {
    return literal;
  }

  /** The number of code points. */
  public int length() {
    return points.length;
  }

  /** The code point at an index from 0. */
  public int get(int index) {
    return points[index];
  }

  /** Replaces the code point at an index from 0; the caller has checked that it is no literal. */
  public void set(int index, int codePoint) {
    points[index] = codePoint;
  }

  /** Whether both have the same code points. */
  public boolean sameContent(Str other) {
    return Arrays.equals(points, other.points);
  }

  /** Its text. */
  public String text() {
    return new String(points, 0, points.length);
  }
}
