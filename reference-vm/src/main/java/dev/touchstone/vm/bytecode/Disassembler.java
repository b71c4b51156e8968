package dev.touchstone.vm.bytecode;

import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Value;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Code as text: a header, then a line per instruction with its word index, its operands, and what
 * they stand for; before the instructions of each line of the program, that line. Nested codes
 * follow in the order of their mention.
 */
public final class Disassembler {
  private static final int MNEMONIC_WIDTH = 14;
  private static final int OPERAND_WIDTH = 4;
  private static final int MAX_CONSTANT = 60;

  private final StringBuilder out = new StringBuilder();
  private final Deque<Code> pending = new ArrayDeque<>();
  private final Unit unit;

  private Disassembler(Unit unit) {
    this.unit = unit;
  }

  /** A unit's codes, the main one first. */
  public static String disassemble(Unit unit) {
    Disassembler disassembler = new Disassembler(unit);
    disassembler.pending.add(unit.main());
    while (!disassembler.pending.isEmpty()) {
      disassembler.code(disassembler.pending.remove());
    }
    return disassembler.out.toString();
  }

  private void code(Code code) {
    if (!out.isEmpty()) {
      out.append('\n');
    }
    header(code);
    BitSet targets = targets(code);
    @Nullable Span shown = null;
    for (int pc = 0; pc < code.length(); pc += Opcode.of(code.word(pc)).length()) {
      Span span = code.spanAt(pc);
      if (shown == null || shown.line() != span.line()) {
        out.append("; ").append(span.line()).append(": ");
        out.append(span.source().lineText(span.line()).strip()).append('\n');
        shown = span;
      }
      instruction(code, pc, targets.get(pc));
    }
    pending.addAll(code.nested());
  }

  private void header(Code code) {
    out.append(code.name()).append(": ").append(code.required());
    out.append(code.hasRest() ? " or more arguments, " : " arguments, ");
    out.append(code.locals()).append(" locals, stack ").append(code.maxStack());
    out.append(", captures ").append(code.captures()).append('\n');
  }

  private void instruction(Code code, int pc, boolean isTarget) {
    Opcode opcode = Opcode.of(code.word(pc));
    out.append(isTarget ? '>' : ' ');
    padLeft(Integer.toString(pc), OPERAND_WIDTH);
    out.append("  ").append(opcode.mnemonic());
    String gap = " ".repeat(Math.max(1, MNEMONIC_WIDTH - opcode.mnemonic().length()));
    for (int i = 0; i < opcode.operands().size(); i++) {
      int operand = code.word(pc + 1 + i);
      out.append(i == 0 ? gap : " ").append(operand);
      meaning(code, opcode.operands().get(i), operand);
    }
    out.append('\n');
  }

  private void meaning(Code code, Operand kind, int operand) {
    String meaning =
        switch (kind) {
          case CONSTANT -> shortened(code.constants().get(operand));
          case GLOBAL -> unit.globals().get(operand).name();
          case CODE -> code.nested().get(operand).name();
          case SLOT, CAPTURE, COUNT, REST, TARGET -> "";
        };
    if (!meaning.isEmpty()) {
      out.append("  ; ").append(meaning);
    }
  }

  private static String shortened(Value constant) {
    String text = Printer.write(constant);
    return text.length() <= MAX_CONSTANT ? text : text.substring(0, MAX_CONSTANT) + "...";
  }

  private static BitSet targets(Code code) {
    BitSet targets = new BitSet();
    for (int pc = 0; pc < code.length(); pc += Opcode.of(code.word(pc)).length()) {
      if (Opcode.of(code.word(pc)).operands().contains(Operand.TARGET)) {
        targets.set(code.word(pc + 1));
      }
    }
    return targets;
  }

  private void padLeft(String text, int width) {
    out.append(" ".repeat(Math.max(0, width - text.length()))).append(text);
  }
}
