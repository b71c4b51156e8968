package dev.touchstone.vm.trace;

import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.bytecode.Operand;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Char;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Eof;
import dev.touchstone.vm.value.Num;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The canonical texts of steps: {@code function:pc | mnemonic operands | slots}, where the slots
 * are those of the running procedure before the instruction (TRACE-18). One object serves one run,
 * whose objects it numbers.
 */
public final class StepText {
  /** The most slots that are shown, counted from the top; {@code ...} stands for those beneath. */
  public static final int MOST_SLOTS = 12;

  private final Numbering numbering = new Numbering();

  /**
   * A step.
   *
   * @param globals the names of the global variables that the code refers to, by number
   * @param slots holds the value stack
   * @param base the first slot of the running procedure
   * @param sp the slot above the last
   */
  public String of(
      Code code, IntFunction<Symbol> globals, int pc, @Nullable Value[] slots, int base, int sp) {
    Opcode opcode = Opcode.of(code.word(pc));
    StringBuilder text = new StringBuilder();
    text.append(code.name()).append(':').append(pc).append(" | ").append(opcode.mnemonic());
    for (int i = 0; i < opcode.operands().size(); i++) {
      text.append(' ')
          .append(operand(code, globals, opcode.operands().get(i), code.word(pc + 1 + i)));
    }
    text.append(" |");
    int first = Math.max(base, sp - MOST_SLOTS);
    if (first > base) {
      text.append(" ...");
    }
    for (int slot = first; slot < sp; slot++) {
      Value value = slots[slot];
      text.append(' ').append(value == null ? "-" : value(value));
    }
    return text.toString();
  }

  private String operand(Code code, IntFunction<Symbol> globals, Operand kind, int operand) {
    return switch (kind) {
      case CONSTANT -> value(code.constants().get(operand));
      case GLOBAL -> globals.apply(operand).name();
      case CODE -> code.nested().get(operand).name();
      case SLOT, CAPTURE, COUNT, REST, TARGET -> Integer.toString(operand);
    };
  }

  private String value(Value value) {
    return switch (value) {
      case Num _, Bool _, Symbol _, Char _, EmptyList _, Unspecified _, Eof _ ->
          ValueText.of(value);
      default -> "<" + ValueText.kind(value).replace(' ', '-') + "#" + numbering.of(value) + ">";
    };
  }
}
