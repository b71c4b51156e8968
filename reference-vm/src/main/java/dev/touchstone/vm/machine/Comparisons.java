package dev.touchstone.vm.machine;

import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Numbers;
import dev.touchstone.vm.value.Value;

/** What the instructions that compare numbers do; a pair of small integers is the common case. */
final class Comparisons {
  private Comparisons() {}

  /** {@code (= a b)}. */
  static boolean equal(Value a, Value b) {
    return (a instanceof Fixnum x && b instanceof Fixnum y)
        ? (x.value() == y.value())
        : (Numbers.compare("=", a, b) == 0);
  }

  /** {@code (< a b)}. */
  static boolean less(Value a, Value b) {
    return (a instanceof Fixnum x && b instanceof Fixnum y)
        ? (x.value() < y.value())
        : (Numbers.compare("<", a, b) < 0);
  }

  /** {@code (> a b)}. */
  static boolean greater(Value a, Value b) {
    return (a instanceof Fixnum x && b instanceof Fixnum y)
        ? (x.value() > y.value())
        : (Numbers.compare(">", a, b) > 0);
  }

  /** {@code (<= a b)}. */
  static boolean lessOrEqual(Value a, Value b) {
    return (a instanceof Fixnum x && b instanceof Fixnum y)
        ? (x.value() <= y.value())
        : (Numbers.compare("<=", a, b) <= 0);
  }

  /** {@code (>= a b)}. */
  static boolean greaterOrEqual(Value a, Value b) {
    return (a instanceof Fixnum x && b instanceof Fixnum y)
        ? (x.value() >= y.value())
        : (Numbers.compare(">=", a, b) >= 0);
  }
}
