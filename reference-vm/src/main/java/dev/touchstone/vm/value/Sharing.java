package dev.touchstone.vm.value;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/** Finds the pairs and vectors of a value that need a datum label. Iterative. */
public final class Sharing {
  /** So many parts are walked at first, as if nothing were shared; most values have fewer. */
  private static final int SMALL = 1000;

  /** So many parts are then remembered while they are walked. */
  private static final int MEDIUM = 10_000;

  /**
   * So many are walked without memory once more: much cheaper, if the value is large but a tree.
   */
  private static final int LARGE = 1 << 22;

  private final IdentityHashMap<Value, Boolean> onPath = new IdentityHashMap<>();
  private final Set<Value> shared = identitySet();
  private final Set<Value> cyclic = identitySet();

  /** The way from the whole value to the part that is being looked at, innermost first. */
  private final Deque<Entered> path = new ArrayDeque<>();

  private Sharing() {}

  /** The parts that are found again inside themselves: one or more of every cycle. */
  public static Set<Value> cycles(Value value) {
    if (isTree(value, SMALL)) {
      return Set.of();
    }
    Sharing medium = new Sharing();
    if (medium.walk(value, MEDIUM)) {
      return medium.cyclic;
    }
    return isTree(value, LARGE) ? Set.of() : walkAll(value).cyclic;
  }

  /** The parts that are found more than once, in cycles or beside each other. */
  static Set<Value> shared(Value value) {
    return walkAll(value).shared;
  }

  private static Set<Value> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** Whether walking the value as if nothing were shared ends soon; then it has no cycle. */
  private static boolean isTree(Value value, int limit) {
    Deque<Value> pending = new ArrayDeque<>();
    pending.push(value);
    int left = limit;
    while (!pending.isEmpty()) {
      Value part = pending.pop();
      int children = childCount(part);
      left -= children;
      if (left < 0) {
        return false;
      }
      for (int i = children - 1; i >= 0; i--) {
        Value child = child(part, i);
        if (childCount(child) > 0) {
          pending.push(child);
        }
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

  private static Sharing walkAll(Value value) {
    Sharing sharing = new Sharing();
    sharing.walk(value, Integer.MAX_VALUE);
    return sharing;
  }

  /** Walks every part once; false if there are more than so many. */
  private boolean walk(Value value, int limit) {
    visit(value);
    while (!path.isEmpty()) {
      if (onPath.size() > limit) {
        return false;
      }
      Entered entered = path.getFirst();
      if (entered.next < childCount(entered.value)) {
        visit(child(entered.value, entered.next++));
      } else {
        onPath.put(entered.value, false);
        path.pop();
      }
    }
    return true;
  }

  private void visit(Value value) {
    if (!(value instanceof Pair || value instanceof Vector)) {
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
