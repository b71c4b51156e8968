package dev.touchstone.vm.library;

import dev.touchstone.vm.machine.Arguments;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks along lists that end, or notices that they do not. */
final class Lists {
  /**
   * A walk along a chain of pairs. It remembers one pair that it has passed, a later one at each
   * power of two; in a cycle it comes back to it (Brent's method).
   */
  static final class Walk {
    private Value at;
    private @Nullable Value passed;
    private long steps;
    private long next = 1;
    private boolean cyclic;

    Walk(Value list) {
      at = list;
    }

    /** A walk that has come to its end, or has found that there is none. */
    static Walk toEnd(Value list) {
      Walk walk = new Walk(list);
      for (Pair pair = walk.pair(); pair != null; pair = walk.pair()) {
        walk.advance(pair);
      }
      return walk;
    }

    /** Whether the walk has come back to where it had been. */
    boolean isCyclic() {
      return cyclic;
    }

    /** The pair that was reached, or null at the end, be it proper or not, or in a cycle. */
    @Nullable Pair pair() {
      return !cyclic && at instanceof Pair pair ? pair : null;
    }

    /** Goes on to the cdr of that pair. */
    @SuppressWarnings("ReferenceEquality") // the same pair, not a similar one
    void advance(Pair pair) {
      if (++steps == next) {
        passed = pair;
        next *= 2;
      }
      at = pair.cdr();
      cyclic = at == passed;
    }

    /** How many pairs were passed. */
    long steps() {
      return steps;
    }

    /** Whether the walk has come to the end of a proper list. */
    boolean isAtProperEnd() {
      return at == EmptyList.INSTANCE;
    }
  }

  private Lists() {}

  /** The number of elements, or -1 if the value is no list. */
  static long length(Value list) {
    Walk walk = Walk.toEnd(list);
    return walk.isAtProperEnd() ? walk.steps() : -1;
  }

  /** The elements of an argument that must be a list. */
  static List<Value> elements(String procedure, int position, Value list) {
    List<Value> elements = new ArrayList<>();
    Walk walk = new Walk(list);
    for (Pair pair = walk.pair(); pair != null; pair = walk.pair()) {
      elements.add(pair.car());
      walk.advance(pair);
    }
    if (!walk.isAtProperEnd()) {
      throw Arguments.wrongType(procedure, position, "a list", list);
    }
    return elements;
  }

  /** A fresh list of these elements, and then a tail. */
  static Value list(List<Value> elements, Value tail) {
    Value list = tail;
    for (int i = elements.size() - 1; i >= 0; i--) {
      list = Pair.of(elements.get(i), list);
    }
    return list;
  }
}
