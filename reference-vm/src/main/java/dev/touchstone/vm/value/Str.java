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

  /** A fresh mutable string of that many times the same code point. */
  public static Str filled(int length, int codePoint) {
    int[] points = new int[length];
    Arrays.fill(points, codePoint);
    return new Str(points, false);
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

  /** A fresh mutable string of its code points from {@code start} to before {@code end}. */
  public Str copy(int start, int end) {
    return new Str(Arrays.copyOfRange(points, start, end), false);
  }

  /**
   * Replaces its code points from {@code at} on by a part of a string, which may be itself.
   *
   * @param start the index of the part's first code point
   * @param end the index after its last one
   */
  public void copyFrom(int at, Str from, int start, int end) {
    System.arraycopy(from.points, start, points, at, end - start);
  }

  /** Replaces all its code points from {@code start} to before {@code end} by one. */
  public void fill(int codePoint, int start, int end) {
    Arrays.fill(points, start, end, codePoint);
  }

  /** Less than, equal to or greater than 0: its place in the lexicographic order of code points. */
  public int compare(Str other) {
    return Arrays.compare(points, other.points);
  }

  /** Whether both have the same code points. */
  public boolean sameContent(Str other) {
    return Arrays.equals(points, other.points);
  }

  /** Its text. */
  public String text() {
    return new String(points, 0, points.length);
  }

  /** Its text from {@code start} to before {@code end}. */
  public String text(int start, int end) {
    return new String(points, start, end - start);
  }
}
