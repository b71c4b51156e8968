package dev.touchstone.vm.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class EquivalenceTest {
  private static final Symbol A = Symbol.of("a");

  @Test
  void eqIsIdentityAndTheValueOfFixnumsAndCharacters() {
    assertThat(Equivalence.eq(A, Symbol.of("a"))).isTrue();
    assertThat(Equivalence.eq(Fixnum.of(1L << 40), Fixnum.of(1L << 40))).isTrue();
    assertThat(Equivalence.eq(Char.of(0x1F600), Char.of(0x1F600))).isTrue();
    assertThat(Equivalence.eq(Fixnum.of(97), Char.of(97))).isFalse();
    assertThat(Equivalence.eq(Pair.of(A, A), Pair.of(A, A))).isFalse();
    assertThat(Equivalence.eq(EmptyList.INSTANCE, Bool.FALSE)).isFalse();
  }

  @Test
  void eqvComparesNumbersByExactnessAndValue() {
    BigInteger large = BigInteger.TWO.pow(100);
    assertThat(Equivalence.eqv(Bignum.of(large), Bignum.of(large))).isTrue();
    assertThat(Equivalence.eqv(Bignum.of(large), Bignum.of(large.negate()))).isFalse();
    assertThat(Equivalence.eqv(half(), half())).isTrue();
    assertThat(Equivalence.eqv(half(), Flonum.of(0.5))).isFalse();
    assertThat(Equivalence.eqv(Fixnum.of(2), Flonum.of(2))).isFalse();
    assertThat(Equivalence.eqv(Flonum.of(0.0), Flonum.of(-0.0))).isFalse();
    assertThat(Equivalence.eqv(Flonum.of(Double.NaN), Flonum.of(Double.NaN))).isTrue();
    assertThat(
            Equivalence.eqv(
                Flonum.of(Double.NaN), Flonum.of(Double.longBitsToDouble(0x7ff8000000000001L))))
        .isTrue();
    assertThat(Equivalence.eqv(Flonum.of(100.0), Flonum.of(100.0))).isTrue();
  }

  private static Num half() {
    return Ratio.of(BigInteger.ONE, BigInteger.TWO);
  }

  @Test
  void eqvComparesWhatHasPartsByIdentity() {
    assertThat(Equivalence.eqv(Str.of(""), Str.of(""))).isFalse();
    assertThat(Equivalence.eqv(Vector.of(), Vector.of())).isFalse();
    assertThat(Equivalence.eqv(Pair.of(A, A), Pair.of(A, A))).isFalse();
    Str string = Str.of("x");
    assertThat(Equivalence.eqv(string, string)).isTrue();
  }

  @Test
  void equalComparesContent() {
    assertThat(Equivalence.equal(Str.of("abc"), Str.literal("abc"))).isTrue();
    assertThat(Equivalence.equal(Str.of("abc"), Str.of("abd"))).isFalse();
    assertThat(Equivalence.equal(Str.of("abc"), Str.of("ab"))).isFalse();
    assertThat(Equivalence.equal(Str.of("a"), Symbol.of("a"))).isFalse();
    assertThat(Equivalence.equal(Bytevector.of((byte) 1), Bytevector.literal((byte) 1))).isTrue();
    assertThat(Equivalence.equal(Bytevector.of((byte) 1), Bytevector.of((byte) 2))).isFalse();
    assertThat(Equivalence.equal(Vector.filled(5, A), Vector.of(A, A, A, A, A))).isTrue();
    assertThat(Equivalence.equal(Vector.of(A), Vector.of(A, A))).isFalse();
    assertThat(Equivalence.equal(Vector.of(A, A), Vector.of(A, half()))).isFalse();
    assertThat(Equivalence.equal(Pair.of(A, Str.of("x")), Pair.literal(A, Str.of("x")))).isTrue();
    assertThat(Equivalence.equal(Pair.of(A, A), Pair.of(A, EmptyList.INSTANCE))).isFalse();
    assertThat(Equivalence.equal(Vector.of(), EmptyList.INSTANCE)).isFalse();
    assertThat(Equivalence.equal(Fixnum.of(2), Flonum.of(2))).isFalse();
  }

  private static Pair ring(int length, Value last) {
    Pair end = Pair.of(last, EmptyList.INSTANCE);
    Value start = end;
    for (int i = 1; i < length; i++) {
      start = Pair.of(A, start);
    }
    end.setCdr(start);
    return (Pair) start;
  }

  @Test
  void ringsAreEqualIfTheyUnfoldAlike() {
    assertThat(Equivalence.equal(ring(2, A), ring(3, A))).isTrue();
    assertThat(Equivalence.equal(ring(1, A), Pair.of(A, ring(7, A)))).isTrue();
    assertThat(Equivalence.equal(ring(2, Symbol.of("b")), ring(3, Symbol.of("b")))).isFalse();
    assertThat(Equivalence.equal(ring(100_003, A), ring(100_019, A))).isTrue();
    assertThat(Equivalence.equal(ring(100_003, A), ring(100_003, Symbol.of("b")))).isFalse();
  }

  @Test
  void vectorsWithinThemselvesAreCompared() {
    Vector one = Vector.of(A, A);
    one.set(1, one);
    Vector inner = Vector.of(A, one);
    Vector two = Vector.of(A, inner);
    inner.set(1, two);
    assertThat(Equivalence.equal(one, two)).isTrue();
    inner.set(0, Fixnum.of(0));
    assertThat(Equivalence.equal(one, two)).isFalse();
  }

  /** Without memory of what was compared this would take 2 to the power 60 steps. */
  @Test
  void sharedPartsAreComparedOnce() {
    Value a = A;
    Value b = A;
    for (int i = 0; i < 60; i++) {
      a = Pair.of(a, a);
      b = Vector.of(Pair.of(b, b)).get(0);
    }
    assertThat(Equivalence.equal(a, b)).isTrue();
  }

  /** More than are compared without memory at first, and more than are then remembered. */
  @Test
  void longRingsOfDifferentPeriodsAreEqualIfTheyUnfoldAlike() {
    assertThat(Equivalence.equal(ring(30_000, -1), ring(45_000, -1))).isTrue();
    assertThat(Equivalence.equal(ring(30_000, -1), ring(30_000, 29_999))).isFalse();
  }

  @Test
  void theLastDifferenceInALargeTreeIsSeen() {
    Value[] items = new Value[100_000];
    java.util.Arrays.setAll(items, i -> Pair.list(Fixnum.of(i), Str.of("x")));
    Vector a = Vector.of(items);
    items[99_999] = Pair.list(Fixnum.of(99_999), Str.of("y"));
    java.util.Arrays.setAll(
        items, i -> i == 99_999 ? items[i] : Pair.list(Fixnum.of(i), Str.of("x")));
    Vector b = Vector.of(items);
    assertThat(Equivalence.equal(a, b)).isFalse();
    b.set(99_999, Pair.list(Fixnum.of(99_999), Str.of("x")));
    assertThat(Equivalence.equal(a, b)).isTrue();
  }

  /** A ring of zeros, with a one at a place. */
  private static Pair ring(int length, int one) {
    Pair last = Pair.of(Fixnum.of(one == length - 1 ? 1 : 0), EmptyList.INSTANCE);
    Pair first = last;
    for (int i = length - 2; i >= 0; i--) {
      first = Pair.of(Fixnum.of(i == one ? 1 : 0), first);
    }
    last.setCdr(first);
    return first;
  }
}
