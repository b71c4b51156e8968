package dev.touchstone.vm.value;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/** Finds the pairs and vectors of a value that need a datum label. Iterative. */
final class Sharing {
  /** Values of at most so many parts are walked without remembering the parts. */
  private static final int SMALL = 1000;

  private final IdentityHashMap<Value, Boolean> onPath = new IdentityHashMap<>();
  private final Set<Value> shared = identitySet();
  private final Set<Value> cyclic = identitySet();

  /** The way from the whole value to the part that is being looked at, innermost first. */
  private final Deque<Entered> path = new ArrayDeque<>();

  private Sharing() {}

  /** The parts that are found again inside themselves: one or more of every cycle. */
  static Set<Value> cycles(Value value) {
    return isSmallTree(value) ? Set.of() : walk(value).cyclic;
  }

  /** The parts that are found more than once, in cycles or beside each other. */
  static Set<Value> shared(Value value) {
    return walk(value).shared;
  }

  private static Set<Value> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** Whether walking the value as if nothing were shared ends soon; then it has no cycle. */
  private static boolean isSmallTree(Value value) {
    Deque<Value> pending = new ArrayDeque<>();
    pending.push(value);
    int left = SMALL;
    while (!pending.isEmpty()) {
      Value part = pending.pop();
      int children = childCount(part);
      left -= children;
      if (left < 0) {
        return false;
      }
      for (int i = 0; i < children; i++) {
        pending.push(child(part, i));
      }
    }
    return true;
  }

  private static int childCount(Value value) {
    return switch (value) {
      case Pair _ -> 2;
      case Vector vector -> vector.length();
      default -> 0;
    };
  }

  private static Value child(Value value, int index) {
    if (value instanceof Pair pair) {
      return index == 0 ? pair.car() : pair.cdr();
    }
    return ((Vector) value).get(index);
  }

  /** A compound value on the path, and which of its parts comes next. */
  private static final class Entered {
    private final Value value;
    private int next;

    Entered(Value value) {
      this.value = value;
    }
  }

  private static Sharing walk(Value value) {
    Sharing sharing = new Sharing();
    sharing.visit(value);
    while (!sharing.path.isEmpty()) {
      Entered entered = sharing.path.getFirst();
      if (entered.next < childCount(entered.value)) {
        sharing.visit(child(entered.value, entered.next++));
      } else {
        sharing.onPath.put(entered.value, false);
        sharing.path.pop();
      }
    }
    return sharing;
  }

  private void visit(Value value) {
    if (childCount(value) == 0) {
      return;
    }
    Boolean known = onPath.get(value);
    if (known == null) {
      onPath.put(value, true);
      path.push(new Entered(value));
      return;
    }
    shared.add(value);
    if (known) {
      cyclic.add(value);
    }
  }
}
