package dev.touchstone.vm.library;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.value.Exponentials;
import dev.touchstone.vm.value.Powers;
import dev.touchstone.vm.value.Roots;
import dev.touchstone.vm.value.Rounding;
import dev.touchstone.vm.value.Trigonometry;
import dev.touchstone.vm.value.Value;

/** Rounding, powers, roots and transcendental functions (R7RS 6.2.6). */
final class RealProcedures {
  private RealProcedures() {}

  static void register(Registry r) {
    r.add("floor", Rounding::floor);
    r.add("ceiling", Rounding::ceiling);
    r.add("truncate", Rounding::truncate);
    r.add("round", Rounding::round);
    r.add("numerator", Rounding::numerator);
    r.add("denominator", Rounding::denominator);
    r.add("rationalize", Rounding::rationalize);
    r.add("square", Powers::square);
    r.add("sqrt", Roots::sqrt);
    r.add("expt", Powers::expt);
    r.add("exp", Exponentials::exp);
    r.add("log", 1, 2, RealProcedures::log);
    r.add("sin", Trigonometry::sin);
    r.add("cos", Trigonometry::cos);
    r.add("tan", Trigonometry::tan);
    r.add("asin", Trigonometry::asin);
    r.add("acos", Trigonometry::acos);
    r.add("atan", 1, 2, RealProcedures::atan);
  }

  private static Value log(Value[] a) {
    return a.length == 1 ? Exponentials.log(a[0]) : Exponentials.log(a[0], a[1]);
  }

  private static Value atan(Value[] a) {
    return a.length == 1 ? Trigonometry.atan(a[0]) : Trigonometry.atan(a[0], a[1]);
  }
}
