package dev.touchstone.vm.value;

/** A number. */
public abstract sealed class Num extends Value permits Fixnum, Bignum, Ratio, Flonum {
  Num() {}
}
