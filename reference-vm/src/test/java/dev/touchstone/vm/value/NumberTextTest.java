package dev.touchstone.vm.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
  private static Num parsed(String text) {
    return ((NumberText.Parsed) NumberText.parse(text, 10)).value();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "+7, 7",
    "007, 7",
    "9223372036854775807, 9223372036854775807",
    "9223372036854775808, 9223372036854775808",
    "-9223372036854775808, -9223372036854775808",
    "1/2, 1/2",
    "-6/4, -3/2",
    "6/3, 2",
    "0/5, 0",
    "#xFF, 255",
    "#XfF, 255",
    "#b-101, -5",
    "#o17, 15",
    "#d10, 10",
    "#e#x10, 16",
    "#x#e10, 16",
    "#i#x10, 16.0",
    "#X#I10, 16.0",
    "#xe, 14",
    "#x1e2, 482",
    "#e1.5, 3/2",
    "#e-.25, -1/4",
    "#e1e3, 1000",
    "#e1.2e-2, 3/250",
    "#e0e999999999999, 0",
    "#e-1.5e1, -15",
    "#i1/10, 0.1",
    "#i-3, -3.0",
    "#xa/b, 10/11",
    "1.5, 1.5",
    ".5, 0.5",
    "-.5, -0.5",
    "+.5, 0.5",
    "1., 1.0",
    "1e3, 1000.0",
    "1E3, 1000.0",
    "1.5e-3, 0.0015",
    "1e+2, 100.0",
    "1e400, +inf.0",
    "-0.0, -0.0",
    "1e100, 1e100",
    "1.7976931348623157e308, 1.7976931348623157e308",
    "5e-324, 5e-324",
    "+inf.0, +inf.0",
    "-inf.0, -inf.0",
    "+nan.0, +nan.0",
    "-nan.0, +nan.0",
    "+INF.0, +inf.0",
    "#i+inf.0, +inf.0",
    "#x+inf.0, +inf.0"
  })
  void numbers(String text, String written) {
    assertThat(Printer.write(parsed(text))).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "+", "-", ".", "..", "...", "1+", "-1+", "+a", "1a", "1/", "/2", "1/2/3", "1/-2", "--1",
        "1.2.3", "1e", "1e+", "e1", ".e1", "1.5/2", "1/2.5", "#", "#x", "#e", "#x#b1", "#e#i1",
        "#e#e1", "#x1#e", "#b2", "#o8", "#x1.5", "#b1.1", "#y1", "inf.0", "+inf", "+inf.00", "+nan",
        "1 ", " 1", "١", "1e٣", "+inf.0a", "1i", "i", "1@", "1+2", "1_0"
      })
  void whatIsNoNumber(String text) {
    assertThat(NumberText.parse(text, 10)).isInstanceOf(NumberText.NotANumber.class);
  }

  @ParameterizedTest
  @CsvSource({
    "+i, +i",
    "-i, -i",
    "1+i, 1+i",
    "1-2I, 1-2i",
    "+2i, +2i",
    "-1.5e3i, -1500.0i",
    "-0.0+i, -0.0+1.0i",
    "1+2.5i, 1.0+2.5i",
    "1.5+0i, 1.5",
    "1.5+0.0i, 1.5+0.0i",
    "1@0, 1",
    "0@1, 0",
    "1@2, -0.4161468365471424+0.9092974268256817i",
    "+inf.0i, +inf.0i",
    "1+inf.0i, 1.0+inf.0i",
    "-nan.0-inf.0i, +nan.0-inf.0i",
    "1/2-3/4i, 1/2-3/4i",
    "#x1+ai, 1+10i",
    "#e1.5+.25i, 3/2+1/4i",
    "#i1/2+2i, 0.5+2.0i",
    "#e1@0, 1",
    "0+0i, 0"
  })
  void complexNumbers(String text, String written) {
    assertThat(Printer.write(parsed(text))).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1+2", "1+2i3", "i+1", "1@2i", "1@2@3", "1i", "+i+1", "1+i+i", "1++i", "+-i", "1+i2", "@1",
        "1@", "+inf.0+", "1/2+3/0", "1e+i", "1+2ii", "1@i"
      })
  void whatIsNoComplexNumber(String text) {
    assertThat(NumberText.parse(text, 10)).isInstanceOf(NumberText.NotANumber.class);
  }

  @Test
  void pointsInTheRadixThatIsAskedFor() {
    assertThat(Numbers.fromText("-1.1", 2))
        .isInstanceOfSatisfying(Flonum.class, x -> assertThat(x.value()).isEqualTo(-1.5));
    assertThat(Numbers.fromText("a.8", 16))
        .isInstanceOfSatisfying(Flonum.class, x -> assertThat(x.value()).isEqualTo(10.5));
    assertThat(Numbers.fromText("#e0.1", 8))
        .isInstanceOfSatisfying(Ratio.class, x -> assertThat(Printer.write(x)).isEqualTo("1/8"));
    assertThat(Numbers.fromText("#b1.1", 16)).isSameAs(Bool.FALSE);
    assertThat(Numbers.fromText("1.2", 2)).isSameAs(Bool.FALSE);
  }

  @ParameterizedTest
  @CsvSource({
    "1/0, denominator zero",
    "#i1/0, denominator zero",
    "1+1/0i, denominator zero",
    "1/0@1, denominator zero",
    "1@1/0, denominator zero",
    "#e+inf.0@1, no exact value",
    "#e1+inf.0i, no exact value",
    "#e+inf.0, no exact value",
    "#e-nan.0, no exact value",
    "#e1e99999999999999999999, too large",
    "#e1e-999999999, too large"
  })
  void numbersWithoutAValueAreRefused(String text, String reason) {
    assertThat(NumberText.parse(text, 10))
        .isInstanceOfSatisfying(
            NumberText.Refused.class, refused -> assertThat(refused.reason()).contains(reason));
  }

  @Test
  void longDigitsAreReadExactly(TestReporter reporter) {
    long seed = System.nanoTime();
    reporter.publishEntry("seed", String.valueOf(seed));
    Random random = new Random(seed);
    for (int radix : new int[] {2, 10, 16}) {
      for (int bits : new int[] {3000, 10_000, 66_000}) {
        BigInteger value = new BigInteger(bits, random);
        Value read = Numbers.fromText("-" + value.toString(radix), radix);
        assertThat(Equivalence.eqv(read, Bignum.of(value.negate()))).as("seed %d", seed).isTrue();
      }
    }
  }

  /** 2^53 + 1 lies halfway between two doubles; what follows decides. */
  @Test
  void exactRatiosBecomeTheNearestFlonum() {
    assertThat(Printer.write(parsed("#i9007199254740993"))).isEqualTo("9007199254740992.0");
    String justAbove = "#i9007199254740993" + "0".repeat(900) + "1/1" + "0".repeat(901);
    assertThat(Printer.write(parsed(justAbove))).isEqualTo("9007199254740994.0");
    assertThat(Printer.write(parsed("#i-1/3"))).isEqualTo("-0.3333333333333333");
    assertThat(Printer.write(parsed("#i1/1" + "0".repeat(400)))).isEqualTo("0.0");
  }

  @Test
  void flonumsReadBackAsWritten(TestReporter reporter) {
    long seed = System.nanoTime();
    reporter.publishEntry("seed", String.valueOf(seed));
    Random random = new Random(seed);
    for (int i = 0; i < 50_000; i++) {
      Flonum flonum = Flonum.of(Double.longBitsToDouble(random.nextLong()));
      String text = Printer.write(flonum);
      assertThat(Equivalence.eqv(parsed(text), flonum)).as("seed %d: %s", seed, text).isTrue();
    }
  }
}
