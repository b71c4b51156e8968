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

  /** Whether both have the same octets. */
  public boolean sameContent(Bytevector other) {
    return Arrays.equals(octets, other.octets);
  }
}
