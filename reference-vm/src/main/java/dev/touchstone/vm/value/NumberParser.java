package dev.touchstone.vm.value;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one text as a number: a cursor that moves over it once, from left to right. */
final class NumberParser {
  private static final NumberText NOT_A_NUMBER = new NumberText.NotANumber();
  private static final WrittenReal ZERO = new WrittenReal.Fraction(false, "0", null);

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

  NumberText parse() {
    if (!prefixes()) {
      return NOT_A_NUMBER;
    }
    boolean signed = isSign(at);
    WrittenReal first = imaginaryUnit();
    if (first != null) {
      return rectangular(ZERO, first);
    }
    first = real();
    if (first == null) {
      return NOT_A_NUMBER;
    }
    if (at == text.length()) {
      return new WrittenNumber(radix, exactness).real(first);
    }
    if (signed && isLastLetterI()) {
      return rectangular(ZERO, first);
    }
    return isAt('@') ? polar(first) : withImaginaryPart(first);
  }

  private NumberText polar(WrittenReal length) {
    at++;
    WrittenReal angle = real();
    return angle != null && at == text.length()
        ? new WrittenNumber(radix, exactness).polar(length, angle)
        : NOT_A_NUMBER;
  }

  private NumberText withImaginaryPart(WrittenReal real) {
    if (!isSign(at)) {
      return NOT_A_NUMBER;
    }
    WrittenReal unit = imaginaryUnit();
    if (unit != null) {
      return rectangular(real, unit);
    }
    WrittenReal imaginary = real();
    return imaginary != null && isLastLetterI() ? rectangular(real, imaginary) : NOT_A_NUMBER;
  }

  private NumberText rectangular(WrittenReal real, WrittenReal imaginary) {
    return new WrittenNumber(radix, exactness).rectangular(real, imaginary);
  }

  /** One or minus one where the rest of the text is {@code +i} or {@code -i}, otherwise null. */
  private @Nullable WrittenReal imaginaryUnit() {
    boolean unit = isSign(at) && text.startsWith("i", at + 1) && at + 2 == text.length();
    return unit ? new WrittenReal.Fraction(isAt('-'), "1", null) : null;
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

  private @Nullable WrittenReal real() {
    int start = at;
    if (isSign(at)) {
      WrittenReal special = special();
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
      return bottom.isEmpty() ? null : new WrittenReal.Fraction(negative, digits, bottom);
    }
    if ((isAt('.') && hasPoints()) || (radix == 10 && isAt('e') && !digits.isEmpty())) {
      return decimal(start, negative, digits);
    }
    return digits.isEmpty() ? null : new WrittenReal.Fraction(negative, digits, null);
  }

  /**
   * Points belong to radix 10 alone (R7RS 7.1.1), and to the radix that {@code string->number} is
   * asked to read in, for what {@code number->string} writes in it.
   */
  private boolean hasPoints() {
    return radix == 10 || !radixStated;
  }

  private @Nullable WrittenReal special() {
    boolean negative = text.charAt(at) == '-';
    if (text.startsWith("inf.0", at + 1)) {
      at += 6;
      return new WrittenReal.Special(
          negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    if (text.startsWith("nan.0", at + 1)) {
      at += 6;
      return new WrittenReal.Special(Double.NaN);
    }
    return null;
  }

  private @Nullable WrittenReal decimal(int start, boolean negative, String whole) {
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
    return new WrittenReal.Decimal(text.substring(start, at), digits, fraction.length(), exponent);
  }

  /** The exponent with its sign, or "0" and no movement where there is none. */
  private String exponent() {
    int start = at;
    if (radix == 10 && isAt('e')) {
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

  private boolean isLastLetterI() {
    return isAt('i') && at + 1 == text.length();
  }
}
