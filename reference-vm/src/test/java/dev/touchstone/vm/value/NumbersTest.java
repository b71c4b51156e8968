package dev.touchstone.vm.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.vm.source.ErrorClass;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  private static final String MOST = "9223372036854775807";
  private static final String LEAST = "-9223372036854775808";

  private static Num number(String text) {
    return (Num) Numbers.fromText(text, 10);
  }

  private static String text(Num number) {
    return Numbers.toText(number, 10);
  }

  private static Condition raised(Runnable call) {
    return catchThrowableOfType(SchemeError.class, call::run).condition();
  }

  @ParameterizedTest
  @CsvSource({
    "+, 3, 4, 7",
    "+, " + MOST + ", 1, 9223372036854775808",
    "+, " + LEAST + ", -1, -9223372036854775809",
    "+, 9223372036854775808, -1, " + MOST,
    "-, 3, 4, -1",
    "-, " + LEAST + ", 1, -9223372036854775809",
    "-, 0, " + LEAST + ", 9223372036854775808",
    "*, 4294967296, 2147483648, 9223372036854775808",
    "*, -4294967296, 2147483648, " + LEAST,
    "*, " + LEAST + ", -1, 9223372036854775808",
    "*, 4294967296, 0, 0",
    "expt, 2, 100, 1267650600228229401496703205376",
    "expt, -2, 3, -8",
    "expt, 0, 0, 1",
    "expt, 0, 5, 0",
    "expt, 1, -5, 1",
    "expt, -1, -3, -1",
    "expt, -1, 100000000000000000000, 1",
    "gcd, 32, -36, 4",
    "gcd, 0, 0, 0",
    "gcd, " + LEAST + ", 0, 9223372036854775808",
    "lcm, 32, -36, 288",
    "lcm, 0, 5, 0"
  })
  void arithmetic(String operation, String a, String b, String result) {
    Num value =
        switch (operation) {
          case "+" -> Numbers.add(number(a), number(b));
          case "-" -> Numbers.subtract(number(a), number(b));
          case "*" -> Numbers.multiply(number(a), number(b));
          case "expt" -> Powers.expt(number(a), number(b));
          case "gcd" -> Numbers.gcd(number(a), number(b));
          default -> Numbers.lcm(number(a), number(b));
        };
    assertThat(text(value)).isEqualTo(result);
    assertThat(value instanceof Fixnum).isEqualTo(new BigInteger(result).bitLength() < 64);
  }

  /** The table of R7RS 6.2.6, and the fixnum division whose quotient is no fixnum. */
  @ParameterizedTest
  @CsvSource({
    "5, 2, 2, 1, 2, 1",
    "-5, 2, -3, 1, -2, -1",
    "5, -2, -3, -1, -2, 1",
    "-5, -2, 2, -1, 2, -1",
    "6, -2, -3, 0, -3, 0",
    LEAST + ", -1, 9223372036854775808, 0, 9223372036854775808, 0",
    "-100000000000000000001, 10, -10000000000000000001, 9, -10000000000000000000, -1",
    "7, -100000000000000000000, -1, -99999999999999999993, 0, 7"
  })
  void division(String a, String b, String floor, String modulo, String quotient, String rest) {
    assertThat(text(Numbers.floorQuotient("floor/", number(a), number(b)))).isEqualTo(floor);
    assertThat(text(Numbers.floorRemainder("modulo", number(a), number(b)))).isEqualTo(modulo);
    assertThat(text(Numbers.truncateQuotient("quotient", number(a), number(b))))
        .isEqualTo(quotient);
    assertThat(text(Numbers.truncateRemainder("remainder", number(a), number(b)))).isEqualTo(rest);
  }

  @Test
  void operationsAgreeWithBigInteger(TestReporter reporter) {
    long seed = System.nanoTime();
    reporter.publishEntry("seed", String.valueOf(seed));
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      BigInteger a = anInteger(random);
      BigInteger b = anInteger(random);
      String context = "seed " + seed + ": " + a + ", " + b;
      Num x = Bignum.of(a);
      Num y = Bignum.of(b);
      assertThat(text(Numbers.add(x, y))).as(context).isEqualTo(a.add(b).toString());
      assertThat(text(Numbers.subtract(x, y))).as(context).isEqualTo(a.subtract(b).toString());
      assertThat(text(Numbers.multiply(x, y))).as(context).isEqualTo(a.multiply(b).toString());
      assertThat(Integer.signum(Numbers.compare("<", x, y))).as(context).isEqualTo(a.compareTo(b));
      if (b.signum() != 0) {
        checkDivision(a, b, context);
      }
    }
  }

  /** Dividend, divisor, quotient and rest fit together, and the rest has the sign it must have. */
  private static void checkDivision(BigInteger a, BigInteger b, String context) {
    Num x = Bignum.of(a);
    Num y = Bignum.of(b);
    BigInteger floor = new BigInteger(text(Numbers.floorQuotient("f", x, y)));
    BigInteger modulo = new BigInteger(text(Numbers.floorRemainder("f", x, y)));
    assertThat(floor.multiply(b).add(modulo)).as(context).isEqualTo(a);
    assertThat(modulo.signum() * b.signum()).as(context).isNotNegative();
    assertThat(modulo.abs()).as(context).isLessThan(b.abs());
    BigInteger quotient = new BigInteger(text(Numbers.truncateQuotient("t", x, y)));
    BigInteger rest = new BigInteger(text(Numbers.truncateRemainder("t", x, y)));
    assertThat(quotient.multiply(b).add(rest)).as(context).isEqualTo(a);
    assertThat(rest.signum() * a.signum()).as(context).isNotNegative();
    assertThat(rest.abs()).as(context).isLessThan(b.abs());
  }

  /** Small ones, ones near the ends of the fixnums, and large ones. */
  private static BigInteger anInteger(Random random) {
    BigInteger near = BigInteger.valueOf(random.nextInt(7) - 3);
    return switch (random.nextInt(5)) {
      case 0 -> near;
      case 1 -> BigInteger.valueOf(Long.MAX_VALUE).add(near);
      case 2 -> BigInteger.valueOf(Long.MIN_VALUE).add(near);
      case 3 -> BigInteger.valueOf(random.nextLong());
      default -> {
        BigInteger large = new BigInteger(random.nextInt(200), random);
        yield random.nextBoolean() ? large : large.negate();
      }
    };
  }

  @Test
  void signsAndParity() {
    assertThat(Numbers.sign("zero?", number("-100000000000000000000"))).isEqualTo(-1);
    assertThat(Numbers.sign("zero?", Fixnum.of(0))).isZero();
    assertThat(Numbers.isEven("even?", Fixnum.of(-3))).isFalse();
    assertThat(Numbers.isEven("even?", number("100000000000000000000"))).isTrue();
    assertThat(text(Numbers.magnitude("abs", number(LEAST)))).isEqualTo("9223372036854775808");
    assertThat(text(Numbers.magnitude("abs", Fixnum.of(7)))).isEqualTo("7");
    assertThat(text(Numbers.negate(number(LEAST)))).isEqualTo("9223372036854775808");
  }

  @Test
  void whatIsNoNumberIsATypeError() {
    Symbol foo = Symbol.of("foo");
    Condition first = raised(() -> Numbers.add(foo, Fixnum.of(1)));
    assertThat(first.errorClass()).isEqualTo(ErrorClass.TYPE);
    assertThat(first.message()).isEqualTo("+: argument 1 is not a number");
    assertThat(first.irritants()).containsExactly(foo);
    assertThat(raised(() -> Numbers.compare("<", Fixnum.of(1), foo)).message())
        .isEqualTo("<: argument 2 is not a number");
    assertThat(raised(() -> Numbers.floorQuotient("floor/", foo, Fixnum.of(0))).errorClass())
        .isEqualTo(ErrorClass.TYPE);
    assertThat(raised(() -> Numbers.truncateQuotient("quotient", foo, Fixnum.of(0))).errorClass())
        .isEqualTo(ErrorClass.TYPE);
    assertThat(raised(() -> Operands.exactInteger("abs", 1, foo)).message())
        .isEqualTo("abs: argument 1 is not a number");
  }

  @Test
  void divisionByZeroIsAClassOfItsOwn() {
    Fixnum one = Fixnum.of(1);
    Fixnum zero = Fixnum.of(0);
    assertThat(raised(() -> Numbers.truncateQuotient("quotient", one, zero)).errorClass())
        .isEqualTo(ErrorClass.DIVIDE_BY_ZERO);
    assertThat(raised(() -> Numbers.truncateRemainder("remainder", one, zero)).errorClass())
        .isEqualTo(ErrorClass.DIVIDE_BY_ZERO);
    assertThat(raised(() -> Numbers.floorQuotient("floor-quotient", one, zero)).message())
        .isEqualTo("floor-quotient: the divisor is zero");
    assertThat(raised(() -> Numbers.floorRemainder("modulo", one, zero)).errorClass())
        .isEqualTo(ErrorClass.DIVIDE_BY_ZERO);
    assertThat(raised(() -> Powers.expt(zero, Fixnum.of(-1))).errorClass())
        .isEqualTo(ErrorClass.DIVIDE_BY_ZERO);
  }

  @Test
  void aResultThatIsTooLargeIsRefusedAtOnce() {
    Num large = Powers.expt(Fixnum.of(2), Fixnum.of(Integers.MAX_BITS - 1));
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          assertThat(overflows(() -> Powers.expt(Fixnum.of(10), number("10000000000")))).isTrue();
          assertThat(overflows(() -> Powers.expt(Fixnum.of(10), number("1" + "0".repeat(50)))))
              .isTrue();
          assertThat(overflows(() -> Powers.expt(large, large))).isTrue();
          assertThat(overflows(() -> Powers.expt(Fixnum.of(2), Fixnum.of(Integers.MAX_BITS))))
              .isTrue();
          assertThat(overflows(() -> Numbers.multiply(large, large))).isTrue();
          assertThat(overflows(() -> Numbers.add(large, large))).isTrue();
          Num odd = Numbers.subtract(large, Fixnum.of(1));
          assertThat(overflows(() -> Numbers.lcm(large, odd))).isTrue();
          assertThat(overflows(() -> Numbers.gcd(large, odd))).isTrue();
          assertThat(text(Numbers.gcd(large, Fixnum.of(-96)))).isEqualTo("32");
        });
  }

  private static boolean overflows(Runnable call) {
    return raised(call).errorClass() == ErrorClass.OVERFLOW;
  }

  @ParameterizedTest
  @CsvSource({
    "255, 16, ff",
    "-255, 2, -11111111",
    "100, 8, 144",
    "18446744073709551616, 16, 10000000000000000",
    "-11, 12, -b"
  })
  void textInARadix(String decimal, int radix, String text) {
    assertThat(Numbers.toText(number(decimal), radix)).isEqualTo(text);
    assertThat(Equivalence.eqv(Numbers.fromText(text, radix), number(decimal))).isTrue();
  }

  @Test
  void textThatIsNoNumberIsFalse() {
    assertThat(Numbers.fromText("12a", 10)).isSameAs(Bool.FALSE);
    assertThat(Numbers.fromText("2", 2)).isSameAs(Bool.FALSE);
    assertThat(Numbers.fromText("", 10)).isSameAs(Bool.FALSE);
    assertThat(Numbers.fromText("1/0", 10)).isSameAs(Bool.FALSE);
    assertThat(Numbers.fromText("#b101", 16)).isSameAs(Fixnum.of(5));
  }

  @ParameterizedTest
  @CsvSource({"1, +inf.0", "1.0, -inf.0", "1.0, +nan.0", "1.0, 1e300"})
  void oneToAnyPowerIsOne(String base, String exponent) {
    Num power = Powers.expt(Numbers.fromText(base, 10), Numbers.fromText(exponent, 10));
    assertThat(Numbers.toText(power, 10)).isEqualTo("1.0");
  }

  /** Its parts are too large for a common divisor, but none is sought that could not be there. */
  @Test
  void aFractionOfLargePartsCombinesWithSmallOnes() {
    Num tiny = Powers.expt(Fixnum.of(3), Fixnum.of(-400_000));
    Num half = Ratio.of(BigInteger.ONE, BigInteger.TWO);
    Num sum = Numbers.add(tiny, half);
    assertThat(Ordering.isEqual(Numbers.subtract(sum, half), tiny)).isTrue();
    assertThat(Ordering.isEqual(Numbers.divide(Numbers.multiply(sum, half), half), sum)).isTrue();
  }
}
