package dev.touchstone.vm.value;

import java.math.BigInteger;

/** An exact rational that is no integer, in lowest terms with a denominator of at least 2. */
public final class Ratio extends Num {
  private final BigInteger numerator;
  private final BigInteger denominator;

  private Ratio(BigInteger numerator, BigInteger denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /**
   * The exact quotient, an integer where it is one.
   *
   * @param denominator not zero
   */
  public static Num of(BigInteger numerator, BigInteger denominator) {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("a ratio's denominator is not zero");
    }
    BigInteger common = numerator.gcd(denominator);
    BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
    BigInteger lowest = denominator.divide(divisor);
    BigInteger top = numerator.divide(divisor);
    return lowest.equals(BigInteger.ONE) ? Bignum.of(top) : new Ratio(top, lowest);
  }

  /**
   * The exact quotient of two integers that have no divisor in common.
   *
   * @param denominator positive
   */
  static Num ofLowest(BigInteger numerator, BigInteger denominator) {
    return denominator.equals(BigInteger.ONE)
        ? Bignum.of(numerator)
        : new Ratio(numerator, denominator);
  }

  /** The numerator, which carries the sign. */
  public BigInteger numerator() {
    return numerator;
  }

  /** The denominator, at least 2. */
  public BigInteger denominator() {
    return denominator;
  }
}
