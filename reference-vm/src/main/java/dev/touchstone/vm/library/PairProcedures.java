package dev.touchstone.vm.library;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.Arguments;
import dev.touchstone.vm.machine.Pairs;
import dev.touchstone.vm.machine.Primitive;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Value;

/** Pairs (R7RS 6.4), with the compositions of {@code (scheme cxr)}. */
final class PairProcedures {
  private static final int LONGEST_COMPOSITION = 4;

  private PairProcedures() {}

  static void register(Registry r) {
    r.add("cons", Pair::of);
    r.add("car", Pairs::car);
    r.add("cdr", Pairs::cdr);
    r.add("pair?", a -> Bool.of(a instanceof Pair));
    r.add("null?", a -> Bool.of(a == EmptyList.INSTANCE));
    r.add("set-car!", Pairs::setCar);
    r.add("set-cdr!", Pairs::setCdr);
    compositions(r, "a");
    compositions(r, "d");
  }

  /** All of {@code caar} to {@code cddddr} whose letters end in these. */
  private static void compositions(Registry r, String letters) {
    if (letters.length() > 1) {
      String name = "c" + letters + "r";
      r.add(name, following(name));
    }
    if (letters.length() < LONGEST_COMPOSITION) {
      compositions(r, "a" + letters);
      compositions(r, "d" + letters);
    }
  }

  /** Takes a car or cdr for each letter between the c and the r, the last first. */
  private static Primitive.Body1 following(String name) {
    boolean[] cars = new boolean[name.length() - 2];
    for (int i = 0; i < cars.length; i++) {
      cars[i] = name.charAt(cars.length - i) == 'a';
    }
    return value -> {
      Value at = value;
      for (boolean car : cars) {
        if (!(at instanceof Pair pair)) {
          throw Arguments.wrongType(name, 1, "made of pairs as deep as needed", value);
        }
        at = car ? pair.car() : pair.cdr();
      }
      return at;
    };
  }
}
