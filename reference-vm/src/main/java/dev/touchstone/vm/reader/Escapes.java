package dev.touchstone.vm.reader;

import dev.touchstone.vm.source.Source;

/** Hexadecimal scalar values (R7RS 7.1.1). */
final class Escapes {
  private Escapes() {}

  /** The character of these digits; the offsets are those of what a message points at. */
  static int hexScalar(Source source, int start, int end, String digits) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    int value = significant.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(significant, 16);
    if (value > Character.MAX_CODE_POINT) {
      throw Rejection.at(source, start, end, "The last character is #\\x10FFFF.");
    }
    if (value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE) {
      throw Rejection.at(
          source, start, end, "The code points from D800 to DFFF are surrogates, not characters.");
    }
    return value;
  }
}
