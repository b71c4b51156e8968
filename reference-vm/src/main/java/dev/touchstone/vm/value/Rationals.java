package dev.touchstone.vm.value;

import dev.touchstone.vm.source.ErrorClass;
import java.math.BigInteger;

/** The arithmetic of exact rationals: fixnums, bignums and ratios. */
final class Rationals {
  private Rationals() {}

  static BigInteger numerator(Num x) {
    return x instanceof Ratio ratio ? ratio.numerator() : Integers.big(x);
  }

  static BigInteger denominator(Num x) {
    return x instanceof Ratio ratio ? ratio.denominator() : BigInteger.ONE;
  }

  static Num add(Num a, Num b) {
    if (!(a instanceof Ratio) && !(b instanceof Ratio)) {
      return Integers.sized("+", Integers.big(a).add(Integers.big(b)));
    }
    return sum("+", numerator(a), denominator(a), numerator(b), denominator(b));
  }

  static Num subtract(Num a, Num b) {
    if (!(a instanceof Ratio) && !(b instanceof Ratio)) {
      return Integers.sized("-", Integers.big(a).subtract(Integers.big(b)));
    }
    return sum("-", numerator(a), denominator(a), numerator(b).negate(), denominator(b));
  }

  static Num multiply(Num a, Num b) {
    return a instanceof Ratio || b instanceof Ratio
        ? product("*", numerator(a), denominator(a), numerator(b), denominator(b))
        : Bignum.of(Integers.product("*", numerator(a), numerator(b)));
  }

  /**
   * The quotient.
   *
   * @throws SchemeError of class {@code divide-by-zero} if b is zero
   */
  static Num divide(Num a, Num b) {
    if (sign(b) == 0) {
      throw divisionByZero("/");
    }
    BigInteger top = numerator(b);
    BigInteger bottom = denominator(b);
    return product(
        "/", numerator(a), denominator(a), top.signum() < 0 ? bottom.negate() : bottom, top.abs());
  }

  /**
   * The sum of two fractions in lowest terms. Divisors are taken of the denominators, and then of
   * what they have in common: these are smaller than the sum (D. Knuth, The Art of Computer
   * Programming 2, 4.5.1).
   */
  private static Num sum(
      String procedure, BigInteger u, BigInteger belowU, BigInteger v, BigInteger belowV) {
    BigInteger common = Integers.gcd(procedure, belowU, belowV);
    BigInteger own = quotient(belowU, common);
    BigInteger top =
        Integers.product(procedure, u, quotient(belowV, common))
            .add(Integers.product(procedure, v, own));
    BigInteger rest = Integers.gcd(procedure, top, common);
    return Ratio.ofLowest(
        quotient(top, rest), Integers.product(procedure, own, quotient(belowV, rest)));
  }

  /** The product of two fractions in lowest terms, by divisors of its factors. */
  private static Num product(
      String procedure, BigInteger u, BigInteger belowU, BigInteger v, BigInteger belowV) {
    BigInteger first = Integers.gcd(procedure, u, belowV);
    BigInteger second = Integers.gcd(procedure, v, belowU);
    return Ratio.ofLowest(
        Integers.product(procedure, quotient(u, first), quotient(v, second)),
        Integers.product(procedure, quotient(belowU, second), quotient(belowV, first)));
  }

  private static BigInteger quotient(BigInteger x, BigInteger divisor) {
    return divisor.equals(BigInteger.ONE) ? x : x.divide(divisor);
  }

  static Num negate(Num a) {
    return a instanceof Ratio ratio
        ? Ratio.ofLowest(ratio.numerator().negate(), ratio.denominator())
        : Integers.sized("-", Integers.big(a).negate());
  }

  static int compare(Num a, Num b) {
    if (sign(a) != sign(b)) {
      return Integer.compare(sign(a), sign(b));
    }
    Effort.on(numerator(a), denominator(b));
    return numerator(a).multiply(denominator(b)).compareTo(numerator(b).multiply(denominator(a)));
  }

  static int sign(Num x) {
    return x instanceof Fixnum n ? Long.signum(n.value()) : numerator(x).signum();
  }

  /** A power with an integer exponent of any sign; a base of zero must have a positive one. */
  static Num power(String procedure, Num base, BigInteger exponent) {
    BigInteger magnitude = exponent.abs();
    BigInteger top = Integers.power(procedure, numerator(base), magnitude);
    BigInteger bottom = Integers.power(procedure, denominator(base), magnitude);
    if (exponent.signum() >= 0) {
      return Ratio.ofLowest(top, bottom);
    }
    if (top.signum() == 0) {
      throw divisionByZero(procedure);
    }
    return top.signum() < 0
        ? Ratio.ofLowest(bottom.negate(), top.negate())
        : Ratio.ofLowest(bottom, top);
  }

  static SchemeError divisionByZero(String procedure) {
    return SchemeError.of(ErrorClass.DIVIDE_BY_ZERO, procedure + ": the divisor is zero");
  }
}
