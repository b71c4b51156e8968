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

  /** The quotient of two integers in lowest terms; the second is not zero. */
  static Num ratio(String procedure, BigInteger top, BigInteger bottom) {
    BigInteger common = Integers.gcd(procedure, top, bottom);
    Effort.on(top, bottom);
    BigInteger divisor = bottom.signum() < 0 ? common.negate() : common;
    return Ratio.ofLowest(top.divide(divisor), bottom.divide(divisor));
  }

  static Num add(Num a, Num b) {
    if (!(a instanceof Ratio) && !(b instanceof Ratio)) {
      return Integers.sized("+", Integers.big(a).add(Integers.big(b)));
    }
    BigInteger top = cross("+", a, b).add(cross("+", b, a));
    return ratio("+", top, Integers.product("+", denominator(a), denominator(b)));
  }

  static Num subtract(Num a, Num b) {
    if (!(a instanceof Ratio) && !(b instanceof Ratio)) {
      return Integers.sized("-", Integers.big(a).subtract(Integers.big(b)));
    }
    BigInteger top = cross("-", a, b).subtract(cross("-", b, a));
    return ratio("-", top, Integers.product("-", denominator(a), denominator(b)));
  }

  static Num multiply(Num a, Num b) {
    BigInteger top = Integers.product("*", numerator(a), numerator(b));
    if (!(a instanceof Ratio) && !(b instanceof Ratio)) {
      return Bignum.of(top);
    }
    return ratio("*", top, Integers.product("*", denominator(a), denominator(b)));
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
    return ratio("/", cross("/", a, b), cross("/", b, a));
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

  /** The numerator of the first times the denominator of the second. */
  private static BigInteger cross(String procedure, Num a, Num b) {
    return Integers.product(procedure, numerator(a), denominator(b));
  }

  static SchemeError divisionByZero(String procedure) {
    return SchemeError.of(ErrorClass.DIVIDE_BY_ZERO, procedure + ": the divisor is zero");
  }
}
