package dev.touchstone.vm.value;

import java.math.BigInteger;

/**
 * An exact integer that does not fit a {@code long}; so no integer is both a fixnum and a bignum.
 */
public final class Bignum extends Num {
  private final BigInteger value;

  private Bignum(BigInteger value) {
    this.value = value;
  }

  /** The exact integer of that value, a fixnum where it fits. */
  public static Num of(BigInteger value) {
    return value.bitLength() < Long.SIZE ? Fixnum.of(value.longValue()) : new Bignum(value);
  }

  /** Its value. */
  public BigInteger value() {
    return value;
  }
}
