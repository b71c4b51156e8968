package dev.touchstone.vm.library;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.Control;
import dev.touchstone.vm.machine.Primitive;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Numbers;
import dev.touchstone.vm.value.Operands;
import dev.touchstone.vm.value.Roots;
import dev.touchstone.vm.value.Value;
import java.util.function.BinaryOperator;

/** Integers, exact and inexact (R7RS 6.2.6). */
final class IntegerProcedures {
  private IntegerProcedures() {}

  static void register(Registry r) {
    r.add("even?", a -> Bool.of(Numbers.isEven("even?", a)));
    r.add("odd?", a -> Bool.of(!Numbers.isEven("odd?", a)));
    r.add("quotient", (a, b) -> Numbers.truncateQuotient("quotient", a, b));
    r.add("remainder", (a, b) -> Numbers.truncateRemainder("remainder", a, b));
    r.add("modulo", (a, b) -> Numbers.floorRemainder("modulo", a, b));
    r.add("truncate-quotient", (a, b) -> Numbers.truncateQuotient("truncate-quotient", a, b));
    r.add("truncate-remainder", (a, b) -> Numbers.truncateRemainder("truncate-remainder", a, b));
    r.add("floor-quotient", (a, b) -> Numbers.floorQuotient("floor-quotient", a, b));
    r.add("floor-remainder", (a, b) -> Numbers.floorRemainder("floor-remainder", a, b));
    r.addControl("floor/", 2, 2, (control, a) -> divide(control, "floor/", a));
    r.addControl("truncate/", 2, 2, (control, a) -> divide(control, "truncate/", a));
    r.addControl("exact-integer-sqrt", 1, 1, IntegerProcedures::squareRoot);
    r.add("gcd", 0, Primitive.UNBOUNDED, a -> fold("gcd", a, 0, Numbers::gcd));
    r.add("lcm", 0, Primitive.UNBOUNDED, a -> fold("lcm", a, 1, Numbers::lcm));
  }

  private static void divide(Control control, String procedure, Value[] a) {
    if (procedure.startsWith("floor")) {
      control.returnValues(
          Numbers.floorQuotient(procedure, a[0], a[1]),
          Numbers.floorRemainder(procedure, a[0], a[1]));
    } else {
      control.returnValues(
          Numbers.truncateQuotient(procedure, a[0], a[1]),
          Numbers.truncateRemainder(procedure, a[0], a[1]));
    }
  }

  private static void squareRoot(Control control, Value[] a) {
    Value root = Roots.exactIntegerSqrt("exact-integer-sqrt", a[0]);
    control.returnValues(root, Numbers.subtract(a[0], Numbers.multiply(root, root)));
  }

  /** Combines all arguments, from the left; each is checked first, so that errors name it. */
  private static Value fold(
      String procedure, Value[] arguments, long start, BinaryOperator<Value> combine) {
    Value result = Fixnum.of(start);
    for (int i = 0; i < arguments.length; i++) {
      result = combine.apply(result, Operands.integer(procedure, i + 1, arguments[i]));
    }
    return result;
  }
}
