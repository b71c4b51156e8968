package dev.touchstone.conformance.corpus;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what someone may have meant by an unknown name. */
public final class Suggestion {
  private Suggestion() {}

  /**
   * The end of a message about an unknown name: {@code ; did you mean `name`?}, or nothing where no
   * known name is near.
   */
  public static String suffix(String name, Collection<String> known) {
    return nearest(name, known).map(n -> "; did you mean `" + n + "`?").orElse("");
  }

  /** The known name nearest by edits, if at most a third of its letters (at least one) differ. */
  public static Optional<String> nearest(String name, Collection<String> known) {
    int limit = Math.max(1, name.length() / 3);
    return known.stream()
        .filter(candidate -> distance(name, candidate) <= limit)
        .min(
            Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Insertions, deletions, replacements and swaps of neighbours that turn one into the other. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, cost, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(String a, String b, int[][] cost, int i, int j) {
    int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, 1 + cost[i - 2][j - 2]) : best;
  }
}
