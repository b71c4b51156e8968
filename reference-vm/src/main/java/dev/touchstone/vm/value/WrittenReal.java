package dev.touchstone.vm.value;

import org.jspecify.annotations.Nullable;

/** A real number as it is written, before its exactness is decided. */
sealed interface WrittenReal {
  /** Digits, with a denominator if there is a slash. */
  record Fraction(boolean negative, String top, @Nullable String bottom) implements WrittenReal {}

  /**
   * Digits with a point or an exponent: the value is digits times the radix to the exponent less
   * the number of digits after the point.
   */
  record Decimal(String text, String digits, int fractionDigits, String exponent)
      implements WrittenReal {}

  /** An infinity or a NaN. */
  record Special(double value) implements WrittenReal {}
}
