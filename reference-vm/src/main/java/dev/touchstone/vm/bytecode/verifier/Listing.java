package dev.touchstone.vm.bytecode.verifier;

import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.bytecode.Operand;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.value.Symbol;
import java.util.BitSet;
import java.util.function.Predicate;

/** The first look at a code: each instruction by itself, whether control comes to it or not. */
final class Listing {
  private final Unit unit;
  private final Code code;
  private final Predicate<Symbol> isStandard;
  private final BitSet starts = new BitSet();
  private final BitSet targets = new BitSet();
  private final BitSet heads = new BitSet();
  private int instructions;

  private Listing(Unit unit, Code code, Predicate<Symbol> isStandard) {
    this.unit = unit;
    this.code = code;
    this.isStandard = isStandard;
  }

  /**
   * The instructions of a code whose header is in order.
   *
   * @throws Refusal if one of them breaks a rule
   */
  static Listing of(Unit unit, Code code, Predicate<Symbol> isStandard) {
    Listing listing = new Listing(unit, code, isStandard);
    for (int pc = 0; pc < code.length(); pc += Opcode.of(code.word(pc)).length()) {
      listing.instruction(pc);
    }
    listing.checkTargets();
    return listing;
  }

  /** How many instructions there are. */
  int instructions() {
    return instructions;
  }

  /** The words to which jumps lead. */
  BitSet targets() {
    return targets;
  }

  /** The words to which a {@code LOOP} goes back. */
  BitSet heads() {
    return heads;
  }

  private void instruction(int pc) {
    int word = code.word(pc);
    if (!Opcode.isCode(word)) {
      throw new Refusal(Rule.INSTRUCTIONS, pc, "no instruction has the number " + word);
    }
    Opcode opcode = Opcode.of(word);
    if (opcode.length() > code.length() - pc) {
      throw new Refusal(Rule.INSTRUCTIONS, pc, "the code ends within the instruction");
    }
    starts.set(pc);
    instructions++;
    for (int i = 0; i < opcode.operands().size(); i++) {
      operand(pc, opcode, opcode.operands().get(i), code.word(pc + 1 + i));
    }
    if (opcode == Opcode.LOOP) {
      loop(pc);
    }
    if (opcode == Opcode.STANDARD && !isStandard.test(unit.globals().get(code.word(pc + 1)))) {
      String name = unit.globals().get(code.word(pc + 1)).name();
      throw new Refusal(Rule.STANDARD_NAMES, pc, "the library gives out no procedure " + name);
    }
  }

  private void operand(int pc, Opcode opcode, Operand kind, int operand) {
    switch (kind) {
      case CONSTANT -> index(pc, operand, code.constants().size(), "constants");
      case SLOT -> {
        if (opcode != Opcode.LOOP) {
          index(pc, operand, code.slots(), "slots");
        }
      }
      case CAPTURE -> {
        if (opcode == Opcode.CAPTURED) {
          index(pc, operand, code.captures(), "captures");
        }
      }
      case GLOBAL -> index(pc, operand, unit.globals().size(), "globals");
      case CODE -> index(pc, operand, code.nested().size(), "nested codes");
      case COUNT -> {
        if (operand < 0) {
          throw new Refusal(Rule.OPERANDS, pc, "a count of " + operand);
        }
      }
      case REST -> {
        if (operand != 0 && operand != 1) {
          throw new Refusal(Rule.OPERANDS, pc, "a rest is taken, 1, or not, 0");
        }
      }
      case TARGET -> target(pc, opcode, operand);
    }
  }

  private void target(int pc, Opcode opcode, int target) {
    if (target < 0 || target >= code.length()) {
      throw new Refusal(Rule.TARGETS, pc, target + " is none of the " + code.length() + " words");
    }
    if (target <= pc && opcode != Opcode.LOOP) {
      throw new Refusal(Rule.FORWARD, pc, "it goes back to word " + target);
    }
    targets.set(target);
    heads.set(target, target <= pc || heads.get(target));
  }

  private static void index(int pc, int operand, int size, String what) {
    if (operand < 0 || operand >= size) {
      throw new Refusal(Rule.OPERANDS, pc, operand + " is none of the " + size + " " + what);
    }
  }

  private void loop(int pc) {
    long first = code.word(pc + 2);
    long count = code.word(pc + 3);
    if (first < 0 || first + count > code.slots()) {
      throw new Refusal(
          Rule.OPERANDS,
          pc,
          "of " + count + " slots from " + first + " on not all are among the " + code.slots());
    }
  }

  private void checkTargets() {
    for (int pc = starts.nextSetBit(0); pc >= 0; pc = starts.nextSetBit(pc + 1)) {
      Opcode opcode = Opcode.of(code.word(pc));
      if (opcode.operands().contains(Operand.TARGET) && !starts.get(code.word(pc + 1))) {
        throw new Refusal(Rule.TARGETS, pc, "no instruction begins at word " + code.word(pc + 1));
      }
    }
  }
}
