package dev.touchstone.vm.value;

import dev.touchstone.vm.source.ErrorClass;
import java.math.BigInteger;

/**
 * The arithmetic of exact integers (R7RS 6.2.6). Inexact numbers and ratios exist as data alone.
 *
 * <p>Every operation takes the name of the procedure that it serves, for its messages, and raises a
 * {@link SchemeError}: class {@code type} for an argument that is no exact integer (the irritant is
 * the argument), {@code divide-by-zero} for an exact division by zero, {@code overflow} for an
 * integer of more than {@link #MAX_BITS} bits.
 */
public final class Numbers {
  /** The most bits of an exact integer: 2 to the power 26, about 20 million decimal digits. */
  public static final long MAX_BITS = 1L << 26;

  /** The most bits that {@code gcd} and {@code lcm} work on; their time is quadratic. */
  public static final long MAX_GCD_BITS = 1L << 20;

  private Numbers() {}

  /** {@code (+ a b)}. */
  public static Num add(Value a, Value b) {
    if (a instanceof Fixnum x && b instanceof Fixnum y) {
      long sum = x.value() + y.value();
      if (((x.value() ^ sum) & (y.value() ^ sum)) >= 0) {
        return Fixnum.of(sum);
      }
    }
    return sized("+", big("+", 1, a).add(big("+", 2, b)));
  }

  /** {@code (- a b)}. */
  public static Num subtract(Value a, Value b) {
    if (a instanceof Fixnum x && b instanceof Fixnum y) {
      long difference = x.value() - y.value();
      if (((x.value() ^ y.value()) & (x.value() ^ difference)) >= 0) {
        return Fixnum.of(difference);
      }
    }
    return sized("-", big("-", 1, a).subtract(big("-", 2, b)));
  }

  /** {@code (- a)}. */
  public static Num negate(Value a) {
    if (a instanceof Fixnum x && x.value() != Long.MIN_VALUE) {
      return Fixnum.of(-x.value());
    }
    return sized("-", big("-", 1, a).negate());
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
    return bigProduct("*", big("*", 1, a), big("*", 2, b));
  }

  /**
   * Negative, zero or positive as a is less than, equal to or greater than b.
   *
   * @param procedure the name for messages: {@code <}, {@code =}, {@code max}, ...
   */
  public static int compare(String procedure, Value a, Value b) {
    if (a instanceof Fixnum x && b instanceof Fixnum y) {
      return Long.compare(x.value(), y.value());
    }
    return big(procedure, 1, a).compareTo(big(procedure, 2, b));
  }

  /** -1, 0 or 1: the sign of an integer. */
  public static int sign(String procedure, Value a) {
    return a instanceof Fixnum x ? Long.signum(x.value()) : big(procedure, 1, a).signum();
  }

  /** Whether an integer is even. */
  public static boolean isEven(String procedure, Value a) {
    return a instanceof Fixnum x ? (x.value() & 1) == 0 : !big(procedure, 1, a).testBit(0);
  }

  /** {@code (abs a)}. */
  public static Num abs(Value a) {
    return sign("abs", a) < 0 ? negate(a) : checked("abs", 1, a);
  }

  /** {@code quotient}, {@code truncate-quotient}: the quotient, rounded towards zero. */
  public static Num truncateQuotient(String procedure, Value a, Value b) {
    if (a instanceof Fixnum x && b instanceof Fixnum y && isPlainDivisor(y)) {
      return Fixnum.of(x.value() / y.value());
    }
    return Bignum.of(big(procedure, 1, a).divide(divisor(procedure, b)));
  }

  /** {@code remainder}, {@code truncate-remainder}: what is left, with the sign of a. */
  public static Num truncateRemainder(String procedure, Value a, Value b) {
    if (a instanceof Fixnum x && b instanceof Fixnum y && isPlainDivisor(y)) {
      return Fixnum.of(x.value() % y.value());
    }
    return Bignum.of(big(procedure, 1, a).remainder(divisor(procedure, b)));
  }

  /** {@code floor-quotient}: the quotient, rounded down. */
  public static Num floorQuotient(String procedure, Value a, Value b) {
    if (a instanceof Fixnum x && b instanceof Fixnum y && isPlainDivisor(y)) {
      return Fixnum.of(Math.floorDiv(x.value(), y.value()));
    }
    BigInteger divisor = divisorAfter(procedure, a, b);
    BigInteger[] both = big(procedure, 1, a).divideAndRemainder(divisor);
    boolean roundedUp = both[1].signum() * divisor.signum() < 0;
    return Bignum.of(roundedUp ? both[0].subtract(BigInteger.ONE) : both[0]);
  }

  /** {@code modulo}, {@code floor-remainder}: what is left, with the sign of b. */
  public static Num floorRemainder(String procedure, Value a, Value b) {
    if (a instanceof Fixnum x && b instanceof Fixnum y && isPlainDivisor(y)) {
      return Fixnum.of(Math.floorMod(x.value(), y.value()));
    }
    BigInteger divisor = divisorAfter(procedure, a, b);
    BigInteger remainder = big(procedure, 1, a).remainder(divisor);
    boolean otherSign = remainder.signum() * divisor.signum() < 0;
    return Bignum.of(otherSign ? remainder.add(divisor) : remainder);
  }

  /** {@code (gcd a b)}: the greatest common divisor, not negative. */
  public static Num gcd(Value a, Value b) {
    return sized("gcd", bigGcd("gcd", big("gcd", 1, a), big("gcd", 2, b)));
  }

