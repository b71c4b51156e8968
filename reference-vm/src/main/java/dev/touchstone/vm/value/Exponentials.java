package dev.touchstone.vm.value;

import dev.touchstone.vm.source.ErrorClass;
import java.math.BigInteger;

/**
 * {@code exp} and {@code log} (R7RS 6.2.6). {@link StrictMath} gives the same results on every
 * host.
 */
public final class Exponentials {
  private static final Num ZERO = Fixnum.of(0);
  private static final double LOG_2 = StrictMath.log(2);

  private Exponentials() {}

  /** {@code (exp z)}: exact one of exact zero. */
  public static Num exp(Value z) {
    Num number = Operands.number("exp", 1, z);
    if (NumberClasses.isExactZero(number)) {
      return Fixnum.of(1);
    }
    return number instanceof Complex c
        ? ComplexFunctions.exp(Exactness.toDouble(c.real()), Exactness.toDouble(c.imaginary()))
        : Flonum.of(StrictMath.exp(Exactness.toDouble(number)));
  }

  /**
   * {@code (log z)}: the imaginary part is from -pi to pi; exact zero of exact one.
   *
   * @throws SchemeError of class {@code divide-by-zero} if z is exact zero
   */
  public static Num log(Value z) {
    Num number = Operands.number("log", 1, z);
    if (number instanceof Complex c) {
      return log(c);
    }
    if (NumberClasses.isExactZero(number)) {
      throw SchemeError.of(ErrorClass.DIVIDE_BY_ZERO, "log: exact zero has no logarithm");
    }
    if (NumberClasses.isExactOne(number)) {
      return ZERO;
    }
    return isNegative(number)
        ? Complex.of(logOfPositive(Arithmetic.negate(number)), Math.PI)
        : Flonum.of(logOfPositive(number));
  }

  private static Complex log(Complex z) {
    int scale = Complexes.scale(z);
    Complex near = Complexes.scaled(z, -scale);
    Complex log =
        ComplexFunctions.log(Exactness.toDouble(near.real()), Exactness.toDouble(near.imaginary()));
    return Complex.of(
        Exactness.toDouble(log.real()) + scale * LOG_2, Exactness.toDouble(log.imaginary()));
  }

  /** {@code (log z base)}: the quotient of two logarithms. */
  public static Num log(Value z, Value base) {
    Num number = Operands.number("log", 1, z);
    Num radix = Operands.number("log", 2, base);
    if (isPositive(number) && Ordering.isEqual(radix, Fixnum.of(10))) {
      double x = Exactness.toDouble(number);
      return isPlain(x) && !NumberClasses.isExactOne(number)
          ? Flonum.of(StrictMath.log10(x))
          : Arithmetic.divide(log(number), log(radix));
    }
    Num divisor = log(radix);
    return Arithmetic.divide(log(number), divisor);
  }

  /** Also of exact numbers that are too large or too small for a double. */
  static double logOfPositive(Num x) {
    double nearest = Exactness.toDouble(x);
    if (x instanceof Flonum || isPlain(nearest)) {
      return StrictMath.log(nearest);
    }
    return logOfInteger(Rationals.numerator(x)) - logOfInteger(Rationals.denominator(x));
  }

  private static double logOfInteger(BigInteger x) {
    int shift = Math.max(x.bitLength() - Long.SIZE, 0);
    return StrictMath.log(x.shiftRight(shift).doubleValue()) + shift * LOG_2;
  }

  private static boolean isPlain(double x) {
    return Double.isFinite(x) && x >= Double.MIN_NORMAL;
  }

  /** With -0.0: its angle is pi. */
  private static boolean isNegative(Num real) {
    return real instanceof Flonum x
        ? Math.copySign(1.0, x.value()) < 0 && !Double.isNaN(x.value())
        : Rationals.sign(real) < 0;
  }

  private static boolean isPositive(Num number) {
    return NumberClasses.isReal(number) && Ordering.compare(number, ZERO) == 1;
  }
}
