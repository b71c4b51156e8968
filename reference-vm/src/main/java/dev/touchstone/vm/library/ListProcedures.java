package dev.touchstone.vm.library;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.Arguments;
import dev.touchstone.vm.machine.Primitive;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Equivalence;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Numbers;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiPredicate;

/** Lists (R7RS 6.4). */
final class ListProcedures {
  private ListProcedures() {}

  static void register(Registry r) {
    r.add("list", 0, Primitive.UNBOUNDED, a -> Lists.list(Arrays.asList(a), EmptyList.INSTANCE));
    r.add("list?", a -> Bool.of(Lists.length(a) >= 0));
    r.add("make-list", 1, 2, ListProcedures::makeList);
    r.add("length", ListProcedures::length);
    r.add("append", 0, Primitive.UNBOUNDED, ListProcedures::append);
    r.add("reverse", ListProcedures::reverse);
    r.add("list-tail", (list, k) -> tail("list-tail", list, k));
    r.add("list-ref", (list, k) -> pairAt("list-ref", list, k).car());
    r.add("list-set!", ListProcedures::listSet);
    r.add("list-copy", ListProcedures::listCopy);
    r.add("memq", (x, list) -> find("memq", x, list, Equivalence::eq));
    r.add("memv", (x, list) -> find("memv", x, list, Equivalence::eqv));
    r.add("%member", (x, list) -> find("member", x, list, Equivalence::equal));
    r.add("assq", (x, list) -> associate("assq", x, list, Equivalence::eq));
    r.add("assv", (x, list) -> associate("assv", x, list, Equivalence::eqv));
    r.add("%assoc", (x, list) -> associate("assoc", x, list, Equivalence::equal));
  }

  private static Value makeList(Value[] arguments) {
    int length = Arguments.newLength("make-list", 1, arguments[0]);
    Value fill = arguments.length > 1 ? arguments[1] : Unspecified.INSTANCE;
    return Lists.list(Collections.nCopies(length, fill), EmptyList.INSTANCE);
  }

  private static Value length(Value list) {
    long length = Lists.length(list);
    if (length < 0) {
      throw Arguments.wrongType("length", 1, "a list", list);
    }
    return Fixnum.of(length);
  }

  private static Value append(Value[] arguments) {
    if (arguments.length == 0) {
      return EmptyList.INSTANCE;
    }
    Value result = arguments[arguments.length - 1];
    for (int i = arguments.length - 2; i >= 0; i--) {
      result = Lists.list(Lists.elements("append", i + 1, arguments[i]), result);
    }
    return result;
  }

  private static Value reverse(Value list) {
    Value reversed = EmptyList.INSTANCE;
    for (Value element : Lists.elements("reverse", 1, list)) {
      reversed = Pair.of(element, reversed);
    }
    return reversed;
  }

  /** A copy of the chain of pairs; what ends it, a list or not, is shared. */
  private static Value listCopy(Value list) {
    List<Value> elements = new ArrayList<>();
    Value end = list;
    Lists.Walk walk = new Lists.Walk(list);
    for (Pair pair = walk.pair(); pair != null; pair = walk.pair()) {
      elements.add(pair.car());
      end = pair.cdr();
      walk.advance(pair);
    }
    if (end instanceof Pair) {
      throw Arguments.wrongType("list-copy", 1, "a list that ends", list);
    }
    return Lists.list(elements, end);
  }

  private static Value tail(String procedure, Value list, Value k) {
    int count = countedPairs(procedure, k);
    Value at = list;
    for (int i = 0; i < count; i++) {
      if (!(at instanceof Pair pair)) {
        throw tooShort(procedure, k);
      }
      at = pair.cdr();
    }
    return at;
  }

  private static Pair pairAt(String procedure, Value list, Value k) {
    if (tail(procedure, list, k) instanceof Pair pair) {
      return pair;
    }
    throw tooShort(procedure, k);
  }

  private static int countedPairs(String procedure, Value k) {
    if (Numbers.isExactInteger(k)
        && Numbers.compare(procedure, k, Fixnum.of(Integer.MAX_VALUE)) > 0) {
      throw tooShort(procedure, k);
    }
    return Arguments.integer(procedure, 2, k, 0, Integer.MAX_VALUE);
  }

  private static SchemeError tooShort(String procedure, Value k) {
    return SchemeError.of(
        ErrorClass.RANGE, procedure + ": argument 1 is a list that is too short for", k);
  }

  private static Value listSet(Value list, Value k, Value value) {
    Pair pair = pairAt("list-set!", list, k);
    Arguments.mutablePair("list-set!", 1, pair).setCar(value);
    return Unspecified.INSTANCE;
  }

  private static Value find(
      String procedure, Value sought, Value list, BiPredicate<Value, Value> same) {
    Lists.Walk walk = new Lists.Walk(list);
    for (Pair pair = walk.pair(); pair != null; pair = walk.pair()) {
      if (same.test(sought, pair.car())) {
        return pair;
      }
      walk.advance(pair);
    }
    return notFound(procedure, walk, list);
  }

  private static Value associate(
      String procedure, Value sought, Value list, BiPredicate<Value, Value> same) {
    Lists.Walk walk = new Lists.Walk(list);
    for (Pair pair = walk.pair(); pair != null; pair = walk.pair()) {
      if (!(pair.car() instanceof Pair entry)) {
        throw Arguments.wrongType(procedure, 2, "a list of pairs", list);
      }
      if (same.test(sought, entry.car())) {
        return entry;
      }
      walk.advance(pair);
    }
    return notFound(procedure, walk, list);
  }

  private static Value notFound(String procedure, Lists.Walk walk, Value list) {
    if (!walk.isAtProperEnd()) {
      throw Arguments.wrongType(procedure, 2, "a list", list);
    }
    return Bool.FALSE;
  }
}
