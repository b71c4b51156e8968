package dev.touchstone.vm.value;

import java.util.Arrays;

/** A vector. A literal's vector is immutable. */
public final class Vector extends Value {
  /** Never shared with a caller; its length never changes. */
  private final Value[] items;

  private final boolean literal;

  private Vector(Value[] items, boolean literal) {
    this.items = items;
    this.literal = literal;
  }

  /** A fresh vector of copies of these references. */
  public static Vector of(Value... items) {
    return new Vector(items.clone(), false);
  }

  /** A fresh vector of that many times the same value. */
  public static Vector filled(int length, Value fill) {
    Value[] items = new Value[length];
    Arrays.fill(items, fill);
    return new Vector(items, false);
  }

  /** A literal's vector, which a program may not change (R7RS 3.4). */
  public static Vector literal(Value... items) {
    return new Vector(items.clone(), true);
  }

  /** Whether it belongs to a literal and may not be changed by a program. */
  public boolean isLiteral() {
    return literal;
  }

  /** The number of elements. */
  public int length() {
    return items.length;
  }

  /** Whether there is an element at an index. */
  public boolean has(long index) {
    return index >= 0 && index < items.length;
  }

  /** The element at an index from 0. */
  public Value get(int index) {
    return items[index];
  }

  /** A fresh vector of its elements from {@code start} to before {@code end}. */
  public Vector copy(int start, int end) {
    return new Vector(Arrays.copyOfRange(items, start, end), false);
  }

  /**
   * Replaces its elements from {@code at} on by a part of a vector, which may be itself.
   *
   * @param start the index of the part's first element
   * @param end the index after its last one
   */
  public void copyFrom(int at, Vector from, int start, int end) {
    System.arraycopy(from.items, start, items, at, end - start);
  }

  /** Replaces all its elements from {@code start} to before {@code end} by one value. */
  public void fill(Value value, int start, int end) {
    Arrays.fill(items, start, end, value);
  }

  /** Replaces the element at an index from 0. */
  public void set(int index, Value value) {
    items[index] = value;
  }
}
