package dev.touchstone.vm.machine;

import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Value;
import java.util.Arrays;
import java.util.List;

/**
 * What a return point makes of the number of values that come to it (MACH-16): {@code RECEIVE}
 * takes as many as it says, {@code POP} any number, every other instruction one.
 */
final class ReturnPoint {
  private ReturnPoint() {}

  /** Leaves the running procedure with any number of values. */
  static void returnFrom(Machine machine, Value[] results) {
    if (results.length == 1) {
      machine.returnFrom(results[0]);
      return;
    }
    boolean waits = machine.waits();
    if (waits) {
      int caller = machine.frames.depth() - 1;
      check(machine.frames.closure(caller), machine.frames.returnPc(caller), results.length);
    }
    if (machine.tracing != null) {
      machine.tracing.returning(results);
    }
    if (waits) {
      machine.sp = machine.base - 1;
      machine.popFrame();
      deliver(machine, results);
    } else {
      machine.end(new Outcome.Done(List.of(results)));
    }
  }

  /** Returns any number of values to the running procedure itself, to a word of its code. */
  static void returnTo(Machine machine, int returnPc, int place, Value[] results) {
    machine.pc = returnPc;
    if (results.length == 1) {
      machine.stack.slots[place] = results[0];
      machine.sp = place + 1;
    } else {
      check(machine.closure, returnPc, results.length);
      machine.sp = place;
      deliver(machine, results);
    }
  }

  /**
   * Checks that the instruction at a return point takes so many values, one excepted.
   *
   * @throws dev.touchstone.vm.value.SchemeError of class {@code arity} if it does not
   */
  private static void check(Closure caller, int returnPc, int count) {
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
  private static void deliver(Machine machine, Value[] results) {
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