  /** {@code (lcm a b)}: the least common multiple, not negative. */
  public static Num lcm(Value a, Value b) {
    BigInteger x = big("lcm", 1, a);
    BigInteger y = big("lcm", 2, b);
    if (x.signum() == 0 || y.signum() == 0) {
      return Fixnum.of(0);
    }
    return bigProduct("lcm", x.divide(bigGcd("lcm", x, y)).abs(), y.abs());
  }

  /**
   * {@code (expt base exponent)}. A result that would be too large is refused before it is
   * computed. A negative exponent asks for a ratio, so bases other than 1 and -1 are refused.
   */
  public static Num expt(Value base, Value exponent) {
    BigInteger b = big("expt", 1, base);
    BigInteger e = big("expt", 2, exponent);
    if (b.abs().bitLength() <= 1) {
      return unitPower(b, e);
    }
    if (e.signum() < 0) {
      throw missing("expt", "rationals", exponent);
    }
    long bitsPerFactor = b.abs().bitLength() - 1L;
    if (e.bitLength() >= Integer.SIZE || bitsPerFactor * e.longValue() >= MAX_BITS) {
      throw overflow("expt");
    }
    return sized("expt", b.pow(e.intValue()));
  }

  /**
   * The greatest integer whose square is at most an integer (R7RS 6.2.6).
   *
   * @throws SchemeError of class {@code range} if it is negative
   */
  public static Num exactIntegerSqrt(String procedure, Value a) {
    BigInteger square = big(procedure, 1, a);
    if (square.signum() < 0) {
      throw SchemeError.of(ErrorClass.RANGE, procedure + ": argument 1 is negative", a);
    }
    return Bignum.of(square.sqrt());
  }

  /** A power of -1, 0 or 1. */
  private static Num unitPower(BigInteger base, BigInteger exponent) {
    if (base.signum() == 0 && exponent.signum() < 0) {
      throw divisionByZero("expt");
    }
    boolean one = base.signum() < 0 ? !exponent.testBit(0) : exponent.signum() == 0;
    return Fixnum.of(one ? 1 : base.signum());
  }

  /** {@code (exact-integer? value)}. */
  public static boolean isExactInteger(Value value) {
    return value instanceof Fixnum || value instanceof Bignum;
  }

  /**
   * The argument, if it is an exact integer.
   *
   * @param position the argument's place in the call, from 1
   */
  public static Num checked(String procedure, int position, Value value) {
    if (value instanceof Fixnum || value instanceof Bignum) {
      return (Num) value;
    }
    throw notAnInteger(procedure, position, value);
  }

  /**
   * The text of a number, as {@code number->string} gives it.
   *
   * @param radix 2 to 16; flonums are written in radix 10 alone
   */
  public static String toText(Num number, int radix) {
    return switch (number) {
      case Fixnum x -> Long.toString(x.value(), radix);
      case Bignum x -> x.value().toString(radix);
      case Ratio x -> x.numerator().toString(radix) + "/" + x.denominator().toString(radix);
      case Flonum x -> FlonumText.of(x.value());
    };
  }

  /**
   * The number that a text denotes as {@code string->number} reads it, or {@code #f}. Flonums and
   * ratios are numbers too.
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

  private static BigInteger divisorAfter(String procedure, Value a, Value b) {
    checked(procedure, 1, a);
    return divisor(procedure, b);
  }

  private static BigInteger divisor(String procedure, Value b) {
    BigInteger divisor = big(procedure, 2, b);
    if (divisor.signum() == 0) {
      throw divisionByZero(procedure);
    }
    return divisor;
  }

  private static BigInteger big(String procedure, int position, Value value) {
    return switch (value) {
      case Fixnum x -> BigInteger.valueOf(x.value());
      case Bignum x -> x.value();
      default -> throw notAnInteger(procedure, position, value);
    };
  }

  private static Num bigProduct(String procedure, BigInteger a, BigInteger b) {
    if ((long) a.bitLength() + b.bitLength() > MAX_BITS + 1) {
      throw overflow(procedure);
    }
    return sized(procedure, a.multiply(b));
  }

  /** One step of Euclid's first, so that a small divisor of a large number is no trouble. */
  private static BigInteger bigGcd(String procedure, BigInteger a, BigInteger b) {
    BigInteger large = a.abs().max(b.abs());
    BigInteger small = a.abs().min(b.abs());
    if (small.signum() == 0) {
      return large;
    }
    if (small.bitLength() > MAX_GCD_BITS) {
      throw SchemeError.of(
          ErrorClass.OVERFLOW, procedure + ": both arguments have more than 2^20 bits");
    }
    return small.gcd(large.remainder(small));
  }

  private static Num sized(String procedure, BigInteger value) {
    if (value.bitLength() > MAX_BITS) {
      throw overflow(procedure);
    }
    return Bignum.of(value);
  }

  private static SchemeError notAnInteger(String procedure, int position, Value value) {
    return switch (value) {
      case Flonum _ -> missing(procedure, "flonums", value);
      case Ratio _ -> missing(procedure, "rationals", value);
      default ->
          SchemeError.of(
              ErrorClass.TYPE, procedure + ": argument " + position + " is not a number", value);
    };
  }

  private static SchemeError missing(String procedure, String feature, Value value) {
    return SchemeError.of(
        ErrorClass.TYPE,
        procedure + ": the feature " + feature + ", needed here, is not implemented yet",
        value);
  }

  private static SchemeError divisionByZero(String procedure) {
    return SchemeError.of(ErrorClass.DIVIDE_BY_ZERO, procedure + ": the divisor is zero");
  }

  private static SchemeError overflow(String procedure) {
    return SchemeError.of(ErrorClass.OVERFLOW, procedure + ": the result has more than 2^26 bits");
  }
}
