package dev.touchstone.vm.value;

/**
 * A complex number that is not real, in rectangular form. Its parts are both exact or both flonums;
 * an exact imaginary part is not zero, an inexact one may be (NUM-6).
 */
public final class Complex extends Num {
  private final Num real;
  private final Num imaginary;

  private Complex(Num real, Num imaginary) {
    this.real = real;
    this.imaginary = imaginary;
  }

  /**
   * The number of these two real parts: the real part itself if the other is exact zero, and
   * inexact if one of them is.
   */
  static Num of(Num real, Num imaginary) {
    if (imaginary instanceof Fixnum part && part.value() == 0) {
      return real;
    }
    return real.isExact() == imaginary.isExact()
        ? new Complex(real, imaginary)
        : of(Exactness.toDouble(real), Exactness.toDouble(imaginary));
  }

  /** The inexact complex number of these parts. */
  static Complex of(double real, double imaginary) {
    return new Complex(Flonum.of(real), Flonum.of(imaginary));
  }

  /** The real part. */
  public Num real() {
    return real;
  }

  /** The imaginary part. */
  public Num imaginary() {
    return imaginary;
  }
}
