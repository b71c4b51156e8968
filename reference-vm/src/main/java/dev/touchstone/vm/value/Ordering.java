package dev.touchstone.vm.value;

/** {@code =}, {@code <} and their kin (R7RS 6.2.6): by exact value, so that they are transitive. */
public final class Ordering {
  /** What {@link #compare} says when one of the two is a NaN: neither less, equal nor greater. */
  public static final int UNORDERED = 2;

  /** Integers up to this magnitude are doubles. */
  private static final long EXACT_DOUBLES = 1L << 53;

  private Ordering() {}

  /** {@code (= a b)}, for numbers of any kind. */
  public static boolean isEqual(Value a, Value b) {
    if (a instanceof Flonum x && b instanceof Flonum y) {
      return x.value() == y.value();
    }
    Num x = Operands.number("=", 1, a);
    Num y = Operands.number("=", 2, b);
    return compare(Complexes.real(x), Complexes.real(y)) == 0
        && compare(Complexes.imaginary(x), Complexes.imaginary(y)) == 0;
  }

  /**
   * -1, 0 or 1 as a is less than, equal to or greater than b, or {@link #UNORDERED}.
   *
   * @param procedure the name for messages: {@code <}, {@code max}, ...
   */
  public static int compare(String procedure, Value a, Value b) {
    if (a instanceof Flonum x && b instanceof Flonum y) {
      return compare(x.value(), y.value());
    }
    return compare(Operands.real(procedure, 1, a), Operands.real(procedure, 2, b));
  }

  /** As above, of two real numbers. */
  static int compare(Num a, Num b) {
    if (a instanceof Flonum x) {
      return b instanceof Flonum y ? compare(x.value(), y.value()) : reversed(compare(b, x));
    }
    return b instanceof Flonum y ? compare(a, y) : Integer.signum(Rationals.compare(a, b));
  }

  private static int compare(Num exact, Flonum inexact) {
    double value = inexact.value();
    if (!Double.isFinite(value)) {
      return compare(0, value);
    }
    if (exact instanceof Fixnum x && Math.abs(x.value()) <= EXACT_DOUBLES) {
      return compare((double) x.value(), value);
    }
    return Integer.signum(Rationals.compare(exact, Exactness.exact(inexact)));
  }

  private static int compare(double a, double b) {
    if (a < b) {
      return -1;
    }
    if (a > b) {
      return 1;
    }
    return a == b ? 0 : UNORDERED;
  }

  private static int reversed(int order) {
    return order == UNORDERED ? UNORDERED : -order;
  }
}
