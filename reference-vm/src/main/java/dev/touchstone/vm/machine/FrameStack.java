package dev.touchstone.vm.machine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The pending calls, as far as they are not sealed. A frame is what a caller needs to go on: how
 * far below the callee's base its own base lies, the word to go on at, and its closure. Nothing in
 * a frame is an absolute position.
 */
final class FrameStack {
  private static final int INITIAL = 64;

  private final int limit;

  /** Parallel arrays; frame {@code i} is pending if {@code i < depth}. */
  private int[] baseDeltas = new int[INITIAL];

  private int[] returnPcs = new int[INITIAL];
  private @Nullable Closure[] closures = new @Nullable Closure[INITIAL];

  private int depth;

  /** No frame at or above this index has been pushed since the last clearing. */
  private int reserved;

  /** How many sealed frames lie beneath. */
  private int sealed;

  private int peak;

  FrameStack(int limit) {
    this.limit = limit;
  }

  /** How many calls are pending here, those that are sealed not counted. */
  int depth() {
    return depth;
  }

  /** The most that ever were pending, those that were sealed included. */
  int peak() {
    return peak;
  }

  void push(int baseDelta, int returnPc, Closure closure) {
    int at = depth;
    if (at == reserved) {
      reserve();
    }
    baseDeltas[at] = baseDelta;
    returnPcs[at] = returnPc;
    closures[at] = closure;
    depth = at + 1;
  }

  /** Drops the last frame; what was in it can be read until the next push. */
  void pop() {
    depth--;
  }

  int baseDelta(int frame) {
    return baseDeltas[frame];
  }

  int returnPc(int frame) {
    return returnPcs[frame];
  }

  Closure closure(int frame) {
    Closure closure = closures[frame];
    if (closure == null) {
      throw new MachineFault("a frame without a closure");
    }
    return closure;
  }

  /** Forgets the closures of calls that have returned. */
  void clearUnused() {
    Arrays.fill(closures, depth, reserved, null);
    reserved = depth;
  }

  /** All frames as a chunk, with their slots, on top of what lies beneath. */
  Chunk copy(ValueStack stack, int slots, @Nullable Below next) {
    return Chunk.of(
        Arrays.copyOf(stack.slots, slots),
        Arrays.copyOf(baseDeltas, depth),
        Arrays.copyOf(returnPcs, depth),
        Arrays.copyOf(closures, depth),
        next);
  }

  /** Drops all frames; from now on so many sealed ones lie beneath. */
  void restart(int sealedFrames) {
    depth = 0;
    clearUnused();
    sealed = sealedFrames;
    notePeak();
  }

  /** So many sealed frames lie beneath now. */
  void setSealed(int frames) {
    sealed = frames;
  }

  private void reserve() {
    reserved = depth + 1;
    notePeak();
    if (reserved > closures.length) {
      grow((int) Math.min(limit, closures.length * 2L));
    }
  }

  private void notePeak() {
    int total = sealed + reserved;
    if (total > peak) {
      if (total > limit) {
        throw new Exhaustion(Exhaustion.STACK);
      }
      peak = total;
    }
  }

  private void grow(int capacity) {
    baseDeltas = Arrays.copyOf(baseDeltas, capacity);
    returnPcs = Arrays.copyOf(returnPcs, capacity);
    closures = Arrays.copyOf(closures, capacity);
  }
}
