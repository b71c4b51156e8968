package dev.touchstone.vm.machine;

import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.value.SchemeError;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What lies beneath the live stacks: the sealed part of the continuation, innermost piece first.
 * Immutable; a null stands for nothing, the end of the run.
 */
sealed interface Below extends Control.Part {
  /** The piece under this one, or null. */
  @Nullable Below next();

  /** How many frames there are from here on. */
  int frames();

  /** How many slots there are from here on. */
  int slots();

  /** How many marks there are from here on. */
  int marks();

  /** The same piece on top of something else. */
  Below on(@Nullable Below other);

  /** The first frames of a chunk, at least one. */
  record Frames(Chunk chunk, int count, int frames, int slots, int marks) implements Below {
    static Frames of(Chunk chunk, int count) {
      int frames = count + framesOf(chunk.next());
      int slots = chunk.slots(count) + slotsOf(chunk.next());
      return new Frames(chunk, count, frames, slots, marksOf(chunk.next()));
    }

    @Override
    public @Nullable Below next() {
      return chunk.next();
    }

    /** What is left when the last of the frames is taken off. */
    @Nullable Below withoutLast() {
      int delta = chunk.baseDelta(count - 1);
      return count == 1 ? next() : new Frames(chunk, count - 1, frames - 1, slots - delta, marks);
    }

    @Override
    public Below on(@Nullable Below other) {
      return of(chunk.on(other), count);
    }
  }

  /** The mark of a prompt. */
  record Mark(@Nullable Below next, int frames, int slots, int marks) implements Below {
    static Mark of(@Nullable Below next) {
      return new Mark(next, framesOf(next), slotsOf(next), marksOf(next) + 1);
    }

    @Override
    public Below on(@Nullable Below other) {
      return of(other);
    }
  }

  private static int framesOf(@Nullable Below below) {
    return below == null ? 0 : below.frames();
  }

  private static int slotsOf(@Nullable Below below) {
    return below == null ? 0 : below.slots();
  }

  private static int marksOf(@Nullable Below below) {
    return below == null ? 0 : below.marks();
  }

  /**
   * A mark from a piece on.
   *
   * @param number which, counted from the outermost, 1
   * @throws dev.touchstone.vm.value.SchemeError of class {@code range} if there are not so many
   */
  static Mark mark(@Nullable Below from, int number) {
    for (Below at = from; at != null && at.marks() >= number; at = at.next()) {
      if (at instanceof Mark mark && mark.marks == number) {
        return mark;
      }
    }
    throw SchemeError.of(ErrorClass.RANGE, "no pending call has a prompt with that tag");
  }

  /** The pieces from one on down to, but without, another that is among them. */
  @SuppressWarnings("ReferenceEquality") // the same piece
  static Deque<Below> pieces(@Nullable Below from, Below end) {
    Deque<Below> pieces = new ArrayDeque<>();
    for (Below at = from; at != null && at != end; at = at.next()) {
      pieces.addFirst(at);
    }
    return pieces;
  }
}
