package dev.touchstone.vm.machine;

import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Value;

/** What the instructions on pairs do; the procedures of their names do the same. */
public final class Pairs {
  private Pairs() {}

  /** {@code (car pair)}. */
  public static Value car(Value pair) {
    if (pair instanceof Pair p) {
      return p.car();
    }
    throw notPair("car", pair);
  }

  /** {@code (cdr pair)}. */
  public static Value cdr(Value pair) {
    if (pair instanceof Pair p) {
      return p.cdr();
    }
    throw notPair("cdr", pair);
  }

  private static SchemeError notPair(String procedure, Value value) {
    return SchemeError.of(ErrorClass.TYPE, procedure + ": argument 1 is not a pair", value);
  }
}
