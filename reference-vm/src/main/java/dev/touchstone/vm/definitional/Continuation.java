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

  private Continuation(@Nullable Frame top, @Nullable Continuation rest, int room) {
    this.top = top;
    this.rest = rest;
    this.room = room;
  }

  /** The empty continuation, that of the whole program. */
  static Continuation empty(int limit) {
    return new Continuation(null, null, limit);
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
    return new Continuation(frame, this, room - 1);
  }

  /** The innermost frame, or null if this is empty. */
  @Nullable Frame top() {
    return top;
  }

  /** What lies under the innermost frame; of the empty one itself. */
  Continuation rest() {
    return rest == null ? this : rest;
  }
}
