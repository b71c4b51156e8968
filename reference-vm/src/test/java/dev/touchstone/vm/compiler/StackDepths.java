package dev.touchstone.vm.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.bytecode.Operand;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/**
 * Follows every way through a code and checks the number of temporaries: the same however an
 * instruction is reached, never less than it takes, never more than the header says, and at the end
 * no more than what is returned or called.
 */
final class StackDepths {
  private final Code code;
  private final Map<Integer, Integer> depths = new TreeMap<>();
  private final Deque<Integer> todo = new ArrayDeque<>();

  private StackDepths(Code code) {
    this.code = code;
  }

  /** Checks a code and those nested in it. */
  static void check(Code code) {
    StackDepths checker = new StackDepths(code);
    checker.reach(0, 0);
    while (!checker.todo.isEmpty()) {
      checker.step(checker.todo.remove());
    }
    code.nested().forEach(StackDepths::check);
  }

  private void reach(int pc, int depth) {
    assertThat(pc).as("in %s", code.name()).isLessThan(code.length());
    Integer known = depths.put(pc, depth);
    if (known == null) {
      todo.add(pc);
    } else {
      assertThat(depth).as("depth at word %d of %s", pc, code.name()).isEqualTo(known);
    }
  }

  private void step(int pc) {
    Opcode opcode = Opcode.of(code.word(pc));
    int values = values(opcode, pc);
    int before = depths.getOrDefault(pc, 0);
    int after = before - opcode.pops(values);
    assertThat(after).as("left by word %d of %s", pc, code.name()).isNotNegative();
    if (opcode == Opcode.RETURN || opcode == Opcode.TAIL_CALL) {
      assertThat(after).as("left at the end, word %d of %s", pc, code.name()).isZero();
      return;
    }
    after += opcode.pushes(values);
    assertThat(code.argumentSlots() + code.locals() + after).isLessThanOrEqualTo(code.maxStack());
    if (opcode.operands().contains(Operand.TARGET)) {
      reach(code.word(pc + 1), opcode == Opcode.JUMP_IF_TRUE_KEEP ? before : after);
    }
    if (!opcode.isEnd()) {
      reach(pc + opcode.length(), after);
    }
  }

  /** What the dots in the opcode's picture stand for. */
  private int values(Opcode opcode, int pc) {
    return switch (opcode) {
      case CLOSURE -> code.nested().get(code.word(pc + 1)).captures();
      case RECEIVE -> code.word(pc + 1) + code.word(pc + 2);
      case CALL, TAIL_CALL, CASE_CLOSURE -> code.word(pc + 1);
      case LOOP -> code.word(pc + 3);
      default -> 0;
    };
  }
}
