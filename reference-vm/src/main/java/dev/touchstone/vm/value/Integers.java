package dev.touchstone.vm.value;

import dev.touchstone.vm.source.ErrorClass;
import java.math.BigInteger;

/**
 * Exact integers of any size up to {@link #MAX_BITS}. What would be larger is refused with an error
 * of class {@code overflow}, before the time is spent.
 */
final class Integers {
  /**
   * The most bits of an exact integer: 2 to the power 24, about 5 million decimal digits. No step
   * can be interrupted, and the slowest ones at this size (a division, the text of a number) take a
   * few seconds.
   */
  static final long MAX_BITS = 1L << 24;

  /**
   * The most bits that both of two numbers may have whose greatest common divisor is taken, as by
   * operations on ratios; the time is quadratic.
   */
  static final long MAX_GCD_BITS = 1L << 18;

  private Integers() {}

  /** The value of an exact integer. */
  static BigInteger big(Num integer) {
    return switch (integer) {
      case Fixnum x -> BigInteger.valueOf(x.value());
      case Bignum x -> x.value();
      case Ratio _, Flonum _, Complex _ ->
          throw new IllegalArgumentException("not an exact integer");
    };
  }

  /** The number of that value, unless it is too large. */
  static Num sized(String procedure, BigInteger value) {
    Effort.of(value.bitLength());
    return Bignum.of(checkSize(procedure, value));
  }

  static BigInteger product(String procedure, BigInteger a, BigInteger b) {
    if ((long) a.bitLength() + b.bitLength() > MAX_BITS + 1) {
      throw overflow(procedure);
    }
    Effort.on(a, b);
    return checkSize(procedure, a.multiply(b));
  }

  /** Not negative. One step of Euclid's first: a small divisor of a large number is no trouble. */
  static BigInteger gcd(String procedure, BigInteger a, BigInteger b) {
    BigInteger large = a.abs().max(b.abs());
    BigInteger small = a.abs().min(b.abs());
    if (small.signum() == 0) {
      return large;
    }
    if (small.equals(BigInteger.ONE)) {
      return small;
    }
    if (small.bitLength() > MAX_GCD_BITS) {
      throw SchemeError.of(
          ErrorClass.OVERFLOW, procedure + ": a divisor of two numbers of more than 2^18 bits");
    }
    Effort.on(large, small);
    return small.gcd(large.remainder(small));
  }

  /** A power; one that would be too large is refused before it is computed. */
  static BigInteger power(String procedure, BigInteger base, BigInteger exponent) {
    if (base.abs().bitLength() <= 1) {
      boolean even = !exponent.testBit(0);
      return exponent.signum() == 0 || (even && base.signum() != 0) ? BigInteger.ONE : base;
    }
    long bitsPerFactor = base.abs().bitLength() - 1L;
    if (exponent.bitLength() >= Integer.SIZE || bitsPerFactor * exponent.longValue() >= MAX_BITS) {
      throw overflow(procedure);
    }
    Effort.of(bitsPerFactor * exponent.longValue());
    return checkSize(procedure, base.pow(exponent.intValue()));
  }

  private static BigInteger checkSize(String procedure, BigInteger value) {
    if (value.bitLength() > MAX_BITS) {
      throw overflow(procedure);
    }
    return value;
  }

  static SchemeError overflow(String procedure) {
    return SchemeError.of(ErrorClass.OVERFLOW, procedure + ": the result has more than 2^24 bits");
  }
}
