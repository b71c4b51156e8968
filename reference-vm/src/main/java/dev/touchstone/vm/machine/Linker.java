package dev.touchstone.vm.machine;

import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.machine.Machine.Action;
import dev.touchstone.vm.value.Fixnum;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Decides what the loop does at each word of a code.
 *
 * <p>As a rule that is the instruction that stands there. An integrated instruction whose procedure
 * the world has replaced is redirected. And at the first word of a sequence that is common in loops
 * stands a fused action. The words themselves never change, so jumps, return addresses and spans
 * mean the same as ever; and a fused action can decline: where its shortcut does not apply (an
 * operand is no fixnum, say) it does the work of its first part, and the loop goes on with the
 * second.
 */
final class Linker {
  private static final List<Action> FUSED =
      Arrays.stream(Action.values()).filter(action -> !action.parts().isEmpty()).toList();

  private static final Map<Opcode, Action> PLAIN = new EnumMap<>(Opcode.class);

  static {
    for (Opcode opcode : Opcode.values()) {
      PLAIN.put(opcode, Action.of(opcode));
    }
  }

  private Linker() {}

  /**
   * Fills in the actions of a code.
   *
   * @param replaced the integrated instructions whose procedures have been replaced
   * @param actions as many as the code has words
   */
  static void link(Code code, Set<Opcode> replaced, Action[] actions) {
    for (int pc = 0; pc < code.length(); pc += Opcode.of(code.word(pc)).length()) {
      actions[pc] = action(code, pc, replaced);
    }
  }

  private static Action action(Code code, int pc, Set<Opcode> replaced) {
    Opcode opcode = Opcode.of(code.word(pc));
    if (replaced.contains(opcode)) {
      return Action.REDIRECT;
    }
    for (Action fused : FUSED) {
      if (stands(fused, code, pc, replaced)) {
        return fused;
      }
    }
    return Objects.requireNonNull(PLAIN.get(opcode));
  }

  private static boolean stands(Action fused, Code code, int pc, Set<Opcode> replaced) {
    int at = pc;
    for (Opcode part : fused.parts()) {
      if (at >= code.length() || code.word(at) != part.code() || replaced.contains(part)) {
        return false;
      }
      // The fused actions that compute with a constant rely on its being a fixnum.
      if (part == Opcode.CONST
          && fused != Action.CONST_EQ_JUMP
          && !(code.constants().get(code.word(at + 1)) instanceof Fixnum)) {
        return false;
      }
      at += part.length();
    }
    return true;
  }
}
