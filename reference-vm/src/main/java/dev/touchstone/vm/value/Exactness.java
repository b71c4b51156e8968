package dev.touchstone.vm.value;

import dev.touchstone.vm.source.ErrorClass;
import java.math.BigInteger;

/** From exact to inexact and back (R7RS 6.2.6). */
public final class Exactness {
  private static final int LEAST_EXPONENT = Double.MIN_EXPONENT - 52;

  private Exactness() {}

  /** {@code (inexact z)}: the nearest flonums; what is inexact stays as it is. */
  public static Num inexact(Num z) {
    return switch (z) {
      case Flonum x -> x;
      case Complex c -> c.isExact() ? Complex.of(inexact(c.real()), inexact(c.imaginary())) : c;
      case Fixnum _, Bignum _, Ratio _ -> Flonum.of(toDouble(z));
    };
  }

  /**
   * {@code (exact z)}: the number of exactly this value.
   *
   * @throws SchemeError of class {@code range} if a part is infinite or a NaN
   */
  public static Num exact(Num z) {
    return switch (z) {
      case Fixnum _, Bignum _, Ratio _ -> z;
      case Flonum x -> exact(x);
      case Complex c -> Complex.of(exact(c.real()), exact(c.imaginary()));
    };
  }

  private static Num exact(Flonum x) {
    double value = x.value();
    long truncated = (long) value;
    if (truncated == value && Math.abs(value) < Long.MAX_VALUE) {
      return Fixnum.of(truncated);
    }
    if (!Double.isFinite(value)) {
      throw SchemeError.of(ErrorClass.RANGE, "exact: argument 1 has no exact value", x);
    }
    return ofDouble(value);
  }

  /** The exact value of a finite double: its 53 bits, times a power of two. */
  private static Num ofDouble(double value) {
    long bits = Double.doubleToLongBits(value);
    int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
    long fraction = bits & ((1L << 52) - 1);
    long magnitude = Math.abs(value) < Double.MIN_NORMAL ? fraction : fraction | (1L << 52);
    BigInteger digits = BigInteger.valueOf(bits < 0 ? -magnitude : magnitude);
    if (exponent >= 0) {
      return Bignum.of(digits.shiftLeft(exponent));
    }
    int common = Math.min(Long.numberOfTrailingZeros(magnitude), -exponent);
    return Ratio.ofLowest(digits.shiftRight(common), BigInteger.ONE.shiftLeft(-exponent - common));
  }

  /** The nearest double of a real number, ties to even; an infinity if it is too large. */
  static double toDouble(Num real) {
    return switch (real) {
      case Fixnum x -> x.value();
      case Bignum x -> x.value().doubleValue();
      case Flonum x -> x.value();
      case Ratio x -> quotient(x.numerator(), x.denominator());
      case Complex _ -> throw new IllegalArgumentException("not a real number");
    };
  }

  /**
   * The double nearest to a quotient of integers, ties to even.
   *
   * @param bottom positive
   */
  static double quotient(BigInteger top, BigInteger bottom) {
    Effort.on(top, bottom);
    int shift = bottom.bitLength() - top.bitLength() + 66;
    BigInteger[] parts =
        top.abs()
            .shiftLeft(Math.max(shift, 0))
            .divideAndRemainder(bottom.shiftLeft(Math.max(-shift, 0)));
    double magnitude = scaled(parts[0], parts[1].signum() != 0, -shift);
    return top.signum() < 0 ? -magnitude : magnitude;
  }

  /**
   * The double nearest to digits times two to the exponent, ties to even.
   *
   * @param digits of more than 54 bits, not negative
   * @param more whether the exact value is greater, by less than one unit of the last digit
   */
  static double scaled(BigInteger digits, boolean more, int exponent) {
    BigInteger sticky = more ? digits.setBit(0) : digits;
    if (digits.bitLength() - 1 + exponent >= Double.MIN_EXPONENT) {
      return Math.scalb(sticky.doubleValue(), exponent);
    }
    return Double.longBitsToDouble(rounded(sticky, LEAST_EXPONENT - exponent));
  }

  /** The digits without so many of their last bits, to the nearest, ties to even. */
  private static long rounded(BigInteger digits, int drop) {
    BigInteger kept = digits.shiftRight(drop);
    boolean half = digits.testBit(drop - 1);
    boolean tie = half && digits.getLowestSetBit() == drop - 1;
    boolean up = tie ? kept.testBit(0) : half;
    return kept.longValue() + (up ? 1 : 0);
  }
}
