package dev.touchstone.vm.bytecode.assembly;

import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.bytecode.Operand;
import java.util.Arrays;
import java.util.List;

/**
 * Computes how many slots a function needs.
 *
 * <p>Once over the words is enough, since every target of a jump is reached from before it; code in
 * which that is not so, the verifier refuses, and then the number does not matter.
 */
final class MaxStack {
  private static final int UNKNOWN = -1;

  private final int[] words;
  private final List<Code> nested;

  /** How many temporaries there are at each word that a jump leads to. */
  private final int[] depths;

  private long most;

  private MaxStack(int[] words, List<Code> nested) {
    this.words = words;
    this.nested = nested;
    this.depths = new int[words.length + 1];
    Arrays.fill(depths, UNKNOWN);
  }

  /** The slots of arguments and locals, and the temporaries when they are most. */
  static int of(int slots, int[] words, List<Code> nested) {
    MaxStack stack = new MaxStack(words, nested);
    stack.follow();
    return (int) Math.min(slots + stack.most, Integer.MAX_VALUE);
  }

  private void follow() {
    long depth = 0;
    int pc = 0;
    while (pc < words.length) {
      Opcode opcode = Opcode.of(words[pc]);
      if (depths[pc] != UNKNOWN) {
        depth = depths[pc];
      }
      if (depth != UNKNOWN) {
        depth = after(opcode, pc, depth);
      }
      pc += opcode.length();
    }
  }

  /** The depth after an instruction; unknown where control does not come from it. */
  private long after(Opcode opcode, int pc, long before) {
    if (opcode.procedure() != null) {
      note(before + 1);
    }
    int values = values(opcode, pc);
    long depth = Math.max(0, before - opcode.pops(values)) + opcode.pushes(values);
    note(depth);
    if (opcode.operands().contains(Operand.TARGET)) {
      long there = opcode == Opcode.JUMP_IF_TRUE_KEEP ? before : depth;
      depths[words[pc + 1]] = (int) Math.min(there, Integer.MAX_VALUE);
    }
    return opcode.isEnd() ? UNKNOWN : depth;
  }

  private void note(long depth) {
    most = Math.max(most, depth);
  }

  /** How many values the dots in the instruction's picture stand for. */
  private int values(Opcode opcode, int pc) {
    return switch (opcode) {
      case CALL, TAIL_CALL, CASE_CLOSURE -> words[pc + 1];
      case RECEIVE -> (int) Math.min((long) words[pc + 1] + words[pc + 2], Integer.MAX_VALUE);
      case LOOP -> words[pc + 3];
      case CLOSURE -> nested.get(words[pc + 1]).captures();
      default -> 0;
    };
  }
}
