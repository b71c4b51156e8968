package dev.touchstone.vm.library;

import dev.touchstone.vm.library.StandardLibrary.Registry;
import dev.touchstone.vm.machine.Arguments;
import dev.touchstone.vm.value.Numbers;
import dev.touchstone.vm.value.Operands;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Value;

/** Numerals (R7RS 6.2.7). */
final class NumberTextProcedures {
  private static final int DECIMAL = 10;
  private static final int MAX_RADIX = 16;

  private NumberTextProcedures() {}

  static void register(Registry r) {
    r.add("number->string", 1, 2, NumberTextProcedures::fromNumber);
    r.add("string->number", 1, 2, NumberTextProcedures::toNumber);
  }

  private static Value fromNumber(Value[] arguments) {
    int radix = radix("number->string", arguments);
    return Str.of(Numbers.toText(Operands.number("number->string", 1, arguments[0]), radix));
  }

  private static Value toNumber(Value[] arguments) {
    String text = Arguments.string("string->number", 1, arguments[0]).text();
    return Numbers.fromText(text, radix("string->number", arguments));
  }

  private static int radix(String procedure, Value[] arguments) {
    return arguments.length > 1
        ? Arguments.integer(procedure, 2, arguments[1], 2, MAX_RADIX)
        : DECIMAL;
  }
}
