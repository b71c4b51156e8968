package dev.touchstone.vm.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What holds of all numbers, tried on random ones; a failure names the seed. */
class NumericPropertiesTest {
  private static final int TURNS = 2000;

  private long seed;
  private Random random = new Random();

  @BeforeEach
  void seed(TestReporter reporter) {
    seed = System.nanoTime();
    reporter.publishEntry("seed", String.valueOf(seed));
    random = new Random(seed);
  }

  private double aDouble() {
    while (true) {
      double value =
          switch (random.nextInt(4)) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> Double.longBitsToDouble(random.nextLong() >>> (12 + random.nextInt(40)));
            case 2 -> random.nextInt(2000) / 8.0 - 125;
            default -> (1L << 53) + random.nextInt(9) - 4;
          };
      if (Double.isFinite(value)) {
        return value;
      }
    }
  }

  private BigInteger anInteger(int bits) {
    BigInteger value = new BigInteger(random.nextInt(bits) + 1, random);
    return random.nextBoolean() ? value : value.negate();
  }

  private Num aRatio() {
    BigInteger bottom = anInteger(1500);
    return Ratio.of(anInteger(1500), bottom.signum() == 0 ? BigInteger.ONE : bottom);
  }

  private Num aReal() {
    return switch (random.nextInt(3)) {
      case 0 -> Flonum.of(aDouble());
      case 1 -> Bignum.of(BigInteger.valueOf((1L << 53) + random.nextInt(9) - 4));
      default -> aRatio();
    };
  }

  @Test
  void flonumsReadAsTheyWereWritten() {
    for (int i = 0; i < TURNS; i++) {
      Flonum x = Flonum.of(aDouble());
      for (int radix : new int[] {2, 8, 10, 16}) {
        String text = Numbers.toText(x, radix);
        assertThat(Equivalence.eqv(Numbers.fromText(text, radix), x))
            .as("%s, radix %d, seed %d", text, radix, seed)
            .isTrue();
      }
    }
  }

  @Test
  void exactAndComplexNumbersReadAsTheyWereWritten() {
    for (int i = 0; i < TURNS / 4; i++) {
      Num z = random.nextBoolean() ? aRatio() : Complex.of(aReal(), aReal());
      for (int radix : new int[] {2, 8, 10, 16}) {
        String text = Numbers.toText(z, radix);
        assertThat(Equivalence.eqv(Numbers.fromText(text, radix), z))
            .as("%s, radix %d, seed %d", text, radix, seed)
            .isTrue();
      }
    }
  }

  @Test
  void noShorterTextReadsAsTheSameFlonum() {
    for (int i = 0; i < TURNS; i++) {
      double value = Math.abs(aDouble());
      int digits = new BigDecimal(FlonumText.of(value)).stripTrailingZeros().precision();
      if (value != 0 && digits > 1) {
        BigDecimal shorter = new BigDecimal(value).round(new MathContext(digits - 1));
        assertThat(shorter.doubleValue()).as("%s, seed %d", value, seed).isNotEqualTo(value);
      }
    }
  }

  @Test
  void theExactValueOfAFlonumIsThatOfItsBits() {
    for (int i = 0; i < TURNS; i++) {
      double value = aDouble();
      Num exact = Exactness.exact(Flonum.of(value));
      BigDecimal product =
          new BigDecimal(value).multiply(new BigDecimal(Rationals.denominator(exact)));
      assertThat(product.compareTo(new BigDecimal(Rationals.numerator(exact))))
          .as("%s, seed %d", value, seed)
          .isZero();
      assertThat(Exactness.toDouble(exact)).as("seed %d", seed).isEqualTo(value + 0.0);
    }
  }

  /** A halfway point between two doubles has at most 767 digits: 800 and a last one decide. */
  private static double nearest(Num exact) {
    BigDecimal top = new BigDecimal(Rationals.numerator(exact));
    BigDecimal bottom = new BigDecimal(Rationals.denominator(exact));
    BigDecimal quotient = top.divide(bottom, new MathContext(800, RoundingMode.DOWN));
    int rest = top.compareTo(quotient.multiply(bottom));
    return quotient
        .add(quotient.ulp().movePointLeft(1).multiply(BigDecimal.valueOf(rest)))
        .doubleValue();
  }

  @Test
  void ratiosBecomeTheNearestFlonums() {
    for (int i = 0; i < TURNS; i++) {
      Num ratio = aRatio();
      assertThat(Exactness.toDouble(ratio)).as("seed %d", seed).isEqualTo(nearest(ratio));
    }
  }

  @Test
  void halfwaysBetweenTwoFlonumsGoToTheEvenOne() {
    for (int i = 0; i < TURNS; i++) {
      double low = Math.abs(aDouble());
      Num sum =
          Rationals.add(
              Exactness.exact(Flonum.of(low)), Exactness.exact(Flonum.of(Math.nextUp(low))));
      Num half = Rationals.divide(sum, Fixnum.of(2));
      boolean even = (Double.doubleToRawLongBits(low) & 1) == 0;
      assertThat(Exactness.toDouble(half))
          .as("%s, seed %d", low, seed)
          .isEqualTo(even ? low : Math.nextUp(low));
    }
  }

  @Test
  void comparisonIsByExactValue() {
    for (int i = 0; i < TURNS; i++) {
      Num a = aReal();
      Num b = aReal();
      int expected = Rationals.compare(Exactness.exact(a), Exactness.exact(b));
      assertThat(Numbers.compare("<", a, b)).as("seed %d", seed).isEqualTo(expected);
      assertThat(Numbers.compare("<", b, a)).as("seed %d", seed).isEqualTo(-expected);
      assertThat(Ordering.isEqual(a, b)).as("seed %d", seed).isEqualTo(expected == 0);
    }
  }

  @Test
  void rootsAreTheNearestFlonums() {
    for (int i = 0; i < TURNS / 2; i++) {
      Num x = Numbers.magnitude("abs", aRatio());
      if (Roots.sqrt(x) instanceof Flonum root && root.value() > Double.MIN_NORMAL) {
        double value = root.value();
        Num low = squareOfMiddle(Math.nextDown(value), value);
        Num high = squareOfMiddle(value, Math.nextUp(value));
        assertThat(Rationals.compare(low, x)).as("seed %d", seed).isNotPositive();
        assertThat(Rationals.compare(x, high)).as("seed %d", seed).isNotPositive();
      }
    }
  }

  /** 2^53 + 1 lies halfway between two doubles; the root's far digits decide. */
  @Test
  void rootsBesideAHalfwayPoint() {
    BigInteger square = BigInteger.TWO.pow(53).add(BigInteger.ONE).pow(2);
    assertThat(Roots.sqrt(Bignum.of(square.add(BigInteger.ONE))))
        .isInstanceOfSatisfying(
            Flonum.class, root -> assertThat(root.value()).isEqualTo(9007199254740994.0));
    assertThat(Roots.sqrt(Bignum.of(square.subtract(BigInteger.ONE))))
        .isInstanceOfSatisfying(
            Flonum.class, root -> assertThat(root.value()).isEqualTo(9007199254740992.0));
  }

  private static Num squareOfMiddle(double a, double b) {
    Num sum = Rationals.add(Exactness.exact(Flonum.of(a)), Exactness.exact(Flonum.of(b)));
    Num middle = Rationals.divide(sum, Fixnum.of(2));
    return Rationals.multiply(middle, middle);
  }

  @Test
  void divisionsOfIntegralFlonumsAreThoseOfTheirExactValues() {
    for (int i = 0; i < TURNS; i++) {
      double a = Math.rint(aDouble() % 1e15);
      double b = Math.rint(aDouble() % 1e5);
      if (b != 0) {
        Num quotient = Numbers.floorQuotient("floor/", Flonum.of(a), Flonum.of(b));
        Num rest = Numbers.floorRemainder("floor/", Flonum.of(a), Fixnum.of((long) b));
        assertThat(Exactness.toDouble(rest))
            .as("%s %s, seed %d", a, b, seed)
            .isEqualTo((double) Math.floorMod((long) a, (long) b));
        assertThat(Exactness.toDouble(quotient))
            .isEqualTo((double) Math.floorDiv((long) a, (long) b));
      }
    }
  }

  @Test
  void roundingIsWithinHalfAndToEven() {
    for (int i = 0; i < TURNS; i++) {
      Num x = random.nextBoolean() ? aRatio() : Ratio.of(anInteger(70), BigInteger.TWO);
      BigDecimal value =
          new BigDecimal(Rationals.numerator(x))
              .divide(new BigDecimal(Rationals.denominator(x)), 600, RoundingMode.HALF_EVEN);
      assertThat(Rounding.round(x))
          .as("seed %d", seed)
          .satisfies(r -> assertThat(big(r)).isEqualTo(rounded(value, RoundingMode.HALF_EVEN)));
      assertThat(big(Rounding.floor(x))).isEqualTo(rounded(value, RoundingMode.FLOOR));
      assertThat(big(Rounding.ceiling(x))).isEqualTo(rounded(value, RoundingMode.CEILING));
      assertThat(big(Rounding.truncate(x))).isEqualTo(rounded(value, RoundingMode.DOWN));
    }
  }

  private static BigInteger big(Num integer) {
    return Integers.big(integer);
  }

  private static BigInteger rounded(BigDecimal value, RoundingMode mode) {
    return value.setScale(0, mode).toBigIntegerExact();
  }

  @Test
  void rationalizeFindsTheSmallestDenominator() {
    for (int i = 0; i < TURNS; i++) {
      Num x = Ratio.of(BigInteger.valueOf(random.nextInt(4001) - 2000L), BigInteger.valueOf(97));
      Num y = Ratio.of(BigInteger.ONE, BigInteger.valueOf(random.nextInt(500) + 1L));
      Num simplest = Rounding.rationalize(x, y);
      assertThat(isWithin(simplest, x, y)).as("seed %d", seed).isTrue();
      for (long bottom = 1; bottom < big(Rounding.denominator(simplest)).longValue(); bottom++) {
        Num top = Rounding.round(Rationals.multiply(x, Fixnum.of(bottom)));
        Num other = Rationals.divide(top, Fixnum.of(bottom));
        assertThat(isWithin(other, x, y)).as("%d, seed %d", bottom, seed).isFalse();
      }
    }
  }

  private static boolean isWithin(Num candidate, Num x, Num y) {
    Num distance = Numbers.magnitude("abs", Rationals.subtract(candidate, x));
    return Rationals.compare(distance, y) <= 0;
  }

  @Test
  void inverseFunctionsOfComplexNumbersLeadBack() {
    for (int i = 0; i < TURNS; i++) {
      Num z =
          Complex.of(Flonum.of(random.nextGaussian() * 3), Flonum.of(random.nextGaussian() * 3));
      assertNear(Exponentials.exp(Exponentials.log(z)), z);
      assertNear(Powers.square(Roots.sqrt(z)), z);
      assertNear(Trigonometry.sin(Trigonometry.asin(z)), z);
      assertNear(Trigonometry.cos(Trigonometry.acos(z)), z);
      assertNear(Trigonometry.tan(Trigonometry.atan(z)), z);
      assertNear(
          Arithmetic.multiply(Arithmetic.divide(z, Complex.of(2.0, -3.0)), Complex.of(2.0, -3.0)),
          z);
    }
  }

  private void assertNear(Num seen, Num wanted) {
    Num distance = Complexes.magnitude(Arithmetic.subtract(seen, wanted));
    Num size = Complexes.magnitude(wanted);
    assertThat(Exactness.toDouble(distance))
        .as("%s for %s, seed %d", Printer.write(seen), Printer.write(wanted), seed)
        .isLessThan(1e-12 * (1 + Exactness.toDouble(size)));
  }
}
