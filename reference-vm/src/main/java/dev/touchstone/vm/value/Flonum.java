package dev.touchstone.vm.value;

/** An inexact real: an IEEE 754 binary64 number. */
public final class Flonum extends Num {
  private final double value;

  private Flonum(double value) {
    this.value = value;
  }

  /** The inexact number of that value. */
  public static Flonum of(double value) {
    return new Flonum(value);
  }

  /** Its value. */
  public double value() {
    return value;
  }
}
