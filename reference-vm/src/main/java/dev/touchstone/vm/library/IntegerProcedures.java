package dev.touchstone.vm.library;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.Control;
import dev.touchstone.vm.machine.Primitive;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Num;
import dev.touchstone.vm.value.Numbers;
import dev.touchstone.vm.value.Value;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;

/** Exact integers (R7RS 6.2). */
final class IntegerProcedures {
  private IntegerProcedures() {}

  static void register(Registry r) {
    r.add("+", 0, Primitive.UNBOUNDED, a -> fold("+", a, 0, Numbers::add));
    r.add("*", 0, Primitive.UNBOUNDED, a -> fold("*", a, 1, Numbers::multiply));
    r.add("-", 1, Primitive.UNBOUNDED, IntegerProcedures::difference);
    r.add("=", 1, Primitive.UNBOUNDED, arguments -> inOrder("=", arguments, c -> c == 0));
    r.add("<", 1, Primitive.UNBOUNDED, arguments -> inOrder("<", arguments, c -> c < 0));
    r.add(">", 1, Primitive.UNBOUNDED, arguments -> inOrder(">", arguments, c -> c > 0));
    r.add("<=", 1, Primitive.UNBOUNDED, arguments -> inOrder("<=", arguments, c -> c <= 0));
    r.add(">=", 1, Primitive.UNBOUNDED, arguments -> inOrder(">=", arguments, c -> c >= 0));
    r.add("number?", a -> Bool.of(a instanceof Num));
    r.add("integer?", a -> Bool.of(Numbers.isExactInteger(a)));
    r.add("exact-integer?", a -> Bool.of(Numbers.isExactInteger(a)));
    r.add("zero?", a -> Bool.of(Numbers.sign("zero?", a) == 0));
    r.add("positive?", a -> Bool.of(Numbers.sign("positive?", a) > 0));
    r.add("negative?", a -> Bool.of(Numbers.sign("negative?", a) < 0));
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
    r.add("abs", Numbers::abs);
    r.add("square", a -> Numbers.multiply(a, a));
    r.add("expt", Numbers::expt);
    r.add("min", 1, Primitive.UNBOUNDED, arguments -> extreme("min", arguments, -1));
    r.add("max", 1, Primitive.UNBOUNDED, arguments -> extreme("max", arguments, 1));
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
    Value root = Numbers.exactIntegerSqrt("exact-integer-sqrt", a[0]);
    control.returnValues(root, Numbers.subtract(a[0], Numbers.multiply(root, root)));
  }

  private static Value difference(Value[] arguments) {
    Value first = Numbers.checked("-", 1, arguments[0]);
    if (arguments.length == 1) {
      return Numbers.negate(first);
    }
    Value result = first;
    for (int i = 1; i < arguments.length; i++) {
      result = Numbers.subtract(result, Numbers.checked("-", i + 1, arguments[i]));
    }
    return result;
  }

  /** Combines all arguments, from the left; each is checked first, so that errors name it. */
  private static Value fold(
      String procedure, Value[] arguments, long start, BinaryOperator<Value> combine) {
    Value result = Fixnum.of(start);
    for (int i = 0; i < arguments.length; i++) {
      result = combine.apply(result, Numbers.checked(procedure, i + 1, arguments[i]));
    }
    return result;
  }

  /** Whether each neighbouring pair compares as wanted; every argument is looked at. */
  private static Value inOrder(String procedure, Value[] arguments, IntPredicate wanted) {
    Numbers.checked(procedure, 1, arguments[0]);
    boolean holds = true;
    for (int i = 1; i < arguments.length; i++) {
      Numbers.checked(procedure, i + 1, arguments[i]);
      holds &= wanted.test(Numbers.compare(procedure, arguments[i - 1], arguments[i]));
    }
    return Bool.of(holds);
  }

  private static Value extreme(String procedure, Value[] arguments, int direction) {
    Value best = Numbers.checked(procedure, 1, arguments[0]);
    for (int i = 1; i < arguments.length; i++) {
      Numbers.checked(procedure, i + 1, arguments[i]);
      if (Numbers.compare(procedure, arguments[i], best) * direction > 0) {
        best = arguments[i];
      }
    }
    return best;
  }
}
