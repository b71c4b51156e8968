package dev.touchstone.vm.value;

/** A number. Every number but a {@link Complex} is real. */
public abstract sealed class Num extends Value permits Fixnum, Bignum, Ratio, Flonum, Complex {
  Num() {}

  /** {@code (exact? this)}; a complex number is exact if both of its parts are. */
  public final boolean isExact() {
    return switch (this) {
      case Fixnum _, Bignum _, Ratio _ -> true;
      case Flonum _ -> false;
      case Complex z -> z.imaginary().isExact();
    };
  }
}
