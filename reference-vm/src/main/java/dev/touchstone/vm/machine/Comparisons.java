package dev.touchstone.vm.machine;

import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Flonum;
import dev.touchstone.vm.value.Ordering;
import dev.touchstone.vm.value.Value;

/** What the instructions that compare numbers do; a pair of small integers is the common case. */
final class Comparisons {
  private Comparisons() {}

  /** {@code (= a b)}. */
  static boolean equal(Value a, Value b) {
    return (a instanceof Fixnum x && b instanceof Fixnum y)
        ? (x.value() == y.value())
        : Ordering.isEqual(a, b);
  }

  /** {@code (< a b)}. */
  static boolean less(Value a, Value b) {
    return (a instanceof Fixnum x && b instanceof Fixnum y)
        ? (x.value() < y.value())
        : otherLess(a, b);
  }

  /** {@code (> a b)}. */
  static boolean greater(Value a, Value b) {
    return (a instanceof Fixnum x && b instanceof Fixnum y)
        ? (x.value() > y.value())
        : otherGreater(a, b);
  }

  /** {@code (<= a b)}. */
  static boolean lessOrEqual(Value a, Value b) {
    return (a instanceof Fixnum x && b instanceof Fixnum y)
        ? (x.value() <= y.value())
        : otherLessOrEqual(a, b);
  }

  /** {@code (>= a b)}. */
  static boolean greaterOrEqual(Value a, Value b) {
    return (a instanceof Fixnum x && b instanceof Fixnum y)
        ? (x.value() >= y.value())
        : otherGreaterOrEqual(a, b);
  }

  private static boolean otherLess(Value a, Value b) {
    return (a instanceof Flonum x && b instanceof Flonum y)
        ? (x.value() < y.value())
        : (Ordering.compare("<", a, b) == -1);
  }

  private static boolean otherGreater(Value a, Value b) {
    return (a instanceof Flonum x && b instanceof Flonum y)
        ? (x.value() > y.value())
        : (Ordering.compare(">", a, b) == 1);
  }

  private static boolean otherLessOrEqual(Value a, Value b) {
    return (a instanceof Flonum x && b instanceof Flonum y)
        ? (x.value() <= y.value())
        : (Ordering.compare("<=", a, b) <= 0);
  }

  private static boolean otherGreaterOrEqual(Value a, Value b) {
    if (a instanceof Flonum x && b instanceof Flonum y) {
      return x.value() >= y.value();
    }
    int order = Ordering.compare(">=", a, b);
    return order == 0 || order == 1;
  }
}
