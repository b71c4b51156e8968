package dev.touchstone.vm.value;

import java.math.BigInteger;
import java.util.function.BinaryOperator;

/** The two divisions of integers, where they are no fixnums (R7RS 6.2.6). */
final class IntegerDivision {
  private IntegerDivision() {}

  static Num truncateQuotient(String procedure, Value a, Value b) {
    return apply(procedure, a, b, BigInteger::divide);
  }

  static Num truncateRemainder(String procedure, Value a, Value b) {
    return apply(procedure, a, b, BigInteger::remainder);
  }

  static Num floorQuotient(String procedure, Value a, Value b) {
    return apply(procedure, a, b, IntegerDivision::floorQuotient);
  }

  static Num floorRemainder(String procedure, Value a, Value b) {
    return apply(procedure, a, b, IntegerDivision::floorRemainder);
  }

  static Num gcd(Value a, Value b) {
    return combine("gcd", a, b, (x, y) -> Integers.gcd("gcd", x, y));
  }

  static Num lcm(Value a, Value b) {
    return combine("lcm", a, b, IntegerDivision::lcm);
  }

  private static Num apply(
      String procedure, Value a, Value b, BinaryOperator<BigInteger> division) {
    Operands.integer(procedure, 1, a);
    if (Numbers.sign(procedure, Operands.integer(procedure, 2, b)) == 0) {
      throw Rationals.divisionByZero(procedure);
    }
    return combine(procedure, a, b, division);
  }

  /** What an operation makes of two integers; inexact if one of them is. */
  private static Num combine(
      String procedure, Value a, Value b, BinaryOperator<BigInteger> operation) {
    Num x = Operands.integer(procedure, 1, a);
    Num y = Operands.integer(procedure, 2, b);
    BigInteger left = Integers.big(Exactness.exact(x));
    BigInteger right = Integers.big(Exactness.exact(y));
    Effort.on(left, right);
    BigInteger result = operation.apply(left, right);
    return x.isExact() && y.isExact() ? Bignum.of(result) : Flonum.of(result.doubleValue());
  }

  static BigInteger floorQuotient(BigInteger a, BigInteger b) {
    BigInteger[] both = a.divideAndRemainder(b);
    boolean roundedUp = both[1].signum() * b.signum() < 0;
    return roundedUp ? both[0].subtract(BigInteger.ONE) : both[0];
  }

  private static BigInteger floorRemainder(BigInteger a, BigInteger b) {
    BigInteger remainder = a.remainder(b);
    return remainder.signum() * b.signum() < 0 ? remainder.add(b) : remainder;
  }

  private static BigInteger lcm(BigInteger a, BigInteger b) {
    if (a.signum() == 0 || b.signum() == 0) {
      return BigInteger.ZERO;
    }
    return Integers.product("lcm", a.divide(Integers.gcd("lcm", a, b)).abs(), b.abs());
  }
}
