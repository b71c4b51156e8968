package dev.touchstone.vm.value;

import java.math.BigDecimal;
import java.math.MathContext;

/** The decimal text of an inexact number (R7RS 6.2.5). */
final class FlonumText {
  /** Exponents from this to {@link #PLAIN_TO} are written without {@code e}. */
  private static final int PLAIN_FROM = -7;

  private static final int PLAIN_TO = 20;

  private FlonumText() {}

  /**
   * The shortest text that reads as the same number: {@code 0.5}, {@code 1.0}, {@code 1e100},
   * {@code -0.0}, {@code +inf.0}, {@code +nan.0}.
   */
  static String of(double value) {
    if (Double.isNaN(value)) {
      return "+nan.0";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+inf.0" : "-inf.0";
    }
    String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
    return sign + (value == 0 ? "0.0" : positive(Math.abs(value)));
  }

  private static String positive(double value) {
    BigDecimal shortest = shortest(value);
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent >= PLAIN_FROM && exponent <= PLAIN_TO) {
      return shortest.toPlainString() + (shortest.scale() <= 0 ? ".0" : "");
    }
    String digits = shortest.unscaledValue().toString();
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    return digits.charAt(0) + fraction + "e" + exponent;
  }

  /** The shortest decimal that reads back: Java's, which never has less than two digits. */
  private static BigDecimal shortest(double value) {
    BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    BigDecimal oneDigit = digits.round(new MathContext(1));
    return oneDigit.doubleValue() == value ? oneDigit : digits;
  }
}
