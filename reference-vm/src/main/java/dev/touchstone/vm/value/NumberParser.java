package dev.touchstone.vm.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one text as a number: a cursor that moves over it once, from left to right. */
final class NumberParser {
  private static final NumberText NOT_A_NUMBER = new NumberText.NotANumber();
  private static final NumberText COMPLEX =
      new NumberText.Refused("is complex, and complex numbers are not implemented");
  private static final NumberText TOO_LARGE =
      new NumberText.Refused("is too large: exact integers have at most 2^26 bits");

  private static final NumberText TOO_LARGE_RATIO =
      new NumberText.Refused("is too large: one part of a ratio has at most 2^20 bits");

  /** Parts of at most so many digits are left to {@link BigInteger}, whose time is quadratic. */
  private static final int SMALL_PART = 1000;

  private final String text;
  private int at;
  private int radix;
  private boolean radixStated;

  /** 'e', 'i', or 0 where no prefix states exactness. */
  private char exactness;

  NumberParser(String text, int radix) {
    this.text = text.toLowerCase(Locale.ROOT);
    this.radix = radix;
  }

  /** A real number as it is written, before its exactness is decided. */
  private sealed interface Written {
    /** Digits, with a denominator if there is a slash. */
    record Fraction(boolean negative, String top, @Nullable String bottom) implements Written {}

    /** Digits with a point or an exponent: the value is digits times ten to the exponent. */
    record Decimal(String text, String digits, int fractionDigits, String exponent)
        implements Written {}

    /** An infinity or a NaN. */
    record Special(double value) implements Written {}
  }

  NumberText parse() {
    if (!prefixes()) {
      return NOT_A_NUMBER;
    }
    int start = at;
    Written real = real();
    if (real == null) {
      at = start;
      return imaginaryPart() ? COMPLEX : NOT_A_NUMBER;
    }
    if (at == text.length()) {
      return valueOf(real);
    }
    return restOfComplex(isSign(start)) ? COMPLEX : NOT_A_NUMBER;
  }

  private boolean prefixes() {
    while (at < text.length() && text.charAt(at) == '#') {
      if (at + 1 >= text.length() || !prefix(text.charAt(at + 1))) {
        return false;
      }
      at += 2;
    }
    return true;
  }

  private boolean prefix(char letter) {
    if (letter == 'e' || letter == 'i') {
      boolean first = exactness == 0;
      exactness = letter;
      return first;
    }
    if ("bodx".indexOf(letter) < 0 || radixStated) {
      return false;
    }
    radixStated = true;
    radix =
        switch (letter) {
          case 'b' -> 2;
          case 'o' -> 8;
          case 'd' -> 10;
          default -> 16;
        };
    return true;
  }

  private @Nullable Written real() {
    int start = at;
    if (isSign(at)) {
      Written special = special();
      if (special != null) {
        return special;
      }
      at++;
    }
    boolean negative = text.startsWith("-", start);
    String digits = digits();
    if (!digits.isEmpty() && isAt('/')) {
      at++;
      String bottom = digits();
      return bottom.isEmpty() ? null : new Written.Fraction(negative, digits, bottom);
    }
    if (radix == 10 && (isAt('.') || (isAt('e') && !digits.isEmpty()))) {
      return decimal(start, negative, digits);
    }
    return digits.isEmpty() ? null : new Written.Fraction(negative, digits, null);
  }

