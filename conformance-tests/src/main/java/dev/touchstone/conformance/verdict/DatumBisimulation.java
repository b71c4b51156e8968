package dev.touchstone.conformance.verdict;

import dev.touchstone.vm.value.Bytevector;
import dev.touchstone.vm.value.Equivalence;
import dev.touchstone.vm.value.Flonum;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Value;
import dev.touchstone.vm.value.Vector;
import java.util.ArrayDeque;
import java.util.IdentityHashMap;

/**
 * Whether no walk from the roots of two data can tell them apart: {@code eqv?} on leaves, where NaN
 * equals NaN; strings and bytevectors by content; pairs and vectors by their parts. Cyclic data are
 * compared by bisimulation: two nodes once assumed equal are merged (union-find) and not walked
 * again, so the work is bounded by the number of nodes. Iterative.
 */
final class DatumBisimulation {
  private final ArrayDeque<Value> todo = new ArrayDeque<>();
  private final IdentityHashMap<Value, Value> parents = new IdentityHashMap<>();

  private DatumBisimulation() {}

  static boolean bisimilar(Value a, Value b) {
    DatumBisimulation walk = new DatumBisimulation();
    walk.push(a, b);
    while (!walk.todo.isEmpty()) {
      if (!walk.step(walk.todo.pop(), walk.todo.pop())) {
        return false;
      }
    }
    return true;
  }

  private void push(Value a, Value b) {
    todo.push(b);
    todo.push(a);
  }

  private boolean step(Value a, Value b) {
    return switch (a) {
      case Pair p -> b instanceof Pair q && pairs(p, q);
      case Vector v -> b instanceof Vector w && vectors(v, w);
      case Str s -> b instanceof Str t && s.text().equals(t.text());
      case Bytevector s -> b instanceof Bytevector t && sameOctets(s, t);
      case Flonum x when Double.isNaN(x.value()) ->
          b instanceof Flonum y && Double.isNaN(y.value());
      default -> Equivalence.eqv(a, b);
    };
  }

  private boolean pairs(Pair a, Pair b) {
    if (merge(a, b)) {
      push(a.cdr(), b.cdr());
      push(a.car(), b.car());
    }
    return true;
  }

  private boolean vectors(Vector a, Vector b) {
    if (a.length() != b.length()) {
      return false;
    }
    if (merge(a, b)) {
      for (int i = a.length() - 1; i >= 0; i--) {
        push(a.get(i), b.get(i));
      }
    }
    return true;
  }

  private static boolean sameOctets(Bytevector a, Bytevector b) {
    boolean same = a.length() == b.length();
    for (int i = 0; same && i < a.length(); i++) {
      same = a.get(i) == b.get(i);
    }
    return same;
  }

  /** Assumes two nodes equal; false if they were already. Nodes are objects, not their contents. */
  @SuppressWarnings("ReferenceEquality")
  private boolean merge(Value a, Value b) {
    Value rootA = root(a);
    Value rootB = root(b);
    if (rootA == rootB) {
      return false;
    }
    parents.put(rootA, rootB);
    return true;
  }

  private Value root(Value node) {
    Value at = node;
    for (Value up = parents.get(at); up != null; up = parents.get(at)) {
      Value further = parents.get(up);
      if (further != null) {
        parents.put(at, further);
      }
      at = up;
    }
    return at;
  }
}
