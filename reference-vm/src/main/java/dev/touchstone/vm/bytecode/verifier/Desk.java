package dev.touchstone.vm.bytecode.verifier;

import dev.touchstone.vm.bytecode.CaptureKind;
import dev.touchstone.vm.bytecode.Code;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known at the instruction that is looked at, and what instructions do to it. */
final class Desk {
  private final Code code;
  private Sparse<Kind> slots;
  private Sparse<Integer> fresh;
  private final Sparse<Integer> noneFresh;
  private @Nullable Temporaries stack;
  private int pc;

  /** At the entry: the arguments are there, and no more. */
  Desk(Code code) {
    this.code = code;
    Sparse<Kind> none = Sparse.empty(Math.max(1, code.slots()));
    this.slots = none.fill(0, code.argumentSlots(), Kind.VALUE);
    this.noneFresh = Sparse.empty(Math.max(1, code.maxStack()));
    this.fresh = noneFresh;
  }

  /** The word of the instruction whose work follows. */
  void begin(int word) {
    pc = word;
  }

  State state() {
    return new State(slots, fresh, stack);
  }

  void restore(State state) {
    slots = state.slots();
    fresh = state.fresh();
    stack = state.stack();
  }

  /** A procedure may be called: from now on everybody may have called any closure. */
  void call() {
    fresh = noneFresh;
  }

  /** Checks that there is room for so many more temporaries. */
  void checkRoom(long count) {
    long top = (long) code.slots() + Temporaries.depthOf(stack) + count;
    if (top > code.maxStack()) {
      throw refuse(
          Rule.OVERFLOW, "it needs a stack of " + top + ", and the header says " + code.maxStack());
    }
  }

  void push(Kind kind, long count) {
    checkRoom(count);
    stack = Temporaries.push(stack, kind, (int) count);
  }

  /** Takes values off the stack. */
  void popValues(long count) {
    checkValues(count);
    drop((int) count);
  }

  /** Checks that so many values are on top. */
  void checkValues(long count) {
    checkDepth(count);
    long left = count;
    for (Temporaries run = stack; left > 0 && run != null; run = run.below()) {
      if (run.kind() != Kind.VALUE) {
        throw refuse(Rule.VALUES, "on the stack is " + run.kind().words());
      }
      left -= run.count();
    }
  }

  void popBox() {
    Kind kind = pop();
    if (kind != Kind.BOX) {
      throw refuse(Rule.BOXES, "on the stack is " + kind.words());
    }
  }

  void local(int slot, boolean clears) {
    Kind kind = slots.get(slot);
    if (kind == null) {
      throw refuse(Rule.SLOTS, "slot " + slot + " holds nothing, or not the same on all ways here");
    }
    Integer closure = fresh.get(slot);
    push(kind, 1);
    if (closure != null) {
      fresh = fresh.set(top(), closure);
    }
    if (clears) {
      clear(slot);
    }
  }

  void setLocal(int slot) {
    Integer closure = freshOnTop();
    Kind kind = pop();
    slots = slots.set(slot, slotKind(kind));
    mark(slot, closure);
  }

  void clear(int slot) {
    slots = slots.set(slot, null);
    mark(slot, null);
  }

  /** Moves temporaries into slots. */
  void loop(int first, int count) {
    checkDepth(count);
    int left = count;
    while (left > 0 && stack != null) {
      int run = Math.min(left, stack.count());
      slots = slots.fill(first + left - run, run, slotKind(stack.kind()));
      drop(run);
      left -= run;
    }
    fresh = noneFresh;
  }

  /** Takes what a nested code's closures capture, and leaves one. */
  void closure(int number) {
    List<CaptureKind> kinds = code.nested().get(number).captureKinds();
    checkDepth(kinds.size());
    for (int i = kinds.size() - 1; i >= 0; i--) {
      Kind kind = pop();
      if (kind != Kind.of(kinds.get(i))) {
        throw refuse(
            Rule.CAPTURES,
            "capture " + i + " is to be a " + kinds.get(i).id() + ", and is " + kind.words());
      }
    }
    push(Kind.VALUE, 1);
    fresh = fresh.set(top(), number);
  }

  /** {@code closure content --}. */
  void patch(int capture) {
    checkDepth(2);
    Kind content = pop();
    Integer closure = freshOnTop();
    pop();
    if (closure == null) {
      throw refuse(Rule.PATCHES, "beneath the top is no closure that was just made");
    }
    List<CaptureKind> kinds = code.nested().get(closure).captureKinds();
    if (capture < 0 || capture >= kinds.size()) {
      throw refuse(
          Rule.OPERANDS, capture + " is none of the closure's " + kinds.size() + " captures");
    }
    if (content != Kind.of(kinds.get(capture))) {
      throw refuse(
          Rule.CAPTURES,
          "capture "
              + capture
              + " is to be a "
              + kinds.get(capture).id()
              + ", and is "
              + content.words());
    }
  }

  void caseClosure(int count) {
    checkDepth(count);
    for (int i = 0; i < count; i++) {
      if (freshOnTop() == null) {
        throw refuse(
            Rule.CLAUSES, "clause " + (count - i - 1) + " is no closure that was just made");
      }
      pop();
    }
    push(Kind.VALUE, 1);
    mark(top(), null);
  }

  private static @Nullable Kind slotKind(Kind kind) {
    return kind == Kind.EITHER ? null : kind;
  }

  private int top() {
    return code.slots() + Temporaries.depthOf(stack) - 1;
  }

  private @Nullable Integer freshOnTop() {
    return stack == null ? null : fresh.get(top());
  }

  private Kind pop() {
    checkDepth(1);
    Kind kind = Objects.requireNonNull(stack).kind();
    drop(1);
    return kind;
  }

  private void drop(int count) {
    if (!fresh.isEmpty()) {
      fresh = fresh.fill(top() - count + 1, count, null);
    }
    int left = count;
    while (left > 0 && stack != null) {
      int run = Math.min(left, stack.count());
      stack = stack.without(run);
      left -= run;
    }
  }

  private void mark(int place, @Nullable Integer closure) {
    if (closure != null || !fresh.isEmpty()) {
      fresh = fresh.set(place, closure);
    }
  }

  private void checkDepth(long count) {
    int depth = Temporaries.depthOf(stack);
    if (count > depth) {
      throw refuse(Rule.UNDERFLOW, "it takes " + count + ", and there are " + depth);
    }
  }

  private Refusal refuse(Rule rule, String reason) {
    return new Refusal(rule, pc, reason);
  }
}
