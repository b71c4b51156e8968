package dev.touchstone.vm.machine;

import dev.touchstone.vm.value.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The slots of the value stack. The machine keeps the stack pointer; this class sees to it that
 * there is room, once per call, and that slots above the pointer are cleared now and then.
 */
final class ValueStack {
  private static final int INITIAL = 256;

  private final int limit;

  /** Slots; those at and above the machine's stack pointer hold nothing of meaning. */
  @Nullable Value[] slots;

  /** No slot at or above this index has been used since the last clearing. */
  int reserved;

  private int peak;

  ValueStack(int limit) {
    this.limit = limit;
    this.slots = new @Nullable Value[Math.min(limit, INITIAL)];
  }

  /** The most slots that were ever reserved. */
  int peak() {
    return peak;
  }

  /** Makes sure that there are slots below that index. */
  void reserve(int top) {
    if (top > peak) {
      if (top > limit) {
        throw new Exhaustion(Exhaustion.STACK);
      }
      if (top > slots.length) {
        slots = Arrays.copyOf(slots, (int) Math.min(limit, Math.max(top, slots.length * 2L)));
      }
      peak = top;
    }
    reserved = top;
  }

  /** Clears what is not in use. */
  void clearUnused(int stackPointer, int stillReserved) {
    if (reserved > stackPointer) {
      Arrays.fill(slots, stackPointer, reserved, null);
    }
    reserved = stillReserved;
  }
}
