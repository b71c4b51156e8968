package dev.touchstone.vm.value;

/**
 * Sum, difference, product and quotient over the whole tower: an operation on exact numbers is
 * exact, one with an inexact argument is inexact (R7RS 6.2.2).
 */
final class Arithmetic {
  private Arithmetic() {}

  static Num add(Num a, Num b) {
    if (a instanceof Complex || b instanceof Complex) {
      return Complexes.add(a, b);
    }
    return isInexact(a, b)
        ? Flonum.of(Exactness.toDouble(a) + Exactness.toDouble(b))
        : Rationals.add(a, b);
  }

  static Num subtract(Num a, Num b) {
    if (a instanceof Complex || b instanceof Complex) {
      return Complexes.subtract(a, b);
    }
    return isInexact(a, b)
        ? Flonum.of(Exactness.toDouble(a) - Exactness.toDouble(b))
        : Rationals.subtract(a, b);
  }

  static Num multiply(Num a, Num b) {
    if (a instanceof Complex || b instanceof Complex) {
      return Complexes.multiply(a, b);
    }
    return isInexact(a, b)
        ? Flonum.of(Exactness.toDouble(a) * Exactness.toDouble(b))
        : Rationals.multiply(a, b);
  }

  /**
   * The quotient; a division by a flonum zero yields an infinity or a NaN.
   *
   * @throws SchemeError of class {@code divide-by-zero} if b is exact zero
   */
  static Num divide(Num a, Num b) {
    if (NumberClasses.isExactZero(b)) {
      throw Rationals.divisionByZero("/");
    }
    if (a instanceof Complex || b instanceof Complex) {
      return Complexes.divide(a, b);
    }
    return isInexact(a, b)
        ? Flonum.of(Exactness.toDouble(a) / Exactness.toDouble(b))
        : Rationals.divide(a, b);
  }

  static Num negate(Num a) {
    return switch (a) {
      case Fixnum _, Bignum _, Ratio _ -> Rationals.negate(a);
      case Flonum x -> Flonum.of(-x.value());
      case Complex z -> Complex.of(negate(z.real()), negate(z.imaginary()));
    };
  }

  private static boolean isInexact(Num a, Num b) {
    return a instanceof Flonum || b instanceof Flonum;
  }
}
