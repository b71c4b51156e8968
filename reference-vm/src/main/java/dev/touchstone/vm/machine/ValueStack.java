package dev.touchstone.vm.machine;

import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The slots of the value stack, as far as they are not sealed. The machine keeps the stack pointer;
 * this class sees to it that there is room, once per call, and that slots above the pointer are
 * cleared now and then.
 */
final class ValueStack {
  private static final int INITIAL = 256;

  private final int limit;

  /** Slots; those at and above the machine's stack pointer hold nothing of meaning. */
  @Nullable Value[] slots;

  /** No slot at or above this index has been used since the last clearing. */
  int reserved;

  /** How many sealed slots lie beneath. */
  private int sealed;

  private int peak;

  ValueStack(int limit) {
    this.limit = limit;
    this.slots = new @Nullable Value[Math.min(limit, INITIAL)];
  }

  /** The most slots that were ever reserved, those that were sealed included. */
  int peak() {
    return peak;
  }

  /** Makes sure that there are slots below that index. */
  void reserve(int top) {
    if ((long) sealed + top > peak) {
      if ((long) sealed + top > limit) {
        throw new Exhaustion(Exhaustion.STACK);
      }
      peak = sealed + top;
    }
    if (top > slots.length) {
      slots = Arrays.copyOf(slots, (int) Math.min(limit, Math.max(top, slots.length * 2L)));
    }
    reserved = top;
  }

  /** Copies a callee and its arguments further down; most have few. */
  void moveDown(int from, int to, int count) {
    @Nullable Value[] moved = slots;
    moved[to] = moved[from];
    if (count > 1) {
      moved[to + 1] = moved[from + 1];
      if (count > 2) {
        moved[to + 2] = moved[from + 2];
        if (count > 3) {
          System.arraycopy(moved, from + 3, moved, to + 3, count - 3);
        }
      }
    }
  }

  /**
   * Puts the list of further arguments in the place of the first of them.
   *
   * @return the new stack pointer
   * @throws dev.touchstone.vm.value.SchemeError of class {@code arity} if the callee does not take
   *     so many
   */
  int collectRest(Code callee, int first, int count) {
    int required = callee.required();
    if (!callee.hasRest() || count < required) {
      throw Errors.wrongCount(callee, count);
    }
    Value rest = EmptyList.INSTANCE;
    for (int slot = first + count - 1; slot >= first + required; slot--) {
      rest = Pair.of(slots[slot], rest);
    }
    int top = first + required + 1;
    reserve(Math.max(top, reserved));
    slots[top - 1] = rest;
    return top;
  }

  /** Clears what is not in use. */
  void clearUnused(int stackPointer, int stillReserved) {
    if (reserved > stackPointer) {
      Arrays.fill(slots, stackPointer, reserved, null);
    }
    reserved = stillReserved;
  }

  /** Drops all slots; from now on so many sealed ones lie beneath. */
  void restart(int sealedSlots) {
    clearUnused(0, 0);
    sealed = sealedSlots;
    reserve(0);
  }

  /** So many sealed slots lie beneath now. */
  void setSealed(int slots) {
    sealed = slots;
  }
}