  private @Nullable Written special() {
    boolean negative = text.charAt(at) == '-';
    if (text.startsWith("inf.0", at + 1)) {
      at += 6;
      return new Written.Special(negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    if (text.startsWith("nan.0", at + 1)) {
      at += 6;
      return new Written.Special(Double.NaN);
    }
    return null;
  }

  private @Nullable Written decimal(int start, boolean negative, String whole) {
    String fraction = "";
    if (isAt('.')) {
      at++;
      fraction = digits();
      if (whole.isEmpty() && fraction.isEmpty()) {
        return null;
      }
    }
    String exponent = exponent();
    String digits = (negative ? "-" : "") + whole + fraction;
    return new Written.Decimal(text.substring(start, at), digits, fraction.length(), exponent);
  }

  /** The exponent with its sign, or "0" and no movement where there is none. */
  private String exponent() {
    int start = at;
    if (isAt('e')) {
      at++;
      boolean negative = isAt('-');
      if (isSign(at)) {
        at++;
      }
      String digits = digits();
      if (!digits.isEmpty()) {
        return (negative ? "-" : "") + digits;
      }
    }
    at = start;
    return "0";
  }

  private String digits() {
    int start = at;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean isDigit(char c) {
    return c < 0x80 && Character.digit(c, radix) >= 0;
  }

  private boolean isAt(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private boolean isSign(int index) {
    return index < text.length() && (text.charAt(index) == '+' || text.charAt(index) == '-');
  }

  /** {@code +i} and {@code -2i}: a sign, a real without sign or nothing, and {@code i}. */
  private boolean imaginaryPart() {
    if (!isSign(at)) {
      return false;
    }
    if (text.startsWith("i", at + 1) && at + 2 == text.length()) {
      return true;
    }
    return real() != null && isLastLetterI();
  }

  private boolean restOfComplex(boolean signed) {
    if (isAt('@')) {
      at++;
      return real() != null && at == text.length();
    }
    return (signed && isLastLetterI()) || imaginaryPart();
  }

  private boolean isLastLetterI() {
    return isAt('i') && at + 1 == text.length();
  }

  private NumberText valueOf(Written real) {
    return switch (real) {
      case Written.Fraction fraction -> valueOf(fraction);
      case Written.Decimal decimal ->
          exactness == 'e'
              ? exactValue(decimal)
              : new NumberText.Parsed(Flonum.of(Double.parseDouble(decimal.text())));
      case Written.Special special ->
          exactness == 'e'
              ? new NumberText.Refused("has no exact value")
              : new NumberText.Parsed(Flonum.of(special.value()));
    };
  }

  private NumberText valueOf(Written.Fraction fraction) {
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
        ? new NumberText.Parsed(Flonum.of(toDouble(top, denominator)))
        : ratio(top, denominator);
  }

  private static NumberText ratio(BigInteger top, BigInteger bottom) {
    return Math.min(top.bitLength(), bottom.bitLength()) > Numbers.MAX_GCD_BITS
        ? TOO_LARGE_RATIO
        : new NumberText.Parsed(Ratio.of(top, bottom));
  }

  private boolean isTooLong(String digits) {
    int bitsPerDigit = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(radix);
    return (long) digits.length() * bitsPerDigit > Numbers.MAX_BITS;
  }

  private NumberText exactValue(Written.Decimal decimal) {
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
    if (scale.bitLength() >= Integer.SIZE || Math.abs(scale.longValue()) * 3 > Numbers.MAX_BITS) {
      return TOO_LARGE;
    }
    BigInteger power = BigInteger.TEN.pow(Math.abs(scale.intValue()));
    return scale.signum() < 0
        ? ratio(digits, power)
        : new NumberText.Parsed(Bignum.of(digits.multiply(power)));
  }

  /** The integer of these digits. */
  private BigInteger integer(String digits) {
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

  /**
   * The nearest double. A halfway point between two doubles has at most 767 significant digits, so
   * 800 digits and one more that says whether any follow decide every case.
   */
  private static double toDouble(BigInteger top, BigInteger bottom) {
    BigDecimal numerator = new BigDecimal(top);
    BigDecimal denominator = new BigDecimal(bottom);
    BigDecimal quotient = numerator.divide(denominator, new MathContext(800, RoundingMode.DOWN));
    int rest = numerator.compareTo(quotient.multiply(denominator));
    BigDecimal sticky = quotient.ulp().movePointLeft(1).multiply(BigDecimal.valueOf(rest));
    return quotient.add(sticky).doubleValue();
  }
}
