package dev.touchstone.vm.machine;

import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;
import dev.touchstone.vm.value.Vector;

/** What the instructions on vectors do; the procedures of their names do the same. */
public final class Vectors {
  private Vectors() {}

  /** {@code (vector-ref vector k)}. */
  public static Value ref(Value vector, Value k) {
    if (vector instanceof Vector v && k instanceof Fixnum i && v.has(i.value())) {
      return v.get((int) i.value());
    }
    Vector v = Arguments.vector("vector-ref", 1, vector);
    return v.get(Arguments.index("vector-ref", 2, k, v.length()));
  }

  /** {@code (vector-set! vector k value)}. */
  public static Value set(Value vector, Value k, Value value) {
    Vector v = Arguments.mutableVector("vector-set!", 1, vector);
    v.set(Arguments.index("vector-set!", 2, k, v.length()), value);
    return Unspecified.INSTANCE;
  }
}
