package dev.touchstone.vm.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of numbers as they are written.
 *
 * @param radix 2 to 16
 * @param exactness 'e', 'i', or 0 where no prefix states it
 */
record WrittenNumber(int radix, char exactness) {
  private static final NumberText TOO_LARGE =
      new NumberText.Refused("is too large: exact integers have at most 2^24 bits");

  private static final NumberText TOO_LARGE_RATIO =
      new NumberText.Refused("is too large: one part of a ratio has at most 2^18 bits");

  private static final NumberText NO_EXACT_VALUE = new NumberText.Refused("has no exact value");

  /** Parts of at most so many digits are left to {@link BigInteger}, whose time is quadratic. */
  private static final int SMALL_PART = 1000;

  private static final int DECIMAL = 10;

  NumberText rectangular(WrittenReal real, WrittenReal imaginary) {
    return switch (real(real)) {
      case NumberText.Parsed(Num x) ->
          real(imaginary) instanceof NumberText.Parsed(Num y)
              ? new NumberText.Parsed(Complex.of(x, y))
              : real(imaginary);
      case NumberText unreadable -> unreadable;
    };
  }

  /** With {@code #e} the exact value of what is computed without it. */
  NumberText polar(WrittenReal length, WrittenReal angle) {
    WrittenNumber parts = new WrittenNumber(radix, exactness == 'e' ? 0 : exactness);
    NumberText radius = parts.real(length);
    NumberText phi = parts.real(angle);
    if (!(radius instanceof NumberText.Parsed(Num r))) {
      return radius;
    }
    if (!(phi instanceof NumberText.Parsed(Num a))) {
      return phi;
    }
    Num z = Complexes.polar(r, a);
    if (exactness != 'e') {
      return new NumberText.Parsed(z);
    }
    return NumberClasses.isFinite(z) ? new NumberText.Parsed(Exactness.exact(z)) : NO_EXACT_VALUE;
  }

  NumberText real(WrittenReal real) {
    return switch (real) {
      case WrittenReal.Fraction fraction -> valueOf(fraction);
      case WrittenReal.Decimal decimal ->
          exactness == 'e' ? exactValue(decimal) : inexactValue(decimal);
      case WrittenReal.Special special ->
          exactness == 'e' ? NO_EXACT_VALUE : new NumberText.Parsed(Flonum.of(special.value()));
    };
  }

  private NumberText valueOf(WrittenReal.Fraction fraction) {
    String bottom = fraction.bottom() == null ? "1" : fraction.bottom();
    if (isTooLong(fraction.top()) || isTooLong(bottom)) {
      return TOO_LARGE;
    }
    BigInteger magnitude = integer(fraction.top());
    BigInteger top = fraction.negative() ? magnitude.negate() : magnitude;
    BigInteger denominator = integer(bottom);
    if (denominator.signum() == 0) {
      return new NumberText.Refused("has the denominator zero");
    }
    return exactness == 'i'
        ? new NumberText.Parsed(Flonum.of(Exactness.quotient(top, denominator)))
        : ratio(top, denominator);
  }

  private static NumberText ratio(BigInteger top, BigInteger bottom) {
    return Math.min(top.bitLength(), bottom.bitLength()) > Integers.MAX_GCD_BITS
        ? TOO_LARGE_RATIO
        : new NumberText.Parsed(Ratio.of(top, bottom));
  }

  private boolean isTooLong(String digits) {
    int bitsPerDigit = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(radix);
    return (long) digits.length() * bitsPerDigit > Integers.MAX_BITS;
  }

  private NumberText exactValue(WrittenReal.Decimal decimal) {
    if (isTooLong(decimal.digits())) {
      return TOO_LARGE;
    }
    boolean negative = decimal.digits().startsWith("-");
    BigInteger magnitude = integer(negative ? decimal.digits().substring(1) : decimal.digits());
    BigInteger digits = negative ? magnitude.negate() : magnitude;
    BigInteger scale =
        new BigInteger(decimal.exponent()).subtract(BigInteger.valueOf(decimal.fractionDigits()));
    if (digits.signum() == 0) {
      return new NumberText.Parsed(Fixnum.of(0));
    }
    if (scale.bitLength() >= Integer.SIZE || Math.abs(scale.longValue()) * 3 > Integers.MAX_BITS) {
      return TOO_LARGE;
    }
    BigInteger power = BigInteger.valueOf(radix).pow(Math.abs(scale.intValue()));
    return scale.signum() < 0
        ? ratio(digits, power)
        : new NumberText.Parsed(Bignum.of(digits.multiply(power)));
  }

  private NumberText inexactValue(WrittenReal.Decimal decimal) {
    if (radix == DECIMAL) {
      return new NumberText.Parsed(Flonum.of(Double.parseDouble(decimal.text())));
    }
    if (isTooLong(decimal.digits())) {
      return TOO_LARGE;
    }
    boolean negative = decimal.digits().startsWith("-");
    BigInteger digits = integer(negative ? decimal.digits().substring(1) : decimal.digits());
    BigInteger power = BigInteger.valueOf(radix).pow(decimal.fractionDigits());
    double magnitude = Exactness.quotient(digits, power);
    return new NumberText.Parsed(Flonum.of(negative ? -magnitude : magnitude));
  }

  /** The integer of these digits. */
  private BigInteger integer(String digits) {
    Effort.of(digits.length());
    if (digits.length() <= SMALL_PART) {
      return new BigInteger(digits, radix);
    }
    List<BigInteger> squares = new ArrayList<>();
    squares.add(BigInteger.valueOf(radix).pow(SMALL_PART));
    while ((long) SMALL_PART << squares.size() < digits.length()) {
      squares.add(squares.getLast().pow(2));
    }
    return integer(digits, squares);
  }

  /**
   * Splits long digits, so that they do not take quadratic time.
   *
   * @param squares the radix to the power {@code SMALL_PART}, and the squares of that
   */
  private BigInteger integer(String digits, List<BigInteger> squares) {
    if (digits.length() <= SMALL_PART) {
      return new BigInteger(digits, radix);
    }
    int level = squares.size() - 1;
    while (SMALL_PART << level >= digits.length()) {
      level--;
    }
    int split = digits.length() - (SMALL_PART << level);
    BigInteger high = integer(digits.substring(0, split), squares);
    BigInteger low = integer(digits.substring(split), squares);
    return high.multiply(squares.get(level)).add(low);
  }
}
