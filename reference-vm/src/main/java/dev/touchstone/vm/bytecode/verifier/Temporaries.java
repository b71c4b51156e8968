package dev.touchstone.vm.bytecode.verifier;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of the temporaries, in runs of equal ones; never changes, and shares what lies below.
 *
 * @param kind of those in the run on top
 * @param count how many there are in it, at least 1
 * @param below the runs beneath, the next of another kind
 * @param depth how many temporaries there are in all
 */
record Temporaries(Kind kind, int count, @Nullable Temporaries below, int depth) {
  static int depthOf(@Nullable Temporaries stack) {
    return stack == null ? 0 : stack.depth;
  }

  /** A stack with so many more of a kind on top. */
  static @Nullable Temporaries push(@Nullable Temporaries stack, Kind kind, int count) {
    if (count == 0) {
      return stack;
    }
    return stack != null && stack.kind == kind
        ? new Temporaries(kind, stack.count + count, stack.below, stack.depth + count)
        : new Temporaries(kind, count, stack, depthOf(stack) + count);
  }

  /** This stack without so many of the run on top; at most as many as that has. */
  @Nullable Temporaries without(int dropped) {
    return dropped == count
        ? below
        : new Temporaries(kind, count - dropped, below, depth - dropped);
  }

  /**
   * What is known of two stacks of the same depth.
   *
   * @return the first of them itself if nothing is lost
   */
  @SuppressWarnings("ReferenceEquality") // what is shared need not be looked at
  static @Nullable Temporaries join(@Nullable Temporaries one, @Nullable Temporaries other) {
    Joined joined = new Joined();
    @Nullable Temporaries a = one;
    @Nullable Temporaries b = other;
    while (a != b && a != null && b != null) {
      int run = Math.min(a.count, b.count);
      joined.add(a.kind, b.kind, run);
      boolean same = a.count == b.count && a.below == b.below;
      a = same ? null : a.without(run);
      b = same ? null : b.without(run);
    }
    return joined.isLoss ? joined.onto(one) : one;
  }

  /** The runs in which two stacks differ, the uppermost first. */
  private static final class Joined {
    private final Deque<Temporaries> runs = new ArrayDeque<>();
    private int depth;
    private boolean isLoss;

    void add(Kind one, Kind other, int count) {
      Kind kind = one.join(other);
      isLoss |= kind != one;
      runs.push(new Temporaries(kind, count, null, count));
      depth += count;
    }

    /** The runs in place of as many temporaries of a stack. */
    @Nullable Temporaries onto(@Nullable Temporaries stack) {
      @Nullable Temporaries rest = stack;
      int left = depth;
      while (left > 0 && rest != null) {
        int run = Math.min(left, rest.count);
        rest = rest.without(run);
        left -= run;
      }
      for (Temporaries run : runs) {
        rest = push(rest, run.kind, run.count);
      }
      return rest;
    }
  }
}
