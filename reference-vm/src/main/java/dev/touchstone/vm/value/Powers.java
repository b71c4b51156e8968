package dev.touchstone.vm.value;

import java.math.BigInteger;

/** {@code expt} (R7RS 6.2.6). */
public final class Powers {
  private static final Num ONE = Fixnum.of(1);

  /** Inexact complex numbers are multiplied out up to this exponent. */
  private static final int MOST_FACTORS = 1024;

  private Powers() {}

  /**
   * {@code (expt base exponent)}: exact if the base is exact and the exponent an exact integer, or
   * half of one and the root exact. A result that would be too large is refused before it is
   * computed.
   */
  public static Num expt(Value base, Value exponent) {
    Num z = Operands.number("expt", 1, base);
    Num w = Operands.number("expt", 2, exponent);
    if (Numbers.isExactInteger(w)) {
      return integerPower(z, Integers.big(w));
    }
    if (Ordering.isEqual(z, Fixnum.of(0)) && !(z instanceof Flonum && NumberClasses.isReal(w))) {
      return NumberClasses.isNan(w) ? Flonum.of(Double.NaN) : powerOfZero(z, w);
    }
    if (z.isExact() && w instanceof Ratio half && half.denominator().equals(BigInteger.TWO)) {
      Num root = Roots.sqrt(z);
      if (root.isExact()) {
        return integerPower(root, half.numerator());
      }
    }
    return NumberClasses.isReal(z) && NumberClasses.isReal(w)
        ? realPower(z, w)
        : complexPower(z, w);
  }

  private static Num integerPower(Num z, BigInteger n) {
    return switch (z) {
      case Fixnum _, Bignum _, Ratio _ -> Rationals.power("expt", z, n);
      case Flonum x -> Flonum.of(power(x.value(), n));
      case Complex c -> c.isExact() ? exactPower(c, n) : inexactPower(c, n);
    };
  }

  /** Whether n is odd is asked of n itself: a double of its size would have forgotten it. */
  private static double power(double x, BigInteger n) {
    double magnitude = StrictMath.pow(Math.abs(x), n.doubleValue());
    boolean negative = Double.doubleToRawLongBits(x) < 0 && n.testBit(0);
    return negative ? -magnitude : magnitude;
  }

  private static Num exactPower(Complex z, BigInteger n) {
    boolean unit =
        NumberClasses.isExactZero(z.real())
            && NumberClasses.isExactOne(Numbers.magnitude("expt", z.imaginary()));
    BigInteger exponent = unit ? n.mod(BigInteger.valueOf(4)) : n;
    long bits = Math.max(bits(z.real()), bits(z.imaginary())) - 1L;
    if (exponent.bitLength() >= Integer.SIZE
        || Math.abs(exponent.longValue()) * Math.max(bits, 1) > Integers.MAX_BITS) {
      throw Integers.overflow("expt");
    }
    return multiplied(z, exponent.intValue());
  }

  private static int bits(Num x) {
    return Math.max(Rationals.numerator(x).bitLength(), Rationals.denominator(x).bitLength());
  }

  /** Where the products on the way are too large, and infinities cancel, by the logarithm. */
  private static Num inexactPower(Complex z, BigInteger n) {
    if (n.abs().compareTo(BigInteger.valueOf(MOST_FACTORS)) > 0) {
      return complexPower(z, Bignum.of(n));
    }
    Num product = multiplied(z, n.intValue());
    boolean lost = NumberClasses.isNan(product) && !NumberClasses.isNan(z);
    return lost ? complexPower(z, Bignum.of(n)) : product;
  }

  /** By squaring. */
  private static Num multiplied(Num z, int n) {
    Num result = z.isExact() || n != 0 ? ONE : Complex.of(1.0, 0.0);
    Num square = z;
    for (int rest = Math.abs(n); rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        result = Arithmetic.multiply(result, square);
      }
      square = rest == 1 ? square : Arithmetic.multiply(square, square);
    }
    return n < 0 ? Arithmetic.divide(ONE, result) : result;
  }

  /** Zero if the exponent's real part is positive (R7RS 6.2.6). */
  private static Num powerOfZero(Num zero, Num exponent) {
    Num real = Complexes.real(exponent);
    int order = Ordering.compare(real, Fixnum.of(0));
    if (order == 0 && !(exponent instanceof Complex)) {
      return Flonum.of(1.0);
    }
    if (order != 1) {
      throw Rationals.divisionByZero("expt");
    }
    return zero.isExact() && exponent.isExact() ? Fixnum.of(0) : Flonum.of(0.0);
  }

  /** One to any power is one, as in IEEE 754, not a NaN as in Java. */
  private static Num realPower(Num base, Num exponent) {
    double x = Exactness.toDouble(base);
    double y = Exactness.toDouble(exponent);
    boolean negative = Ordering.compare(base, Fixnum.of(0)) < 0;
    boolean real = !negative || Math.rint(y) == y || Double.isNaN(y);
    if (real && (base instanceof Flonum || isPlain(x))) {
      return Flonum.of(x == 1 ? 1.0 : StrictMath.pow(x, y));
    }
    return real && !negative
        ? Flonum.of(StrictMath.exp(y * Exponentials.logOfPositive(base)))
        : turned(base, y);
  }

  /** Of a negative base: the magnitude's power, turned by pi times the exponent. */
  private static Num turned(Num base, double y) {
    Num magnitude = realPower(Arithmetic.negate(base), Flonum.of(y));
    double length = Exactness.toDouble(magnitude);
    if (Math.rint(y) == y) {
      return Flonum.of(Math.IEEEremainder(y, 2) == 0 ? length : -length);
    }
    double angle = Math.PI * y;
    return Math.rint(2 * y) == 2 * y
        ? Complex.of(0.0, length * Math.signum(StrictMath.sin(angle)))
        : Complex.of(length * StrictMath.cos(angle), length * StrictMath.sin(angle));
  }

  private static boolean isPlain(double x) {
    return Double.isFinite(x) && Math.abs(x) >= Double.MIN_NORMAL;
  }

  private static Num complexPower(Num base, Num exponent) {
    return Exponentials.exp(Arithmetic.multiply(exponent, Exponentials.log(base)));
  }

  /** {@code (square z)}. */
  public static Num square(Value z) {
    return Arithmetic.multiply(Operands.number("square", 1, z), Operands.number("square", 1, z));
  }
}
