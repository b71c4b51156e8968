package dev.touchstone.vm.bytecode.verifier;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known where control comes to an instruction. Never changes.
 *
 * @param slots what the slots hold; those without an entry hold nothing
 * @param fresh by place (slots first, temporaries above them) the number of the nested code, where
 *     a closure lies that nobody can have called
 * @param stack the temporaries
 */
record State(Sparse<Kind> slots, Sparse<Integer> fresh, @Nullable Temporaries stack) {
  int depth() {
    return Temporaries.depthOf(stack);
  }

  /** What is known where control comes from two places; this very state if it is that already. */
  @SuppressWarnings("ReferenceEquality") // whether it is the very same is the question
  State join(State other) {
    Sparse<Kind> bothSlots = slots.join(other.slots, (a, b) -> a == b ? a : null);
    Sparse<Integer> bothFresh = fresh.join(other.fresh, (a, b) -> Objects.equals(a, b) ? a : null);
    @Nullable Temporaries bothStacks = Temporaries.join(stack, other.stack);
    boolean same = bothSlots == slots && bothFresh == fresh && bothStacks == stack;
    return same ? this : new State(bothSlots, bothFresh, bothStacks);
  }

  /** In words, what is known in this state and not in another one of the same depth. */
  String difference(State other, int slotCount) {
    for (int slot = 0; slot < slotCount; slot++) {
      Kind kind = slots.get(slot);
      if (kind != null && kind != other.slots.get(slot)) {
        return "slot " + slot + " held " + kind.words() + " at the head, and does not here";
      }
    }
    return "not all temporaries are what they were at the head";
  }
}
