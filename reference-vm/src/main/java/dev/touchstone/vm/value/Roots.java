package dev.touchstone.vm.value;

import dev.touchstone.vm.source.ErrorClass;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Square roots (R7RS 6.2.6). */
public final class Roots {
  /** So many bits of a quotient's root decide how it is rounded to a double. */
  private static final int ROOT_BITS = 66;

  private Roots() {}

  /**
   * {@code (sqrt z)}: the principal root, exact if z is exact and has an exact root. A root of a
   * negative number is imaginary.
   */
  public static Num sqrt(Value z) {
    return switch (Operands.number("sqrt", 1, z)) {
      case Flonum x -> ofFlonum(x.value());
      case Complex c -> ofComplex(c);
      case Fixnum x -> ofExact(x);
      case Bignum x -> ofExact(x);
      case Ratio x -> ofExact(x);
    };
  }

  /**
   * The greatest integer whose square is at most an exact integer (R7RS 6.2.6).
   *
   * @throws SchemeError of class {@code range} if it is negative
   */
  public static Num exactIntegerSqrt(String procedure, Value a) {
    BigInteger square = Integers.big(Operands.exactInteger(procedure, 1, a));
    if (square.signum() < 0) {
      throw SchemeError.of(ErrorClass.RANGE, procedure + ": argument 1 is negative", a);
    }
    Effort.of(square.bitLength());
    return Bignum.of(square.sqrt());
  }

  private static Num ofFlonum(double x) {
    return x < 0 ? Complex.of(0.0, Math.sqrt(-x)) : Flonum.of(Math.sqrt(x));
  }

  private static Num ofExact(Num x) {
    boolean negative = Rationals.sign(x) < 0;
    Num magnitude = negative ? Rationals.negate(x) : x;
    Num exact = exactRoot(magnitude);
    Num root = exact == null ? Flonum.of(nearestRoot(magnitude)) : exact;
    return negative ? Complex.of(Fixnum.of(0), root) : root;
  }

  /** The root of an exact number that is not negative, or null if it is not rational. */
  private static @Nullable Num exactRoot(Num x) {
    Effort.on(Rationals.numerator(x), Rationals.denominator(x));
    BigInteger[] top = Rationals.numerator(x).sqrtAndRemainder();
    if (top[1].signum() != 0) {
      return null;
    }
    BigInteger[] bottom = Rationals.denominator(x).sqrtAndRemainder();
    return bottom[1].signum() == 0 ? Ratio.ofLowest(top[0], bottom[0]) : null;
  }

  /** The double nearest to the root of a positive exact number. */
  private static double nearestRoot(Num x) {
    BigInteger top = Rationals.numerator(x);
    BigInteger bottom = Rationals.denominator(x);
    int bits = bottom.bitLength() - top.bitLength() + 2 * ROOT_BITS;
    int shift = bits - Math.floorMod(bits, 2);
    BigInteger[] square =
        top.shiftLeft(Math.max(shift, 0)).divideAndRemainder(bottom.shiftLeft(Math.max(-shift, 0)));
    BigInteger[] root = square[0].sqrtAndRemainder();
    boolean more = root[1].signum() != 0 || square[1].signum() != 0;
    return Exactness.scaled(root[0], more, -shift / 2);
  }

  private static Num ofComplex(Complex z) {
    Num exact = z.isExact() ? exactRoot(z) : null;
    if (exact != null) {
      return exact;
    }
    int scale = Complexes.scale(z) & ~1;
    Complex near = Complexes.scaled(z, -scale);
    Complex root =
        ComplexFunctions.sqrt(
            Exactness.toDouble(near.real()), Exactness.toDouble(near.imaginary()));
    return Complex.of(
        Math.scalb(Exactness.toDouble(root.real()), scale / 2),
        Math.scalb(Exactness.toDouble(root.imaginary()), scale / 2));
  }

  /** Of x + yi: u + vi, where u is the root of (|z| + x) / 2, and v that of (|z| - x) / 2. */
  private static @Nullable Num exactRoot(Complex z) {
    Num magnitude = Complexes.magnitude(z);
    if (!magnitude.isExact()) {
      return null;
    }
    Num real = exactRoot(half(Rationals.add(magnitude, z.real())));
    Num imaginary = exactRoot(half(Rationals.subtract(magnitude, z.real())));
    if (real == null || imaginary == null) {
      return null;
    }
    boolean below = Rationals.sign(z.imaginary()) < 0;
    return Complex.of(real, below ? Rationals.negate(imaginary) : imaginary);
  }

  private static Num half(Num x) {
    return Rationals.divide(x, Fixnum.of(2));
  }
}
