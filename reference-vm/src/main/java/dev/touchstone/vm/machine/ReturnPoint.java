package dev.touchstone.vm.machine;

import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Value;
import java.util.Arrays;

/**
 * What a return point makes of the number of values that come to it (MACH-16): {@code RECEIVE}
 * takes as many as it says, {@code POP} any number, every other instruction one.
 */
final class ReturnPoint {
  private ReturnPoint() {}

  /**
   * Checks that the instruction at a return point takes so many values, one excepted.
   *
   * @throws dev.touchstone.vm.value.SchemeError of class {@code arity} if it does not
   */
  static void check(Closure caller, int returnPc, int count) {
    int[] words = caller.template.words;
    Opcode there = Opcode.of(words[returnPc]);
    int fixed = there == Opcode.RECEIVE ? words[returnPc + 1] : 1;
    boolean rest = there == Opcode.RECEIVE && words[returnPc + 2] != 0;
    boolean taken = there == Opcode.POP || (rest ? count >= fixed : count == fixed);
    if (!taken) {
      throw Errors.wrongValueCount(fixed, rest, count);
    }
  }

  /**
   * Does the work of the {@code POP} or {@code RECEIVE} that is next, for values in place of what
   * it takes from the top of the stack.
   */
  static void deliver(Machine machine, Value[] results) {
    int[] words = machine.closure.template.words;
    Opcode there = Opcode.of(words[machine.pc]);
    if (there == Opcode.RECEIVE) {
      int fixed = words[machine.pc + 1];
      Value[] slots = machine.stack.slots;
      System.arraycopy(results, 0, slots, machine.sp, fixed);
      machine.sp += fixed;
      if (words[machine.pc + 2] != 0) {
        Value[] further = Arrays.copyOfRange(results, fixed, results.length);
        slots[machine.sp++] = Pair.list(further);
      }
    }
    machine.pc += there.length();
  }

  /**
   * {@code RECEIVE} where one value was returned and is on top.
   *
   * @return the new stack pointer
   */
  static int receive(Value[] slots, int sp, int fixed, boolean rest) {
    if (rest ? fixed > 1 : fixed != 1) {
      throw Errors.wrongValueCount(fixed, rest, 1);
    }
    if (!rest) {
      return sp;
    }
    if (fixed == 1) {
      slots[sp] = EmptyList.INSTANCE;
      return sp + 1;
    }
    slots[sp - 1] = Pair.list(slots[sp - 1]);
    return sp;
  }
}
