package dev.touchstone.vm.bytecode.verifier;

import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Bytevector;
import dev.touchstone.vm.value.Char;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Num;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;
import dev.touchstone.vm.value.Vector;

/** What a code says of itself, before its instructions are looked at. */
final class Headers {
  private Headers() {}

  /**
   * Checks a code's header and constants.
   *
   * @throws Refusal if they break a rule
   */
  static void check(Code code, boolean isMain) {
    checkNumbers(code);
    if (code.length() == 0) {
      throw refuse(Rule.HEADER, "it has no instruction");
    }
    if (code.spans().isEmpty() || code.spans().start(0) != 0) {
      throw refuse(Rule.HEADER, "nothing tells where its first instruction comes from");
    }
    if (isMain && (code.required() > 0 || code.hasRest() || code.captures() > 0)) {
      throw refuse(Rule.MAIN, "it takes arguments, or captures something");
    }
    for (int i = 0; i < code.constants().size(); i++) {
      if (!isDatum(code.constants().get(i))) {
        throw refuse(Rule.CONSTANTS, "constant " + i + " is none");
      }
    }
  }

  private static void checkNumbers(Code code) {
    if (code.required() < 0 || code.locals() < 0 || code.maxStack() < 0) {
      throw refuse(Rule.HEADER, "a number in it is less than zero");
    }
    long slots = (long) code.required() + (code.hasRest() ? 1 : 0) + code.locals();
    if (code.maxStack() < slots) {
      throw refuse(Rule.HEADER, slots + " slots are more than the stack of " + code.maxStack());
    }
    if (code.maxStack() > Verifier.MOST_STACK) {
      throw refuse(
          Rule.HEADER, "a stack of " + code.maxStack() + " is more than " + Verifier.MOST_STACK);
    }
  }

  /** Parts of a datum are not looked at: whoever makes a pair or vector of something else errs. */
  private static boolean isDatum(Value value) {
    return switch (value) {
      case Num _, Bool _, Symbol _, Char _, Str _, Pair _ -> true;
      case EmptyList _, Vector _, Bytevector _, Unspecified _ -> true;
      default -> false;
    };
  }

  private static Refusal refuse(Rule rule, String reason) {
    return new Refusal(rule, Rejection.HEADER, reason);
  }
}
