package dev.touchstone.vm.value;

/** Which numbers are what (R7RS 6.2.1, 6.2.6). */
public final class NumberClasses {
  private NumberClasses() {}

  /** {@code (real? value)}. */
  public static boolean isReal(Value value) {
    return value instanceof Num && !(value instanceof Complex);
  }

  /** {@code (rational? value)}: real and finite. */
  public static boolean isRational(Value value) {
    return isReal(value) && !(value instanceof Flonum x && !Double.isFinite(x.value()));
  }

  /** {@code (integer? value)}. */
  public static boolean isInteger(Value value) {
    return Numbers.isExactInteger(value) || (value instanceof Flonum x && isIntegral(x.value()));
  }

  /** Whether a double is an integer; the infinities are none. */
  static boolean isIntegral(double value) {
    return Double.isFinite(value) && Math.rint(value) == value;
  }

  /** {@code (finite? z)}: no part is infinite or a NaN. */
  public static boolean isFinite(Num z) {
    return switch (z) {
      case Fixnum _, Bignum _, Ratio _ -> true;
      case Flonum x -> Double.isFinite(x.value());
      case Complex c -> isFinite(c.real()) && isFinite(c.imaginary());
    };
  }

  /** {@code (infinite? z)}: a part is infinite. */
  public static boolean isInfinite(Num z) {
    return switch (z) {
      case Fixnum _, Bignum _, Ratio _ -> false;
      case Flonum x -> Double.isInfinite(x.value());
      case Complex c -> isInfinite(c.real()) || isInfinite(c.imaginary());
    };
  }

  /** {@code (nan? z)}: a part is a NaN. */
  public static boolean isNan(Num z) {
    return switch (z) {
      case Fixnum _, Bignum _, Ratio _ -> false;
      case Flonum x -> Double.isNaN(x.value());
      case Complex c -> isNan(c.real()) || isNan(c.imaginary());
    };
  }

  /** Whether it is zero and exact. */
  static boolean isExactZero(Num z) {
    return z instanceof Fixnum x && x.value() == 0;
  }

  /** Whether it is one and exact. */
  static boolean isExactOne(Num z) {
    return z instanceof Fixnum x && x.value() == 1;
  }
}
