package dev.touchstone.vm.library;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.Arguments;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.value.Char;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Procedure;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;
import dev.touchstone.vm.value.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** The checks that {@code traversal.scm} makes of arguments before it calls anything. */
final class TraversalProcedures {
  private TraversalProcedures() {}

  static void register(Registry r) {
    r.add("%check-procedure", TraversalProcedures::checkProcedure);
    r.add("%check-list", TraversalProcedures::checkList);
    r.add("%check-lists", TraversalProcedures::checkLists);
    r.add("%only-predicate", TraversalProcedures::onlyPredicate);
    r.add(
        "%shortest-vector",
        (name, first, others) ->
            shortest(
                first, others, at -> Arguments.vector(text(name), at.position, at.value).length()));
    r.add(
        "%shortest-string",
        (name, first, others) ->
            shortest(
                first, others, at -> Arguments.string(text(name), at.position, at.value).length()));
    r.add("%reversed->vector", TraversalProcedures::vector);
    r.add("%reversed->string", TraversalProcedures::string);
  }

  /** An argument and where it stands. */
  private record Argument(int position, Value value) {}

  private static String text(Value name) {
    return ((Symbol) name).name();
  }

  private static Value checkProcedure(Value name, Value position, Value value) {
    if (!(value instanceof Procedure)) {
      int place = (int) ((Fixnum) position).value();
      throw Arguments.wrongType(text(name), place, "a procedure", value);
    }
    return Unspecified.INSTANCE;
  }

  private static Value checkList(Value name, Value position, Value list) {
    if (Lists.length(list) < 0) {
      int place = (int) ((Fixnum) position).value();
      throw Arguments.wrongType(text(name), place, "a list", list);
    }
    return Unspecified.INSTANCE;
  }

  /** Each must be a list or circular, and one at least must end. */
  private static Value checkLists(Value name, Value first, Value others) {
    List<Value> all = new ArrayList<>(List.of(first));
    all.addAll(Lists.elements(text(name), 3, others));
    boolean ends = false;
    for (int i = 0; i < all.size(); i++) {
      Lists.Walk walk = Lists.Walk.toEnd(all.get(i));
      if (!walk.isAtProperEnd() && !walk.isCyclic()) {
        throw Arguments.wrongType(text(name), i + 2, "a list", all.get(i));
      }
      ends |= walk.isAtProperEnd();
    }
    if (!ends) {
      throw Arguments.wrongType(text(name), 2, "a list that ends", first);
    }
    return Unspecified.INSTANCE;
  }

  private static Value onlyPredicate(Value name, Value arguments) {
    List<Value> given = Lists.elements(text(name), 3, arguments);
    if (given.size() > 1) {
      throw SchemeError.of(
          ErrorClass.ARITY,
          text(name) + ": expected 2 to 3 arguments, but the number given is",
          Fixnum.of(given.size() + 2L));
    }
    return Arguments.procedure(text(name), 3, given.getFirst());
  }

  private static Value shortest(Value first, Value others, ToIntFunction<Argument> length) {
    int shortest = length.applyAsInt(new Argument(2, first));
    int position = 3;
    for (Value value : Lists.elements("map", 3, others)) {
      shortest = Math.min(shortest, length.applyAsInt(new Argument(position++, value)));
    }
    return Fixnum.of(shortest);
  }

  /** A vector of what was collected, the last first. */
  private static Value vector(Value collected) {
    return Vector.of(Lists.elements("vector-map", 1, collected).reversed().toArray(new Value[0]));
  }

  /** A string of what was collected, the last first, which must be characters. */
  private static Value string(Value name, Value collected) {
    List<Value> elements = Lists.elements(text(name), 1, collected).reversed();
    Str string = Str.filled(elements.size(), ' ');
    for (int i = 0; i < elements.size(); i++) {
      string.set(i, character(text(name), elements.get(i)));
    }
    return string;
  }

  private static int character(String procedure, Value result) {
    if (result instanceof Char character) {
      return character.codePoint();
    }
    throw SchemeError.of(
        ErrorClass.TYPE, procedure + ": the procedure returned what is no character", result);
  }
}
