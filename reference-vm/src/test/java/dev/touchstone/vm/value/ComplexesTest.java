package dev.touchstone.vm.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Complex numbers near the ends of what a double holds, where R7RS leaves the rest open. */
class ComplexesTest {
  private static Num read(String text) {
    return (Num) Numbers.fromText(text, 10);
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, -2.0+0.0i, -0.5-0.0i",
    "1.0, -0.0-2.0i, -0.0+0.5i",
    "0.0, -1.0+3.0i, -0.0-0.0i",
    "3, 0.0+1.0i, -3.0i",
    "1.0-0.0i, 2.0+0.0i, 0.5-0.0i",
  })
  void aQuotientHasTheSignsOfItsZeros(String a, String b, String quotient) {
    assertThat(Numbers.toText(Numbers.divide(read(a), read(b)), 10)).isEqualTo(quotient);
  }

  @ParameterizedTest
  @CsvSource({
    "1.0+1e155i, -9",
    "1e300-1.7e308i, -4",
    "1e-155+1e-155i, 9",
    "-2e196+1e22i, -8",
    "+inf.0-7.0i, -11",
  })
  void aPowerTooSmallForADoubleIsZero(String base, int exponent) {
    Num power = Powers.expt(read(base), Fixnum.of(exponent));
    assertThat(Ordering.isEqual(power, Fixnum.of(0))).as(Numbers.toText(power, 10)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1e300-1.7e308i, 4", "-2e196+1e22i, 8", "1.0+1e155i, 9"})
  void aPowerTooLargeForADoubleIsInfinite(String base, int exponent) {
    Num power = Powers.expt(read(base), Fixnum.of(exponent));
    assertThat(NumberClasses.isInfinite(power)).as(Numbers.toText(power, 10)).isTrue();
    assertThat(NumberClasses.isNan(power)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1000.0, +inf.0i", "-1000.0, -inf.0i"})
  void theSineOnTheImaginaryAxisHasNoRealPart(double y, String sine) {
    assertThat(Numbers.toText(Trigonometry.sin(Complex.of(0.0, y)), 10)).isEqualTo(sine);
    assertThat(Numbers.toText(Trigonometry.cos(Complex.of(0.0, y)), 10))
        .isEqualTo(y > 0 ? "+inf.0-0.0i" : "+inf.0+0.0i");
  }

  @ParameterizedTest
  @CsvSource({"710.0+1.0i, 1.2070325234545283e308+inf.0i", "1e5-1.0i, +inf.0-inf.0i"})
  void aPartOfAnExponentialMayFitADouble(String z, String exponential) {
    assertThat(Numbers.toText(Exponentials.exp(read(z)), 10)).isEqualTo(exponential);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5+inf.0i, 1.5707963267948966+0.0i",
    "-0.5-inf.0i, -1.5707963267948966-0.0i",
    "+inf.0-1.0i, 1.5707963267948966-0.0i",
  })
  void theArctangentOfAnInfinityIsAQuarterTurn(String z, String arctangent) {
    assertThat(Numbers.toText(Trigonometry.atan(read(z)), 10)).isEqualTo(arctangent);
  }

  @ParameterizedTest
  @CsvSource({
    "9007199254740992.0+1e-300i, 94906265.62425156+5.268356063861756e-309i",
    "-9007199254740992.0-1e-300i, 5.268356063861756e-309-94906265.62425156i",
  })
  void aRootKeepsItsSmallPart(String z, String root) {
    assertThat(Numbers.toText(Roots.sqrt(read(z)), 10)).isEqualTo(root);
  }

  @ParameterizedTest
  @CsvSource({"+inf.0, 1.5707963267948966", "-inf.0, -1.5707963267948966"})
  void theArcsineOfAnInfinityIsAQuarterTurnAway(String x, double quarter) {
    Complex arcsine = (Complex) Trigonometry.asin(read(x));
    assertThat(Exactness.toDouble(arcsine.real())).isEqualTo(quarter);
    assertThat(NumberClasses.isInfinite(arcsine.imaginary())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"-0.0, +i, -0.0-1.0i", "0.0, +i, -1.0i", "1+i, 1.0, +1.0i", "+2.0i, -0.0, +2.0i"})
  void aDifferenceHasTheSignsOfItsZeros(String a, String b, String difference) {
    assertThat(Numbers.toText(Numbers.subtract(read(a), read(b)), 10)).isEqualTo(difference);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 921.3806107878983",
    "-2, -920.6874636073383",
  })
  void anExactNumberMayBeBeyondTheDoubles(int sign, double logarithm) {
    // 10^400 (1 + i), and its reciprocal times 1 + i.
    Num power = Powers.expt(Fixnum.of(10), Fixnum.of(200L * sign));
    Num z = Numbers.multiply(power, read("1+i"));
    Complex log = (Complex) Exponentials.log(z);
    assertThat(Exactness.toDouble(log.real())).isCloseTo(logarithm, within(1e-12));
    assertThat(Exactness.toDouble(log.imaginary())).isEqualTo(Math.PI / 4);
    Complex root = (Complex) Roots.sqrt(z);
    double length = Math.pow(10, 100.0 * sign);
    assertThat(Exactness.toDouble(root.real()) / length).isCloseTo(1.09868411346781, within(1e-13));
    assertThat(Exactness.toDouble(root.imaginary()) / length)
        .isCloseTo(0.45508986056222733, within(1e-13));
  }
}
