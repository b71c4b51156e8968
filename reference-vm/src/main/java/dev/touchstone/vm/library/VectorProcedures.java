package dev.touchstone.vm.library;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.Arguments;
import dev.touchstone.vm.machine.Primitive;
import dev.touchstone.vm.machine.Vectors;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Char;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;
import dev.touchstone.vm.value.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Vectors (R7RS 6.8). */
final class VectorProcedures {
  private VectorProcedures() {}

  static void register(Registry r) {
    r.add("vector?", a -> Bool.of(a instanceof Vector));
    r.add("make-vector", 1, 2, VectorProcedures::makeVector);
    r.add("vector", 0, Primitive.UNBOUNDED, Vector::of);
    r.add("vector-length", a -> Fixnum.of(Arguments.vector("vector-length", 1, a).length()));
    r.add("vector-ref", Vectors::ref);
    r.add("vector-set!", Vectors::set);
    r.add("vector->list", 1, 3, VectorProcedures::toList);
    r.add("list->vector", a -> vector(Lists.elements("list->vector", 1, a)));
    r.add("vector-fill!", 2, 4, VectorProcedures::fill);
    r.add("vector-copy", 1, 3, VectorProcedures::copy);
    r.add("vector-copy!", 3, 5, VectorProcedures::copyInto);
    r.add("vector-append", 0, Primitive.UNBOUNDED, VectorProcedures::append);
    r.add("vector->string", 1, 3, VectorProcedures::toText);
    r.add("string->vector", 1, 3, VectorProcedures::fromText);
  }

  private static Value makeVector(Value[] arguments) {
    int length = Arguments.newLength("make-vector", 1, arguments[0]);
    return Vector.filled(length, arguments.length > 1 ? arguments[1] : Unspecified.INSTANCE);
  }

  private static Vector vector(List<Value> elements) {
    return Vector.of(elements.toArray(new Value[0]));
  }

  private static List<Value> elements(Vector vector, Range range) {
    List<Value> elements = new ArrayList<>(range.length());
    for (int i = range.start(); i < range.end(); i++) {
      elements.add(vector.get(i));
    }
    return elements;
  }

  /** The elements in the range that a procedure's arguments from the second on give. */
  private static List<Value> part(String procedure, Value[] arguments) {
    Vector vector = Arguments.vector(procedure, 1, arguments[0]);
    return elements(vector, Range.of(procedure, arguments, 1, vector.length()));
  }

  private static Value toList(Value[] arguments) {
    return Lists.list(part("vector->list", arguments), EmptyList.INSTANCE);
  }

  private static Value copy(Value[] arguments) {
    return vector(part("vector-copy", arguments));
  }

  private static Value fill(Value[] arguments) {
    Vector vector = Arguments.mutableVector("vector-fill!", 1, arguments[0]);
    Range range = Range.of("vector-fill!", arguments, 2, vector.length());
    for (int i = range.start(); i < range.end(); i++) {
      vector.set(i, arguments[1]);
    }
    return Unspecified.INSTANCE;
  }

  private static Value copyInto(Value[] arguments) {
    Vector to = Arguments.mutableVector("vector-copy!", 1, arguments[0]);
    int at = Arguments.integer("vector-copy!", 2, arguments[1], 0, to.length());
    Vector from = Arguments.vector("vector-copy!", 3, arguments[2]);
    Range range = Range.of("vector-copy!", arguments, 3, from.length());
    Arguments.checkFits("vector-copy!", range.length(), to.length() - at);
    // By way of a copy: both may be the same vector.
    List<Value> elements = elements(from, range);
    for (int i = 0; i < elements.size(); i++) {
      to.set(at + i, elements.get(i));
    }
    return Unspecified.INSTANCE;
  }

  private static Value append(Value[] arguments) {
    long length = 0;
    for (int i = 0; i < arguments.length; i++) {
      length += Arguments.vector("vector-append", i + 1, arguments[i]).length();
    }
    List<Value> all = new ArrayList<>(Arguments.checkLength("vector-append", length));
    for (int i = 0; i < arguments.length; i++) {
      Vector vector = Arguments.vector("vector-append", i + 1, arguments[i]);
      all.addAll(elements(vector, new Range(0, vector.length())));
    }
    return vector(all);
  }

  private static Value toText(Value[] arguments) {
    List<Value> characters = part("vector->string", arguments);
    for (Value character : characters) {
      if (!(character instanceof Char)) {
        throw Arguments.wrongType("vector->string", 1, "a vector of characters", arguments[0]);
      }
    }
    return StringProcedures.fromCharacters("vector->string", 1, characters);
  }

  private static Value fromText(Value[] arguments) {
    Str string = Arguments.string("string->vector", 1, arguments[0]);
    Range range = Range.of("string->vector", arguments, 1, string.length());
    Value[] characters = new Value[range.length()];
    Arrays.setAll(characters, i -> Char.of(string.get(range.start() + i)));
    return Vector.of(characters);
  }
}
