package dev.touchstone.vm.value;

import java.util.Arrays;

/** A bytevector: octets from 0 to 255. A literal's bytevector is immutable. */
public final class Bytevector extends Value {
  /** Never shared with a caller; its length never changes. */
  private final byte[] octets;

  private final boolean literal;

  private Bytevector(byte[] octets, boolean literal) {
    this.octets = octets;
    this.literal = literal;
  }

  /** A fresh bytevector of copies of these octets. */
  public static Bytevector of(byte... octets) {
    return new Bytevector(octets.clone(), false);
  }

  /** A fresh bytevector of that many times the same octet. */
  public static Bytevector filled(int length, int octet) {
    byte[] octets = new byte[length];
    Arrays.fill(octets, (byte) octet);
    return new Bytevector(octets, false);
  }

  /** A literal's bytevector, which a program may not change (R7RS 3.4). */
  public static Bytevector literal(byte... octets) {
    return new Bytevector(octets.clone(), true);
  }

  /** Whether it belongs to a literal and may not be changed by a program. */
  public boolean isLiteral() {
    return literal;
  }

  /** The number of octets. */
  public int length() {
    return octets.length;
  }

  /** The octet at an index from 0, as 0 to 255. */
  public int get(int index) {
    return octets[index] & 0xFF;
  }

  /** Replaces the octet at an index from 0; the caller has checked that it is no literal's. */
  public void set(int index, int octet) {
    octets[index] = (byte) octet;
  }

  /** A copy of its octets from {@code start} to before {@code end}. */
  public byte[] octets(int start, int end) {
    return Arrays.copyOfRange(octets, start, end);
  }

  /** A fresh bytevector of its octets from {@code start} to before {@code end}. */
  public Bytevector copy(int start, int end) {
    return new Bytevector(Arrays.copyOfRange(octets, start, end), false);
  }

  /**
   * Replaces its octets from {@code at} on by a part of a bytevector, which may be itself.
   *
   * @param start the index of the part's first octet
   * @param end the index after its last one
   */
  public void copyFrom(int at, Bytevector from, int start, int end) {
    System.arraycopy(from.octets, start, octets, at, end - start);
  }

  /** Whether both have the same octets. */
  public boolean sameContent(Bytevector other) {
    return Arrays.equals(octets, other.octets);
  }
}
