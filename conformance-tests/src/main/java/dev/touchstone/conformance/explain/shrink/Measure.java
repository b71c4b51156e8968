package dev.touchstone.conformance.explain.shrink;

import java.util.Comparator;

/**
 * The size of a program. What is smaller has fewer nodes; of two with as many the one of fewer
 * characters is smaller; then the one whose characters come earlier, so that 0 is smaller than 7.
 */
record Measure(int nodes, int length, long letters) implements Comparable<Measure> {
  private static final Comparator<Measure> ORDER =
      Comparator.comparingInt(Measure::nodes)
          .thenComparingInt(Measure::length)
          .thenComparingLong(Measure::letters);

  static Measure of(Tree tree) {
    String text = TreeText.flat(tree);
    return new Measure(tree.nodes(), text.length(), text.chars().asLongStream().sum());
  }

  @Override
  public int compareTo(Measure other) {
    return ORDER.compare(this, other);
  }
}
