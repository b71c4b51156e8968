package dev.touchstone.vm.value;

import dev.touchstone.vm.source.ErrorClass;
import java.math.BigInteger;

/** The text of numbers (R7RS 6.2.7). */
final class NumberWriter {
  private static final int DECIMAL = 10;

  private NumberWriter() {}

  static String text(Num number, int radix) {
    return switch (number) {
      case Fixnum x -> Long.toString(x.value(), radix);
      case Bignum x -> text(x.value(), radix);
      case Ratio x -> text(x.numerator(), radix) + "/" + text(x.denominator(), radix);
      case Flonum x -> flonum(x, radix);
      case Complex z -> complex(z, radix);
    };
  }

  private static String text(BigInteger integer, int radix) {
    Effort.of(integer.bitLength());
    return integer.toString(radix);
  }

  /** A real part of zero is left out, unless it is -0.0: it reads back as it was (NUM-30). */
  private static String complex(Complex z, int radix) {
    boolean bare = NumberClasses.isExactZero(z.real()) || isPositiveZero(z.real());
    String real = bare ? "" : text(z.real(), radix);
    String part = text(z.imaginary(), radix);
    String signed = part.startsWith("-") || part.startsWith("+") ? part : "+" + part;
    boolean unit = signed.equals("+1") || signed.equals("-1");
    return real + (unit ? signed.substring(0, 1) : signed) + "i";
  }

  private static boolean isPositiveZero(Num x) {
    return x instanceof Flonum f && Double.doubleToRawLongBits(f.value()) == 0;
  }

  private static String flonum(Flonum x, int radix) {
    return radix == DECIMAL || !Double.isFinite(x.value())
        ? FlonumText.of(x.value())
        : positional(x, radix);
  }

  /** All digits of a double, which are finitely many where the radix is a power of two. */
  private static String positional(Flonum x, int radix) {
    int bitsPerDigit = Integer.numberOfTrailingZeros(radix);
    if (radix != 1 << bitsPerDigit) {
      throw SchemeError.of(
          ErrorClass.RANGE,
          "number->string: inexact numbers are written in radix 2, 8, 10 or 16",
          x);
    }
    Num magnitude = Exactness.exact(Flonum.of(Math.abs(x.value())));
    int fractionBits = Rationals.denominator(magnitude).bitLength() - 1;
    int places = (fractionBits + bitsPerDigit - 1) / bitsPerDigit;
    BigInteger scaled =
        Rationals.numerator(magnitude).shiftLeft(places * bitsPerDigit - fractionBits);
    String digits = scaled.toString(radix);
    String padded = "0".repeat(Math.max(0, places + 1 - digits.length())) + digits;
    int point = padded.length() - places;
    String sign = Double.doubleToRawLongBits(x.value()) < 0 ? "-" : "";
    String fraction = places == 0 ? "0" : padded.substring(point);
    return sign + padded.substring(0, point) + "." + fraction;
  }
}
