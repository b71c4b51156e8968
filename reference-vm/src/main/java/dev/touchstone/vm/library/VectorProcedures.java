package dev.touchstone.vm.library;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.Arguments;
import dev.touchstone.vm.machine.Primitive;
import dev.touchstone.vm.machine.Vectors;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Char;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;
import dev.touchstone.vm.value.Vector;
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

  private static Value toList(Value[] arguments) {
    Vector vector = Arguments.vector("vector->list", 1, arguments[0]);
    Range range = Range.of("vector->list", arguments, 1, vector.length());
    Value list = EmptyList.INSTANCE;
    for (int i = range.end() - 1; i >= range.start(); i--) {
      list = Pair.of(vector.get(i), list);
    }
    return list;
  }

  private static Value copy(Value[] arguments) {
    Vector vector = Arguments.vector("vector-copy", 1, arguments[0]);
    Range range = Range.of("vector-copy", arguments, 1, vector.length());
    return vector.copy(range.start(), range.end());
  }

  private static Value fill(Value[] arguments) {
    Vector vector = Arguments.mutableVector("vector-fill!", 1, arguments[0]);
    Range range = Range.of("vector-fill!", arguments, 2, vector.length());
    vector.fill(arguments[1], range.start(), range.end());
    return Unspecified.INSTANCE;
  }

  private static Value copyInto(Value[] arguments) {
    Vector to = Arguments.mutableVector("vector-copy!", 1, arguments[0]);
    int at = Arguments.integer("vector-copy!", 2, arguments[1], 0, to.length());
    Vector from = Arguments.vector("vector-copy!", 3, arguments[2]);
    Range range = Range.of("vector-copy!", arguments, 3, from.length());
    Arguments.checkFits("vector-copy!", range.length(), to.length() - at);
    to.copyFrom(at, from, range.start(), range.end());
    return Unspecified.INSTANCE;
  }

  private static Value append(Value[] arguments) {
    long length = 0;
    for (int i = 0; i < arguments.length; i++) {
      length += Arguments.vector("vector-append", i + 1, arguments[i]).length();
    }
    int whole = Arguments.checkLength("vector-append", length);
    Vector all = Vector.filled(whole, Unspecified.INSTANCE);
    int at = 0;
    for (int i = 0; i < arguments.length; i++) {
      Vector part = Arguments.vector("vector-append", i + 1, arguments[i]);
      all.copyFrom(at, part, 0, part.length());
      at += part.length();
    }
    return all;
  }

  private static Value toText(Value[] arguments) {
    Vector vector = Arguments.vector("vector->string", 1, arguments[0]);
    Range range = Range.of("vector->string", arguments, 1, vector.length());
    Str string = Str.filled(range.length(), ' ');
    for (int i = range.start(); i < range.end(); i++) {
      if (!(vector.get(i) instanceof Char character)) {
        throw Arguments.wrongType("vector->string", 1, "a vector of characters", vector);
      }
      string.set(i - range.start(), character.codePoint());
    }
    return string;
  }

  private static Value fromText(Value[] arguments) {
    Str string = Arguments.string("string->vector", 1, arguments[0]);
    Range range = Range.of("string->vector", arguments, 1, string.length());
    Value[] characters = new Value[range.length()];
    Arrays.setAll(characters, i -> Char.of(string.get(range.start() + i)));
    return Vector.of(characters);
  }
}
