package dev.touchstone.vm.jvm;

import dev.touchstone.vm.bytecode.Opcode;
import java.lang.classfile.CodeBuilder;

/** The instructions that yield a boolean. */
final class Tests {
  private Tests() {}

  static boolean isTest(Opcode opcode) {
    return switch (opcode) {
      case IS_PAIR, IS_NULL, NOT, EQ, NUM_EQ, LESS, GREATER, LESS_EQUAL, GREATER_EQUAL -> true;
      default -> false;
    };
  }

  /** Emits a test, whose outcome is on the method's stack then, as Java's boolean. */
  static void emit(CodeBuilder method, Opcode opcode, Temporaries stack) {
    stack.pop(opcode.pops(0));
    switch (opcode) {
      case IS_PAIR -> method.instanceOf(Names.PAIR);
      case IS_NULL -> is(method.getstatic(Names.EMPTY_LIST, "INSTANCE", Names.EMPTY_LIST));
      case NOT -> is(method.getstatic(Names.BOOL, "FALSE", Names.BOOL));
      case EQ -> method.invokestatic(Names.EQUIVALENCE, "eq", Names.TEST);
      case NUM_EQ -> compare(method, "equal");
      case LESS -> compare(method, "less");
      case GREATER -> compare(method, "greater");
      case LESS_EQUAL -> compare(method, "lessOrEqual");
      case GREATER_EQUAL -> compare(method, "greaterOrEqual");
      default -> throw new IllegalArgumentException(opcode.name());
    }
  }

  private static void compare(CodeBuilder method, String name) {
    method.invokestatic(Names.COMPARISONS, name, Names.TEST);
  }

  private static void is(CodeBuilder method) {
    var same = method.newLabel();
    var end = method.newLabel();
    method.if_acmpeq(same).iconst_0().goto_(end);
    method.labelBinding(same).iconst_1().labelBinding(end);
  }
}
