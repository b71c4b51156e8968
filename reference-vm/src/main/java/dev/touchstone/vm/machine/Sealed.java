package dev.touchstone.vm.machine;

import org.jspecify.annotations.Nullable;

/**
 * What lies beneath the two stacks, the part of the continuation that has been captured: how
 * pending frames are sealed, and how they come back, one at a time. A sealed frame is never
 * changed, so each return to it finds what the capture saw.
 */
final class Sealed {
  /** In place of a difference of bases: there is no frame. */
  static final int NONE = -1;

  private final ValueStack stack;
  private final FrameStack frames;
  private @Nullable Below below;

  Sealed(ValueStack stack, FrameStack frames) {
    this.stack = stack;
    this.frames = frames;
  }

  /** The innermost piece, or null if nothing was captured, or all of it has returned. */
  @Nullable Below below() {
    return below;
  }

  /** Puts the mark of a prompt on top. */
  void mark() {
    below = Below.Mark.of(below);
  }

  /**
   * Takes the mark of a prompt away, if one is on top.
   *
   * @return whether one was
   */
  boolean unmark() {
    if (below instanceof Below.Mark mark) {
      below = mark.next();
      return true;
    }
    return false;
  }

  /**
   * Moves all pending frames here, with the slots that belong to them.
   *
   * @param slots how many these are
   * @return whether any frame was pending; if so, the stacks are empty now
   */
  boolean seal(int slots) {
    int count = frames.depth();
    if (count > 0) {
      replace(Below.Frames.of(frames.copy(stack, slots, below), count));
    }
    return count > 0;
  }

  /** Makes the stacks empty and what lies beneath them this. */
  void replace(@Nullable Below now) {
    below = now;
    frames.restart(now == null ? 0 : now.frames());
    stack.restart(now == null ? 0 : now.slots());
    stack.reserve(1);
  }

  /**
   * Copies the innermost frame back, so that it is pending as it was before.
   *
   * @return how far its base lies beneath the base of what it waits for, or {@link #NONE}
   */
  int restore() {
    if (!(below instanceof Below.Frames frame)) {
      return NONE;
    }
    Chunk chunk = frame.chunk();
    int last = frame.count() - 1;
    Below rest = frame.withoutLast();
    below = rest;
    frames.setSealed(rest == null ? 0 : rest.frames());
    stack.setSealed(rest == null ? 0 : rest.slots());
    stack.reserve(Math.max(stack.reserved, 1 + chunk.closure(last).template.maxStack));
    chunk.copySlots(last, stack.slots);
    frames.push(chunk.baseDelta(last), chunk.returnPc(last), chunk.closure(last));
    return chunk.baseDelta(last);
  }
}
