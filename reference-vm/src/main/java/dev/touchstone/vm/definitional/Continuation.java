package dev.touchstone.vm.definitional;

import dev.touchstone.vm.machine.Exhaustion;
import org.jspecify.annotations.Nullable;

/**
 * A continuation: what is pending, as a list of frames, innermost first. Immutable, and so captured
 * by keeping a reference to it.
 */
final class Continuation {
  private final @Nullable Frame top;
  private final @Nullable Continuation rest;

  /** How many more frames there may be on top of this. */
  private final int room;

  /** How many of the frames are marks of prompts. */
  private final int marks;

  private Continuation(@Nullable Frame top, @Nullable Continuation rest, int room, int marks) {
    this.top = top;
    this.rest = rest;
    this.room = room;
    this.marks = marks;
  }

  /** The empty continuation, that of the whole program. */
  static Continuation empty(int limit) {
    return new Continuation(null, null, limit, 0);
  }

  /**
   * This continuation with one more frame, {@code F :: k}.
   *
   * @throws Exhaustion if there are as many as there may be
   */
  Continuation push(Frame frame) {
    if (room == 0) {
      throw new Exhaustion(Exhaustion.STACK);
    }
    int ofFrame = frame instanceof Frame.Prompt ? 1 : 0;
    return new Continuation(frame, this, room - 1, marks + ofFrame);
  }

  /** The innermost frame, or null if this is empty. */
  @Nullable Frame top() {
    return top;
  }

  /** How many of the frames are marks of prompts. */
  int marks() {
    return marks;
  }

  /** What lies under the innermost frame; of the empty one itself. */
  Continuation rest() {
    return rest == null ? this : rest;
  }
}
