package dev.touchstone.conformance.explain.shrink;

import dev.touchstone.conformance.explain.shrink.Tree.Branch;
import dev.touchstone.conformance.explain.shrink.Tree.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What may stand in the place of a part: what is left of it without some of its parts, one of the
 * parts inside it, a small literal, the same with a name replaced by what it names. Whether that
 * still is a program is not asked here.
 *
 * @param literals the smallest data that the case may use
 */
record Reductions(List<Tree> literals) {
  /** How many parts before its body a form has: {@code let}, a name, bindings. */
  private static final int LONGEST_HEAD = 3;

  /** The parts to try, those first that take away most. Each is another than the part itself. */
  List<Tree> of(Tree part) {
    List<Tree> tries = new ArrayList<>();
    boolean whole = part instanceof Branch(Shape shape, var _) && shape == Shape.PROGRAM;
    tries.addAll(withoutSome(part));
    if (!whole) {
      tries.addAll(literals);
      tries.addAll(inside(part));
    }
    tries.addAll(Inlining.of(part));
    tries.addAll(unwrapped(part));
    tries.addAll(Simpler.of(part));
    tries.removeIf(part::equals);
    return tries;
  }

  /** Without half of its parts, without a quarter, ... without one: delta debugging (Zeller). */
  private static List<Tree> withoutSome(Tree part) {
    List<Tree> tries = new ArrayList<>();
    int count = part.items().size();
    for (int chunk = count; chunk >= 1; chunk /= 2) {
      for (int from = 0; from < count; from += chunk) {
        tries.add(part.without(from, Math.min(from + chunk, count)));
      }
    }
    return tries;
  }

  /** With the last parts of a part in its place, so that a body loses the form around it. */
  private static List<Tree> unwrapped(Tree part) {
    List<Tree> tries = new ArrayList<>();
    for (int i = 0; i < part.items().size(); i++) {
      List<Tree> inner = part.items().get(i).items();
      for (int from = Math.min(inner.size() - 1, LONGEST_HEAD); from >= 1; from--) {
        List<Tree> items = new ArrayList<>(part.items().subList(0, i));
        items.addAll(inner.subList(from, inner.size()));
        items.addAll(part.items().subList(i + 1, part.items().size()));
        tries.add(part.with(items));
      }
    }
    return tries;
  }

  /** What stands in it at any depth, the smallest first, single atoms last. */
  private static List<Tree> inside(Tree part) {
    return part.all()
        .skip(1)
        .distinct()
        .sorted(
            Comparator.comparing((Tree each) -> each.items().isEmpty())
                .thenComparingInt(Tree::nodes))
        .toList();
  }
}
