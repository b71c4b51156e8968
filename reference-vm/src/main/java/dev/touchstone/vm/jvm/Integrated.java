package dev.touchstone.vm.jvm;

import dev.touchstone.vm.bytecode.Opcode;
import java.lang.classfile.CodeBuilder;

/** The integrated instructions that yield something else than a boolean. */
final class Integrated {
  private Integrated() {}

  /** Emits what one does to the top of the stack. */
  static void emit(CodeBuilder method, Opcode opcode, Temporaries stack) {
    switch (opcode) {
      case QUOTIENT -> divide(method, stack, "truncateQuotient", opcode);
      case REMAINDER -> divide(method, stack, "truncateRemainder", opcode);
      case MODULO -> divide(method, stack, "floorRemainder", opcode);
      default -> {
        stack.pop(opcode.pops(0));
        operate(method, opcode);
        stack.push();
      }
    }
  }

  private static void operate(CodeBuilder method, Opcode opcode) {
    switch (opcode) {
      case CONS -> method.invokestatic(Names.PAIR, "of", Names.NEW_PAIR);
      case CAR -> method.invokestatic(Names.PAIRS, "car", Names.UNARY);
      case CDR -> method.invokestatic(Names.PAIRS, "cdr", Names.UNARY);
      case SET_CAR -> method.invokestatic(Names.PAIRS, "setCar", Names.BINARY);
      case SET_CDR -> method.invokestatic(Names.PAIRS, "setCdr", Names.BINARY);
      case ADD -> method.invokestatic(Names.NUMBERS, "add", Names.ARITHMETIC);
      case SUB -> method.invokestatic(Names.NUMBERS, "subtract", Names.ARITHMETIC);
      case MUL -> method.invokestatic(Names.NUMBERS, "multiply", Names.ARITHMETIC);
      case VECTOR_REF -> method.invokestatic(Names.VECTORS, "ref", Names.BINARY);
      case VECTOR_SET -> method.invokestatic(Names.VECTORS, "set", Names.TERNARY);
      default -> throw new IllegalArgumentException(opcode.name());
    }
  }

  private static void divide(CodeBuilder method, Temporaries stack, String name, Opcode opcode) {
    method.loadConstant(opcode.procedure());
    stack.pop(2);
    method.invokestatic(Names.NUMBERS, name, Names.NAMED_ARITHMETIC);
    stack.push();
  }
}
