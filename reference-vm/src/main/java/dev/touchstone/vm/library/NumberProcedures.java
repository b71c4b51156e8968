package dev.touchstone.vm.library;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.Primitive;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Exactness;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Num;
import dev.touchstone.vm.value.NumberClasses;
import dev.touchstone.vm.value.Numbers;
import dev.touchstone.vm.value.Operands;
import dev.touchstone.vm.value.Ordering;
import dev.touchstone.vm.value.Value;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Classes, comparison and arithmetic of numbers of every kind (R7RS 6.2.6). */
final class NumberProcedures {
  private NumberProcedures() {}

  static void register(Registry r) {
    classes(r);
    comparison(r);
    arithmetic(r);
  }

  private static void classes(Registry r) {
    r.add("number?", a -> Bool.of(a instanceof Num));
    r.add("complex?", a -> Bool.of(a instanceof Num));
    r.add("real?", a -> Bool.of(NumberClasses.isReal(a)));
    r.add("rational?", a -> Bool.of(NumberClasses.isRational(a)));
    r.add("integer?", a -> Bool.of(NumberClasses.isInteger(a)));
    r.add("exact-integer?", a -> Bool.of(Numbers.isExactInteger(a)));
    test(r, "exact?", Num::isExact);
    test(r, "inexact?", z -> !z.isExact());
    test(r, "finite?", NumberClasses::isFinite);
    test(r, "infinite?", NumberClasses::isInfinite);
    test(r, "nan?", NumberClasses::isNan);
    r.add("zero?", a -> Bool.of(Numbers.isZero(a)));
    r.add("positive?", a -> Bool.of(Numbers.sign("positive?", a) == 1));
    r.add("negative?", a -> Bool.of(Numbers.sign("negative?", a) == -1));
    convert(r, "exact", Exactness::exact);
    convert(r, "inexact", Exactness::inexact);
    convert(r, "inexact->exact", Exactness::exact);
    convert(r, "exact->inexact", Exactness::inexact);
  }

  private static void comparison(Registry r) {
    r.add("=", 1, Primitive.UNBOUNDED, NumberProcedures::areEqual);
    r.add("<", 1, Primitive.UNBOUNDED, a -> inOrder("<", a, c -> c == -1));
    r.add(">", 1, Primitive.UNBOUNDED, a -> inOrder(">", a, c -> c == 1));
    r.add("<=", 1, Primitive.UNBOUNDED, a -> inOrder("<=", a, c -> c <= 0));
    r.add(">=", 1, Primitive.UNBOUNDED, a -> inOrder(">=", a, c -> c == 0 || c == 1));
    r.add("min", 1, Primitive.UNBOUNDED, a -> extreme("min", a, -1));
    r.add("max", 1, Primitive.UNBOUNDED, a -> extreme("max", a, 1));
  }

  private static void arithmetic(Registry r) {
    r.add("+", 0, Primitive.UNBOUNDED, a -> fold("+", a, 0, Numbers::add));
    r.add("*", 0, Primitive.UNBOUNDED, a -> fold("*", a, 1, Numbers::multiply));
    r.add("-", 1, Primitive.UNBOUNDED, NumberProcedures::difference);
    r.add("/", 1, Primitive.UNBOUNDED, NumberProcedures::quotient);
    r.add("abs", a -> Numbers.magnitude("abs", a));
  }

  private static void test(Registry r, String name, Predicate<Num> test) {
    r.add(name, a -> Bool.of(test.test(Operands.number(name, 1, a))));
  }

  private static void convert(Registry r, String name, UnaryOperator<Num> conversion) {
    r.add(name, a -> conversion.apply(Operands.number(name, 1, a)));
  }

  private static Value difference(Value[] arguments) {
    Value first = Operands.number("-", 1, arguments[0]);
    return arguments.length == 1
        ? Numbers.negate(first)
        : rest("-", first, arguments, Numbers::subtract);
  }

  private static Value quotient(Value[] arguments) {
    Value first = Operands.number("/", 1, arguments[0]);
    return arguments.length == 1
        ? Numbers.divide(Fixnum.of(1), first)
        : rest("/", first, arguments, Numbers::divide);
  }

  private static Value rest(
      String procedure, Value first, Value[] arguments, BinaryOperator<Value> combine) {
    Value result = first;
    for (int i = 1; i < arguments.length; i++) {
      result = combine.apply(result, Operands.number(procedure, i + 1, arguments[i]));
    }
    return result;
  }

  /** Combines all arguments, from the left; each is checked first, so that errors name it. */
  private static Value fold(
      String procedure, Value[] arguments, long start, BinaryOperator<Value> combine) {
    if (arguments.length == 0) {
      return Fixnum.of(start);
    }
    return rest(procedure, Operands.number(procedure, 1, arguments[0]), arguments, combine);
  }

  private static Value areEqual(Value[] arguments) {
    Operands.number("=", 1, arguments[0]);
    boolean equal = true;
    for (int i = 1; i < arguments.length; i++) {
      Operands.number("=", i + 1, arguments[i]);
      equal &= Ordering.isEqual(arguments[i - 1], arguments[i]);
    }
    return Bool.of(equal);
  }

  /** Whether each neighbouring pair compares as wanted; every argument is looked at. */
  private static Value inOrder(String procedure, Value[] arguments, IntPredicate wanted) {
    Operands.real(procedure, 1, arguments[0]);
    boolean holds = true;
    for (int i = 1; i < arguments.length; i++) {
      Operands.real(procedure, i + 1, arguments[i]);
      holds &= wanted.test(Numbers.compare(procedure, arguments[i - 1], arguments[i]));
    }
    return Bool.of(holds);
  }

  /** Compared by exact value; a NaN wins; inexact if any argument is. */
  private static Value extreme(String procedure, Value[] arguments, int direction) {
    Num best = Operands.real(procedure, 1, arguments[0]);
    boolean exact = best.isExact();
    for (int i = 1; i < arguments.length; i++) {
      Num next = Operands.real(procedure, i + 1, arguments[i]);
      exact &= next.isExact();
      int order = Numbers.compare(procedure, next, best);
      if (order == direction || (order == Ordering.UNORDERED && NumberClasses.isNan(next))) {
        best = next;
      }
    }
    return exact ? best : Exactness.inexact(best);
  }
}
