package dev.touchstone.vm.machine;

import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Unspecified;
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

  /** {@code (set-car! pair value)}. */
  public static Value setCar(Value pair, Value value) {
    Arguments.mutablePair("set-car!", 1, pair).setCar(value);
    return Unspecified.INSTANCE;
  }

  /** {@code (set-cdr! pair value)}. */
  public static Value setCdr(Value pair, Value value) {
    Arguments.mutablePair("set-cdr!", 1, pair).setCdr(value);
    return Unspecified.INSTANCE;
  }

  private static SchemeError notPair(String procedure, Value value) {
    return SchemeError.of(ErrorClass.TYPE, procedure + ": argument 1 is not a pair", value);
  }
}
