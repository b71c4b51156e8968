package dev.touchstone.vm.machine;

import dev.touchstone.vm.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Frames that have been moved off the live stacks, with the slots that belong to them: a piece of
 * one or more continuations. Nothing of it ever changes, so they can share it, and going back to it
 * any number of times finds the same. What lies beneath it is another piece.
 *
 * <p>A frame's slots are those from its procedure's callee up to the callee of the call that is
 * pending in it. They are as many as the base moved by that call; so slots and base deltas tell the
 * same story, and a frame can be copied to any depth.
 */
final class Chunk {
  private final @Nullable Value[] slots;
  private final int[] baseDeltas;
  private final int[] returnPcs;
  private final Closure[] closures;

  /** Where the slots of each frame end. */
  private final int[] ends;

  private final @Nullable Below next;

  private Chunk(
      @Nullable Value[] slots,
      int[] baseDeltas,
      int[] returnPcs,
      Closure[] closures,
      int[] ends,
      @Nullable Below next) {
    this.slots = slots;
    this.baseDeltas = baseDeltas;
    this.returnPcs = returnPcs;
    this.closures = closures;
    this.ends = ends;
    this.next = next;
  }

  /**
   * A chunk of frames and their slots.
   *
   * @param slots as many as the base deltas together
   * @param next what lies beneath, or null if nothing does
   */
  static Chunk of(
      @Nullable Value[] slots,
      int[] baseDeltas,
      int[] returnPcs,
      Closure[] closures,
      @Nullable Below next) {
    int[] ends = new int[baseDeltas.length];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += baseDeltas[i];
      ends[i] = end;
    }
    return new Chunk(slots, baseDeltas, returnPcs, closures, ends, next);
  }

  /** The same frames on top of something else. */
  Chunk on(@Nullable Below other) {
    return new Chunk(slots, baseDeltas, returnPcs, closures, ends, other);
  }

  /** What lies beneath, or null if nothing does. */
  @Nullable Below next() {
    return next;
  }

  int baseDelta(int frame) {
    return baseDeltas[frame];
  }

  int returnPc(int frame) {
    return returnPcs[frame];
  }

  Closure closure(int frame) {
    return closures[frame];
  }

  /** How many slots the first frames have. */
  int slots(int frames) {
    return frames == 0 ? 0 : ends[frames - 1];
  }

  /** Copies a frame's slots to the bottom of a stack. */
  void copySlots(int frame, @Nullable Value[] stack) {
    System.arraycopy(slots, slots(frame), stack, 0, baseDeltas[frame]);
  }
}
