package dev.touchstone.vm.value;

/**
 * The transcendental functions of x + yi on doubles. The branch cuts are those of R7RS 6.2.6, and
 * the sign of a zero tells the side of a cut (W. Kahan, "Branch cuts for complex elementary
 * functions", 1987).
 */
final class ComplexFunctions {
  /** Beyond this the hyperbolic functions of y are exponentials, and y's square overflows soon. */
  private static final double LARGE = 1e150;

  /** Here tanh is 1 to the last bit. */
  private static final double STEEP = 350;

  private static final double LOG_2 = StrictMath.log(2);

  private ComplexFunctions() {}

  static Complex exp(double x, double y) {
    double length = StrictMath.exp(x);
    if (y == 0) {
      return Complex.of(length, y);
    }
    if (Double.isInfinite(length) && !Double.isInfinite(x)) {
      double half = StrictMath.exp(x / 2);
      return Complex.of(half * StrictMath.cos(y) * half, half * StrictMath.sin(y) * half);
    }
    return Complex.of(length * StrictMath.cos(y), length * StrictMath.sin(y));
  }

  static Complex log(double x, double y) {
    return Complex.of(logOfMagnitude(x, y), StrictMath.atan2(y, x));
  }

  private static double logOfMagnitude(double x, double y) {
    double length = StrictMath.hypot(x, y);
    if (length > 0.5 && length < 2) {
      double large = Math.max(Math.abs(x), Math.abs(y));
      double small = Math.min(Math.abs(x), Math.abs(y));
      return StrictMath.log1p((large - 1) * (large + 1) + small * small) / 2;
    }
    boolean overflow = Double.isInfinite(length) && !Double.isInfinite(x) && !Double.isInfinite(y);
    return overflow
        ? StrictMath.log(StrictMath.hypot(x / 2, y / 2)) + LOG_2
        : StrictMath.log(length);
  }

  static Complex sqrt(double x, double y) {
    if (Double.isInfinite(y)) {
      return Complex.of(Double.POSITIVE_INFINITY, y);
    }
    if (x == 0 && y == 0) {
      return Complex.of(0.0, y);
    }
    // Scaled by a power of four, so that nothing overflows or vanishes on the way.
    int scale = Math.getExponent(Math.max(Math.abs(x), Math.abs(y))) & ~1;
    double u = Math.scalb(x, -scale);
    double v = Math.scalb(y, -scale);
    double half = Math.sqrt((Math.abs(u) + StrictMath.hypot(u, v)) / 2);
    double root = Math.scalb(half, scale / 2);
    double other = Math.abs(y) / (2 * root);
    return x >= 0
        ? Complex.of(root, Math.copySign(other, y))
        : Complex.of(other, Math.copySign(root, y));
  }

  static Complex sin(double x, double y) {
    return Complex.of(
        part(StrictMath.sin(x), StrictMath.cosh(y)), part(StrictMath.cos(x), StrictMath.sinh(y)));
  }

  static Complex cos(double x, double y) {
    return Complex.of(
        part(StrictMath.cos(x), StrictMath.cosh(y)), part(-StrictMath.sin(x), StrictMath.sinh(y)));
  }

  /** A zero stays zero, also where the hyperbolic function is too large for a double. */
  private static double part(double circular, double hyperbolic) {
    return circular == 0 && Double.isInfinite(hyperbolic)
        ? Math.copySign(1.0, hyperbolic) * circular
        : circular * hyperbolic;
  }

  static Complex tan(double x, double y) {
    if (Math.abs(y) > STEEP) {
      double real = 2 * StrictMath.sin(2 * x) * StrictMath.exp(-2 * Math.abs(y));
      return Complex.of(real, Math.copySign(1.0, y));
    }
    double t = StrictMath.tan(x);
    double s = StrictMath.sinh(y);
    double secant = 1 + t * t;
    double scale = 1 + secant * s * s;
    return Complex.of(t / scale, secant * s * StrictMath.cosh(y) / scale);
  }

  static Complex asin(double x, double y) {
    Complex below = sqrt(1 - x, -y);
    Complex above = sqrt(1 + x, y);
    double product = Double.isInfinite(x) ? 0 : realOfProduct(below, above);
    double real = StrictMath.atan2(x, product);
    return Complex.of(real, asinh(re(below) * im(above) - im(below) * re(above)));
  }

  static Complex acos(double x, double y) {
    Complex below = sqrt(1 - x, -y);
    Complex above = sqrt(1 + x, y);
    double real = 2 * StrictMath.atan2(re(below), re(above));
    return Complex.of(real, asinh(re(above) * im(below) - im(above) * re(below)));
  }

  private static double realOfProduct(Complex a, Complex b) {
    return re(a) * re(b) - im(a) * im(b);
  }

  static Complex atan(double x, double y) {
    if (Math.max(Math.abs(x), Math.abs(y)) > LARGE) {
      double length = StrictMath.hypot(x, y);
      double imaginary = Double.isInfinite(length) ? Math.copySign(0.0, y) : y / length / length;
      return Complex.of(Math.copySign(Math.PI / 2, x), imaginary);
    }
    double real = StrictMath.atan2(2 * x, (1 - y) * (1 + y) - x * x) / 2;
    double side = 1 - Math.abs(y);
    double imaginary = StrictMath.log1p(4 * Math.abs(y) / (x * x + side * side)) / 4;
    return Complex.of(real, Math.copySign(imaginary, y));
  }

  private static double asinh(double x) {
    double a = Math.abs(x);
    double value =
        a > LARGE
            ? StrictMath.log(a) + LOG_2
            : StrictMath.log1p(a + a * a / (1 + Math.sqrt(a * a + 1)));
    return Math.copySign(value, x);
  }

  private static double re(Complex z) {
    return Exactness.toDouble(z.real());
  }

  private static double im(Complex z) {
    return Exactness.toDouble(z.imaginary());
  }
}
