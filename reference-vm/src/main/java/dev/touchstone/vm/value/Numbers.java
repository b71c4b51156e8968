package dev.touchstone.vm.value;

/**
 * The numeric procedures that have instructions, and their kin (R7RS 6.2.6): the way for two
 * fixnums and the way for two flonums are here, the rest of the tower is behind them.
 *
 * <p>Operations that serve several procedures take the name of the procedure for their messages.
 * All raise a {@link SchemeError}: class {@code type} for an argument of the wrong kind (see {@link
 * Operands}), {@code divide-by-zero} for a division by exact zero, {@code overflow} for an exact
 * result that is too large.
 */
public final class Numbers {
  private Numbers() {}

  /** {@code (+ a b)}. */
  public static Num add(Value a, Value b) {
    if (a instanceof Fixnum x && b instanceof Fixnum y) {
      long sum = x.value() + y.value();
      if (((x.value() ^ sum) & (y.value() ^ sum)) >= 0) {
        return Fixnum.of(sum);
      }
    }
    if (a instanceof Flonum x && b instanceof Flonum y) {
      return Flonum.of(x.value() + y.value());
    }
    return Arithmetic.add(Operands.number("+", 1, a), Operands.number("+", 2, b));
  }

  /** {@code (- a b)}. */
  public static Num subtract(Value a, Value b) {
    if (a instanceof Fixnum x && b instanceof Fixnum y) {
      long difference = x.value() - y.value();
      if (((x.value() ^ y.value()) & (x.value() ^ difference)) >= 0) {
        return Fixnum.of(difference);
      }
    }
    if (a instanceof Flonum x && b instanceof Flonum y) {
      return Flonum.of(x.value() - y.value());
    }
    return Arithmetic.subtract(Operands.number("-", 1, a), Operands.number("-", 2, b));
  }

  /** {@code (- a)}. */
  public static Num negate(Value a) {
    if (a instanceof Fixnum x && x.value() != Long.MIN_VALUE) {
      return Fixnum.of(-x.value());
    }
    return Arithmetic.negate(Operands.number("-", 1, a));
  }

  /** {@code (* a b)}. */
  public static Num multiply(Value a, Value b) {
    if (a instanceof Fixnum x && b instanceof Fixnum y) {
      long high = Math.multiplyHigh(x.value(), y.value());
      long low = x.value() * y.value();
      if (high == low >> (Long.SIZE - 1)) {
        return Fixnum.of(low);
      }
    }
    if (a instanceof Flonum x && b instanceof Flonum y) {
      return Flonum.of(x.value() * y.value());
    }
    return Arithmetic.multiply(Operands.number("*", 1, a), Operands.number("*", 2, b));
  }

  /** {@code (/ a b)}. */
  public static Num divide(Value a, Value b) {
    if (a instanceof Flonum x && b instanceof Flonum y) {
      return Flonum.of(x.value() / y.value());
    }
    return Arithmetic.divide(Operands.number("/", 1, a), Operands.number("/", 2, b));
  }

  /**
   * -1, 0 or 1 as a is less than, equal to or greater than b; {@link Ordering#UNORDERED} if one is
   * a NaN.
   *
   * @param procedure the name for messages: {@code <}, {@code max}, ...
   */
  public static int compare(String procedure, Value a, Value b) {
    if (a instanceof Fixnum x && b instanceof Fixnum y) {
      return Long.compare(x.value(), y.value());
    }
    return Ordering.compare(procedure, a, b);
  }

  /** -1, 0 or 1: the sign of a real number; {@link Ordering#UNORDERED} of a NaN. */
  public static int sign(String procedure, Value a) {
    return switch (Operands.real(procedure, 1, a)) {
      case Flonum x when Double.isNaN(x.value()) -> Ordering.UNORDERED;
      case Flonum x -> (int) Math.signum(x.value());
      case Num exact -> Rationals.sign(exact);
    };
  }

  /** {@code (zero? a)}. */
  public static boolean isZero(Value a) {
    return a instanceof Fixnum x
        ? x.value() == 0
        : Ordering.isEqual(Operands.number("zero?", 1, a), Fixnum.of(0));
  }

  /** Whether an integer is even. */
  public static boolean isEven(String procedure, Value a) {
    return a instanceof Fixnum x
        ? (x.value() & 1) == 0
        : !Integers.big(Exactness.exact(Operands.integer(procedure, 1, a))).testBit(0);
  }

  /** {@code (abs a)} and {@code magnitude} of real numbers. */
  public static Num magnitude(String procedure, Value a) {
    return switch (Operands.real(procedure, 1, a)) {
      case Flonum x -> Flonum.of(Math.abs(x.value()));
      case Num exact -> Rationals.sign(exact) < 0 ? Arithmetic.negate(exact) : exact;
    };
  }

  /** {@code quotient}, {@code truncate-quotient}: the quotient, rounded towards zero. */
  public static Num truncateQuotient(String procedure, Value a, Value b) {
    return a instanceof Fixnum x && b instanceof Fixnum y && isPlainDivisor(y)
        ? Fixnum.of(x.value() / y.value())
        : IntegerDivision.truncateQuotient(procedure, a, b);
  }

  /** {@code remainder}, {@code truncate-remainder}: what is left, with the sign of a. */
  public static Num truncateRemainder(String procedure, Value a, Value b) {
    return a instanceof Fixnum x && b instanceof Fixnum y && isPlainDivisor(y)
        ? Fixnum.of(x.value() % y.value())
        : IntegerDivision.truncateRemainder(procedure, a, b);
  }

  /** {@code floor-quotient}: the quotient, rounded down. */
  public static Num floorQuotient(String procedure, Value a, Value b) {
    return a instanceof Fixnum x && b instanceof Fixnum y && isPlainDivisor(y)
        ? Fixnum.of(Math.floorDiv(x.value(), y.value()))
        : IntegerDivision.floorQuotient(procedure, a, b);
  }

  /** {@code modulo}, {@code floor-remainder}: what is left, with the sign of b. */
  public static Num floorRemainder(String procedure, Value a, Value b) {
    return a instanceof Fixnum x && b instanceof Fixnum y && isPlainDivisor(y)
        ? Fixnum.of(Math.floorMod(x.value(), y.value()))
        : IntegerDivision.floorRemainder(procedure, a, b);
  }

  /** {@code (gcd a b)}: the greatest common divisor, not negative. */
  public static Num gcd(Value a, Value b) {
    return IntegerDivision.gcd(a, b);
  }

  /** {@code (lcm a b)}: the least common multiple, not negative. */
  public static Num lcm(Value a, Value b) {
    return IntegerDivision.lcm(a, b);
  }

  /** {@code (exact-integer? value)}. */
  public static boolean isExactInteger(Value value) {
    return value instanceof Fixnum || value instanceof Bignum;
  }

  /**
   * The text of a number, as {@code number->string} gives it.
   *
   * @param radix 2 to 16; inexact numbers are written in radix 2, 8, 10 and 16 alone
   */
  public static String toText(Num number, int radix) {
    return NumberWriter.text(number, radix);
  }

  /**
   * The number that a text denotes as {@code string->number} reads it, or {@code #f}.
   *
   * @param radix where no prefix states one, 2 to 16
   */
  public static Value fromText(String text, int radix) {
    return NumberText.parse(text, radix) instanceof NumberText.Parsed(Num value)
        ? value
        : Bool.FALSE;
  }

  /** Neither zero nor -1, which would overflow for the least fixnum. */
  private static boolean isPlainDivisor(Fixnum divisor) {
    return divisor.value() != 0 && divisor.value() != -1;
  }
}
