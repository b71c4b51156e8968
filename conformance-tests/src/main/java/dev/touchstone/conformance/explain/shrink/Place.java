package dev.touchstone.conformance.explain.shrink;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Where a part stands in a program.
 *
 * @param path the indices that lead to it from the root; empty for the root itself
 */
record Place(List<Integer> path) {
  static final Place ROOT = new Place(List.of());

  Place {
    path = List.copyOf(path);
  }

  /** All places of a program, each before those in it. */
  static List<Place> all(Tree program) {
    List<Place> places = new ArrayList<>();
    collect(program, ROOT, places);
    return places;
  }

  private static void collect(Tree tree, Place at, List<Place> places) {
    places.add(at);
    for (int i = 0; i < tree.items().size(); i++) {
      collect(tree.items().get(i), at.in(i), places);
    }
  }

  Place in(int index) {
    List<Integer> longer = new ArrayList<>(path);
    longer.add(index);
    return new Place(longer);
  }

  /** The part that stands here. */
  Tree of(Tree program) {
    Tree at = program;
    for (int index : path) {
      at = at.items().get(index);
    }
    return at;
  }

  /** The program with another part here. */
  Tree change(Tree program, UnaryOperator<Tree> change) {
    return change(program, 0, change);
  }

  private Tree change(Tree at, int depth, UnaryOperator<Tree> change) {
    if (depth == path.size()) {
      return change.apply(at);
    }
    int index = path.get(depth);
    return at.with(index, change(at.items().get(index), depth + 1, change));
  }
}
