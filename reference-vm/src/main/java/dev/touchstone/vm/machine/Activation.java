package dev.touchstone.vm.machine;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What a trace knows of a running procedure: in whose name it runs. A list that has one element
 * more than there are frames, sealed ones included; immutable, so that a continuation keeps it.
 *
 * @param name the procedure of the program whose return is to be shown when this one returns: it is
 *     that procedure, or stands in its place; null if there is none
 * @param outer that of the caller
 * @param depth how many frames lie beneath
 * @param shown how many procedures of the program there are, this one included
 */
record Activation(@Nullable String name, @Nullable Activation outer, int depth, int shown) {
  /** The one in which a run begins. */
  static final Activation MAIN = new Activation(null, null, 0, 0);

  /** That of a procedure which is called on top of one. */
  static Activation of(@Nullable String name, @Nullable Activation outer) {
    int shown = outer == null ? 0 : outer.shown;
    int depth = outer == null ? 0 : outer.depth + 1;
    return new Activation(name, outer, depth, name == null ? shown : shown + 1);
  }

  /** That of a procedure which is called in place of this one. */
  Activation replaced(@Nullable String by) {
    return of(by, outer);
  }

  /** The one on top of so many frames, which is this one or lies beneath. */
  Activation at(int frames) {
    Activation at = this;
    while (at.depth > frames && at.outer != null) {
      at = at.outer;
    }
    return at;
  }

  /** Those beneath this one down to a depth, on top of another one, and a nameless one on top. */
  Activation on(int frames, Activation other) {
    if (depth <= frames) {
      return other;
    }
    Deque<Activation> part = new ArrayDeque<>();
    for (Activation at = outer; at != null && at.depth >= frames; at = at.outer) {
      part.push(at);
    }
    Activation top = other.outer;
    for (Activation each : part) {
      top = of(each.name, top);
    }
    return of(null, top);
  }
}
