package dev.touchstone.vm.value;

/** {@code eq?}, {@code eqv?} and {@code equal?} (R7RS 6.1). */
public final class Equivalence {
  private Equivalence() {}

  /** {@code eqv?}. */
  public static boolean eqv(Value a, Value b) {
    throw new UnsupportedOperationException();
  }

  /**
   * {@code equal?}: iterative, and total on cyclic data (two data are equal if no unfolding tells
   * them apart).
   */
  public static boolean equal(Value a, Value b) {
    throw new UnsupportedOperationException();
  }
}
