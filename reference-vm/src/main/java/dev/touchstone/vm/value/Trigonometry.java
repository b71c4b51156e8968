package dev.touchstone.vm.value;

import dev.touchstone.vm.source.ErrorClass;

/**
 * The circular functions and their inverses (R7RS 6.2.6). They are exact where an exact argument
 * has an exact result (of zero, and {@code acos} of one), otherwise inexact.
 */
public final class Trigonometry {
  private static final Num ZERO = Fixnum.of(0);

  private Trigonometry() {}

  /** {@code (sin z)}. */
  public static Num sin(Value z) {
    return switch (Operands.number("sin", 1, z)) {
      case Complex c -> ComplexFunctions.sin(re(c), im(c));
      case Num x when NumberClasses.isExactZero(x) -> ZERO;
      case Num x -> Flonum.of(StrictMath.sin(Exactness.toDouble(x)));
    };
  }

  /** {@code (cos z)}. */
  public static Num cos(Value z) {
    return switch (Operands.number("cos", 1, z)) {
      case Complex c -> ComplexFunctions.cos(re(c), im(c));
      case Num x when NumberClasses.isExactZero(x) -> Fixnum.of(1);
      case Num x -> Flonum.of(StrictMath.cos(Exactness.toDouble(x)));
    };
  }

  /** {@code (tan z)}. */
  public static Num tan(Value z) {
    return switch (Operands.number("tan", 1, z)) {
      case Complex c -> ComplexFunctions.tan(re(c), im(c));
      case Num x when NumberClasses.isExactZero(x) -> ZERO;
      case Num x -> Flonum.of(StrictMath.tan(Exactness.toDouble(x)));
    };
  }

  /** {@code (asin z)}: complex for a real number beyond 1 or -1. */
  public static Num asin(Value z) {
    Num number = Operands.number("asin", 1, z);
    if (NumberClasses.isExactZero(number)) {
      return ZERO;
    }
    if (number instanceof Complex c) {
      return ComplexFunctions.asin(re(c), im(c));
    }
    double x = Exactness.toDouble(number);
    return Math.abs(x) > 1 ? ComplexFunctions.asin(x, besideCut(x)) : Flonum.of(StrictMath.asin(x));
  }

  /** {@code (acos z)}: complex for a real number beyond 1 or -1. */
  public static Num acos(Value z) {
    Num number = Operands.number("acos", 1, z);
    if (NumberClasses.isExactOne(number)) {
      return ZERO;
    }
    if (number instanceof Complex c) {
      return ComplexFunctions.acos(re(c), im(c));
    }
    double x = Exactness.toDouble(number);
    return Math.abs(x) > 1 ? ComplexFunctions.acos(x, besideCut(x)) : Flonum.of(StrictMath.acos(x));
  }

  /** {@code (atan z)}. */
  public static Num atan(Value z) {
    return switch (Operands.number("atan", 1, z)) {
      case Complex c -> ComplexFunctions.atan(re(c), im(c));
      case Num x when NumberClasses.isExactZero(x) -> ZERO;
      case Num x -> Flonum.of(StrictMath.atan(Exactness.toDouble(x)));
    };
  }

  /**
   * {@code (atan y x)}: the angle of x + yi, from -pi to pi.
   *
   * @throws SchemeError of class {@code divide-by-zero} if both are exact zero
   */
  public static Num atan(Value y, Value x) {
    Num rise = Operands.real("atan", 1, y);
    Num run = Operands.real("atan", 2, x);
    if (NumberClasses.isExactZero(rise) && run.isExact()) {
      int sign = Rationals.sign(run);
      if (sign == 0) {
        throw SchemeError.of(ErrorClass.DIVIDE_BY_ZERO, "atan: exact zero has no angle");
      }
      return sign > 0 ? ZERO : Flonum.of(Math.PI);
    }
    double a = Exactness.toDouble(rise);
    double b = Exactness.toDouble(run);
    return rise.isExact() && run.isExact() && !(isPlain(a) && isPlain(b))
        ? Flonum.of(scaledAngle(rise, run))
        : Flonum.of(StrictMath.atan2(a, b));
  }

  /**
   * The angle of two exact numbers that a double may not hold: of the two divided by the larger.
   */
  private static double scaledAngle(Num rise, Num run) {
    Num a = Numbers.magnitude("atan", rise);
    Num b = Numbers.magnitude("atan", run);
    Num larger = Rationals.compare(a, b) > 0 ? a : b;
    return StrictMath.atan2(
        Exactness.toDouble(Rationals.divide(rise, larger)),
        Exactness.toDouble(Rationals.divide(run, larger)));
  }

  private static boolean isPlain(double x) {
    return Double.isFinite(x) && Math.abs(x) >= Double.MIN_NORMAL;
  }

  /** A real number right of 1 is seen from below, one left of -1 from above (R7RS's formula). */
  private static double besideCut(double x) {
    return x > 0 ? -0.0 : 0.0;
  }

  private static double re(Complex z) {
    return Exactness.toDouble(z.real());
  }

  private static double im(Complex z) {
    return Exactness.toDouble(z.imaginary());
  }
}
