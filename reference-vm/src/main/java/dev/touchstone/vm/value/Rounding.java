package dev.touchstone.vm.value;

import java.math.BigInteger;

/** {@code floor} and its kin, numerators, and the simplest rational (R7RS 6.2.6). */
public final class Rounding {
  private Rounding() {}

  /** {@code (floor x)}. */
  public static Num floor(Value x) {
    return switch (Operands.real("floor", 1, x)) {
      case Flonum f -> Flonum.of(Math.floor(f.value()));
      case Ratio r -> Bignum.of(floor(r));
      case Num integer -> integer;
    };
  }

  /** {@code (ceiling x)}. */
  public static Num ceiling(Value x) {
    return switch (Operands.real("ceiling", 1, x)) {
      case Flonum f -> Flonum.of(Math.ceil(f.value()));
      case Ratio r -> Bignum.of(floor(r).add(BigInteger.ONE));
      case Num integer -> integer;
    };
  }

  /** {@code (truncate x)}. */
  public static Num truncate(Value x) {
    return switch (Operands.real("truncate", 1, x)) {
      case Flonum f -> Flonum.of(f.value() < 0 ? Math.ceil(f.value()) : Math.floor(f.value()));
      case Ratio r -> Bignum.of(truncate(r));
      case Num integer -> integer;
    };
  }

  /** {@code (round x)}: to the nearest integer, to the even one of two. */
  public static Num round(Value x) {
    return switch (Operands.real("round", 1, x)) {
      case Flonum f -> Flonum.of(Math.rint(f.value()));
      case Ratio r -> Bignum.of(nearest(r));
      case Num integer -> integer;
    };
  }

  /** {@code (numerator q)}. */
  public static Num numerator(Value q) {
    return switch (Operands.rational("numerator", 1, q)) {
      case Flonum f when NumberClasses.isIntegral(f.value()) -> f;
      case Flonum f -> Exactness.inexact(Bignum.of(Rationals.numerator(Exactness.exact(f))));
      case Num exact -> Bignum.of(Rationals.numerator(exact));
    };
  }

  /** {@code (denominator q)}: positive; that of 0 is 1. */
  public static Num denominator(Value q) {
    return switch (Operands.rational("denominator", 1, q)) {
      case Flonum f -> Exactness.inexact(Bignum.of(Rationals.denominator(Exactness.exact(f))));
      case Num exact -> Bignum.of(Rationals.denominator(exact));
    };
  }

  /** {@code (rationalize x y)}: the simplest rational from x - |y| to x + |y|. */
  public static Num rationalize(Value x, Value y) {
    Num middle = Operands.real("rationalize", 1, x);
    Num distance = Numbers.magnitude("rationalize", Operands.real("rationalize", 2, y));
    if (!NumberClasses.isFinite(middle) || !NumberClasses.isFinite(distance)) {
      return Flonum.of(
          rationalizeInfinite(Exactness.toDouble(middle), Exactness.toDouble(distance)));
    }
    Num centre = Exactness.exact(middle);
    Num radius = Exactness.exact(distance);
    Num simplest = simplest(Rationals.subtract(centre, radius), Rationals.add(centre, radius));
    return middle.isExact() && distance.isExact() ? simplest : Exactness.inexact(simplest);
  }

  private static double rationalizeInfinite(double x, double distance) {
    if (Double.isNaN(x) || Double.isNaN(distance)) {
      return Double.NaN;
    }
    if (Double.isInfinite(distance)) {
      return Double.isInfinite(x) ? Double.NaN : 0.0;
    }
    return x;
  }

  /** Of least denominator, and then of least numerator, between two exact numbers. */
  private static Num simplest(Num low, Num high) {
    if (Rationals.sign(low) > 0) {
      return simplestPositive(low, high);
    }
    return Rationals.sign(high) < 0
        ? Rationals.negate(simplestPositive(Rationals.negate(high), Rationals.negate(low)))
        : Fixnum.of(0);
  }

  /**
   * Walks down the continued fraction that the two have in common; h/k and h2/k2 are its last two
   * convergents.
   */
  private static Num simplestPositive(Num low, Num high) {
    BigInteger h2 = BigInteger.ZERO;
    BigInteger k2 = BigInteger.ONE;
    BigInteger h = BigInteger.ONE;
    BigInteger k = BigInteger.ZERO;
    Num from = low;
    Num to = high;
    while (true) {
      Num whole = floor(from);
      boolean last = Rationals.compare(whole, from) == 0;
      boolean between = !last && Rationals.compare(whole, floor(to)) < 0;
      BigInteger term = Integers.big(whole);
      BigInteger digit = between ? term.add(BigInteger.ONE) : term;
      BigInteger top = digit.multiply(h).add(h2);
      BigInteger bottom = digit.multiply(k).add(k2);
      if (last || between) {
        return Ratio.ofLowest(top, bottom);
      }
      h2 = h;
      k2 = k;
      h = top;
      k = bottom;
      Num rest = Rationals.subtract(to, whole);
      to = Rationals.divide(Fixnum.of(1), Rationals.subtract(from, whole));
      from = Rationals.divide(Fixnum.of(1), rest);
    }
  }

  private static BigInteger floor(Ratio r) {
    Effort.on(r.numerator(), r.denominator());
    return IntegerDivision.floorQuotient(r.numerator(), r.denominator());
  }

  private static BigInteger truncate(Ratio r) {
    Effort.on(r.numerator(), r.denominator());
    return r.numerator().divide(r.denominator());
  }

  private static BigInteger nearest(Ratio r) {
    BigInteger below = floor(r);
    BigInteger twice = r.numerator().subtract(below.multiply(r.denominator())).shiftLeft(1);
    int side = twice.compareTo(r.denominator());
    boolean up = side > 0 || (side == 0 && below.testBit(0));
    return up ? below.add(BigInteger.ONE) : below;
  }
}
