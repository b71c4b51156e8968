package dev.touchstone.vm.value;

import java.math.BigInteger;

/** Complex numbers in rectangular form: their parts and their arithmetic (R7RS 6.2.6). */
public final class Complexes {
  private static final Num ZERO = Fixnum.of(0);

  private Complexes() {}

  /** {@code (real-part z)}. */
  public static Num real(Num z) {
    return z instanceof Complex c ? c.real() : z;
  }

  /** {@code (imag-part z)}: exact zero for a real number. */
  public static Num imaginary(Num z) {
    return z instanceof Complex c ? c.imaginary() : ZERO;
  }

  /** {@code (make-rectangular x y)}. */
  public static Num rectangular(Value x, Value y) {
    return Complex.of(
        Operands.real("make-rectangular", 1, x), Operands.real("make-rectangular", 2, y));
  }

  /** {@code (make-polar r phi)}: exact if r or phi is exact zero. */
  public static Num polar(Value r, Value phi) {
    Num length = Operands.real("make-polar", 1, r);
    Num angle = Operands.real("make-polar", 2, phi);
    if (NumberClasses.isExactZero(length) || NumberClasses.isExactZero(angle)) {
      return length;
    }
    double radians = Exactness.toDouble(angle);
    double magnitude = Exactness.toDouble(length);
    return Complex.of(magnitude * StrictMath.cos(radians), magnitude * StrictMath.sin(radians));
  }

  /** {@code (magnitude z)}: exact if it is a rational number and z is exact. */
  public static Num magnitude(Value z) {
    Num number = Operands.number("magnitude", 1, z);
    if (!(number instanceof Complex c)) {
      return Numbers.magnitude("magnitude", number);
    }
    return c.isExact()
        ? Roots.sqrt(squaredMagnitude(c))
        : Flonum.of(
            StrictMath.hypot(Exactness.toDouble(c.real()), Exactness.toDouble(c.imaginary())));
  }

  /** {@code (angle z)}: from -pi to pi; exact zero for an exact number that is not negative. */
  public static Num angle(Value z) {
    Num number = Operands.number("angle", 1, z);
    if (number instanceof Complex c) {
      return Trigonometry.atan(c.imaginary(), c.real());
    }
    if (number.isExact()) {
      return Rationals.sign(number) < 0 ? Flonum.of(Math.PI) : ZERO;
    }
    return Flonum.of(StrictMath.atan2(0.0, Exactness.toDouble(number)));
  }

  static Num add(Num a, Num b) {
    if (a instanceof Complex x && b instanceof Complex y) {
      return Complex.of(
          Arithmetic.add(x.real(), y.real()), Arithmetic.add(x.imaginary(), y.imaginary()));
    }
    // The imaginary part of a real number is exact zero, to which -0.0 adds up as -0.0.
    Num imaginary = a instanceof Complex x ? x.imaginary() : imaginary(b);
    return Complex.of(Arithmetic.add(real(a), real(b)), imaginary);
  }

  static Num subtract(Num a, Num b) {
    if (a instanceof Complex x && b instanceof Complex y) {
      return Complex.of(
          Arithmetic.subtract(x.real(), y.real()),
          Arithmetic.subtract(x.imaginary(), y.imaginary()));
    }
    Num imaginary = a instanceof Complex x ? x.imaginary() : Arithmetic.negate(imaginary(b));
    return Complex.of(Arithmetic.subtract(real(a), real(b)), imaginary);
  }

  static Num multiply(Num a, Num b) {
    if (a instanceof Complex x && b instanceof Complex y) {
      Num real =
          Arithmetic.subtract(
              Arithmetic.multiply(x.real(), y.real()),
              Arithmetic.multiply(x.imaginary(), y.imaginary()));
      Num imaginary =
          Arithmetic.add(
              Arithmetic.multiply(x.real(), y.imaginary()),
              Arithmetic.multiply(x.imaginary(), y.real()));
      return Complex.of(real, imaginary);
    }
    return a instanceof Complex x ? times(x, b) : times((Complex) b, a);
  }

  private static Num times(Complex z, Num real) {
    return Complex.of(
        Arithmetic.multiply(z.real(), real), Arithmetic.multiply(z.imaginary(), real));
  }

  /** The quotient; b is not exact zero. */
  static Num divide(Num a, Num b) {
    if (!(b instanceof Complex divisor)) {
      return Complex.of(Arithmetic.divide(real(a), b), Arithmetic.divide(imaginary(a), b));
    }
    return a.isExact() && b.isExact()
        ? Arithmetic.divide(multiply(a, conjugate(divisor)), squaredMagnitude(divisor))
        : inexactQuotient(a, divisor);
  }

  private static Num inexactQuotient(Num a, Complex b) {
    return a instanceof Complex dividend
        ? quotient(dividend, b)
        : quotient(
            Exactness.toDouble(a), Exactness.toDouble(b.real()), Exactness.toDouble(b.imaginary()));
  }

  /** Of a real number x by u + vi: x has no imaginary part whose sign of zero would count. */
  private static Num quotient(double x, double u, double v) {
    if (Math.abs(u) >= Math.abs(v)) {
      double ratio = v / u;
      double scale = u + v * ratio;
      return Complex.of(x / scale, -(x * ratio) / scale);
    }
    double ratio = u / v;
    double scale = u * ratio + v;
    return Complex.of(x * ratio / scale, -x / scale);
  }

  /** Smith's method, which does not overflow on the way. */
  private static Num quotient(Complex a, Complex b) {
    double x = Exactness.toDouble(a.real());
    double y = Exactness.toDouble(a.imaginary());
    double u = Exactness.toDouble(b.real());
    double v = Exactness.toDouble(b.imaginary());
    if (Math.abs(u) >= Math.abs(v)) {
      double ratio = v / u;
      double scale = u + v * ratio;
      return Complex.of((x + y * ratio) / scale, (y - x * ratio) / scale);
    }
    double ratio = u / v;
    double scale = u * ratio + v;
    return Complex.of((x * ratio + y) / scale, (y * ratio - x) / scale);
  }

  /**
   * Of an exact number that is too large or too small for doubles the exponent of two that brings
   * it near one, otherwise 0; and 0 where the arithmetic of fractions would refuse it.
   */
  static int scale(Complex z) {
    if (!z.isExact()) {
      return 0;
    }
    int exponent = Math.max(exponent(z.real()), exponent(z.imaginary()));
    int size = Math.abs(exponent);
    return size < Double.MAX_EXPONENT / 2 || size >= Integers.MAX_GCD_BITS ? 0 : exponent;
  }

  private static int exponent(Num x) {
    return Rationals.sign(x) == 0
        ? Integer.MIN_VALUE
        : Rationals.numerator(x).bitLength() - Rationals.denominator(x).bitLength();
  }

  /** An exact number times a power of two; any number times the power zero. */
  static Complex scaled(Complex z, int exponent) {
    return exponent == 0
        ? z
        : (Complex) times(z, Rationals.power("*", Fixnum.of(2), BigInteger.valueOf(exponent)));
  }

  private static Num conjugate(Complex z) {
    return Complex.of(z.real(), Arithmetic.negate(z.imaginary()));
  }

  private static Num squaredMagnitude(Complex z) {
    return Arithmetic.add(
        Arithmetic.multiply(z.real(), z.real()), Arithmetic.multiply(z.imaginary(), z.imaginary()));
  }
}
