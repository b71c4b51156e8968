package dev.touchstone.vm.library;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.Arguments;
import dev.touchstone.vm.machine.Primitive;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Char;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Value;
import java.util.function.IntPredicate;

/** Characters (R7RS 6.6). */
final class CharacterProcedures {
  private CharacterProcedures() {}

  static void register(Registry r) {
    r.add("char?", a -> Bool.of(a instanceof Char));
    r.add("char=?", 1, Primitive.UNBOUNDED, a -> inOrder("char=?", a, c -> c == 0));
    r.add("char<?", 1, Primitive.UNBOUNDED, a -> inOrder("char<?", a, c -> c < 0));
    r.add("char>?", 1, Primitive.UNBOUNDED, a -> inOrder("char>?", a, c -> c > 0));
    r.add("char<=?", 1, Primitive.UNBOUNDED, a -> inOrder("char<=?", a, c -> c <= 0));
    r.add("char>=?", 1, Primitive.UNBOUNDED, a -> inOrder("char>=?", a, c -> c >= 0));
    r.add("char->integer", a -> Fixnum.of(Arguments.character("char->integer", 1, a)));
    r.add("integer->char", CharacterProcedures::fromInteger);
  }

  private static Value inOrder(String procedure, Value[] arguments, IntPredicate wanted) {
    boolean holds = true;
    int last = Arguments.character(procedure, 1, arguments[0]);
    for (int i = 1; i < arguments.length; i++) {
      int next = Arguments.character(procedure, i + 1, arguments[i]);
      holds &= wanted.test(Integer.compare(last, next));
      last = next;
    }
    return Bool.of(holds);
  }

  private static Value fromInteger(Value value) {
    int point = Arguments.integer("integer->char", 1, value, 0, Character.MAX_CODE_POINT);
    if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
      throw SchemeError.of(
          ErrorClass.RANGE, "integer->char: argument 1 is the number of a surrogate", value);
    }
    return Char.of(point);
  }
}
