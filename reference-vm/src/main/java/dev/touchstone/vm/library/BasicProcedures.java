package dev.touchstone.vm.library;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.Arguments;
import dev.touchstone.vm.machine.Primitive;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Equivalence;
import dev.touchstone.vm.value.Procedure;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;

/** Equivalence, booleans, symbols and procedures (R7RS 6.1, 6.3, 6.5, 6.10). */
final class BasicProcedures {
  private BasicProcedures() {}

  static void register(Registry r) {
    r.add("eq?", (a, b) -> Bool.of(Equivalence.eq(a, b)));
    r.add("eqv?", (a, b) -> Bool.of(Equivalence.eqv(a, b)));
    r.add("equal?", (a, b) -> Bool.of(Equivalence.equal(a, b)));
    r.add("not", a -> Bool.of(a == Bool.FALSE));
    r.add("boolean?", a -> Bool.of(a instanceof Bool));
    r.add("boolean=?", 2, Primitive.UNBOUNDED, BasicProcedures::sameBooleans);
    r.add("procedure?", a -> Bool.of(a instanceof Procedure));
    r.add("symbol?", a -> Bool.of(a instanceof Symbol));
    r.add("symbol=?", 1, Primitive.UNBOUNDED, BasicProcedures::sameSymbols);
    r.add("symbol->string", a -> Str.literal(Arguments.symbol("symbol->string", 1, a).name()));
    r.add("string->symbol", a -> Symbol.of(Arguments.string("string->symbol", 1, a).text()));
  }

  @SuppressWarnings("ReferenceEquality") // there are two
  private static Value sameBooleans(Value[] arguments) {
    boolean same = true;
    for (int i = 0; i < arguments.length; i++) {
      same &= Arguments.bool("boolean=?", i + 1, arguments[i]) == arguments[0];
    }
    return Bool.of(same);
  }

  private static Value sameSymbols(Value[] arguments) {
    Symbol first = Arguments.symbol("symbol=?", 1, arguments[0]);
    boolean same = true;
    for (int i = 1; i < arguments.length; i++) {
      same &= Arguments.symbol("symbol=?", i + 1, arguments[i]).equals(first);
    }
    return Bool.of(same);
  }
}
