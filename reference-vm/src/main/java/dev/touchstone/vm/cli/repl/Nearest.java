package dev.touchstone.vm.cli.repl;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody may have meant. */
final class Nearest {
  private Nearest() {}

  /** The word that is least different, if it differs little. */
  static Optional<String> to(String word, Collection<String> known) {
    int most = Math.max(1, word.length() / 3);
    return known.stream()
        .filter(each -> Math.abs(each.length() - word.length()) <= most)
        .filter(each -> distance(word, each) <= most)
        .min(
            Comparator.<String>comparingInt(each -> distance(word, each))
                .thenComparing(each -> each));
  }

  /** A sentence that asks whether that was meant, with a blank before it; or nothing. */
  static String question(String prefix, String word, Collection<String> known) {
    return to(word, known).map(each -> " Did you mean " + prefix + each + "?").orElse("");
  }

  /** How many characters must be inserted, deleted, replaced or exchanged with the next one. */
  static int distance(String a, String b) {
    int[][] costs = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        costs[i][j] = i == 0 || j == 0 ? i + j : cost(a, b, i, j, costs);
      }
    }
    return costs[a.length()][b.length()];
  }

  private static int cost(String a, String b, int i, int j, int[][] costs) {
    int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int cost = Math.min(costs[i - 1][j - 1] + same, 1 + Math.min(costs[i - 1][j], costs[i][j - 1]));
    boolean exchanged =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return exchanged ? Math.min(cost, costs[i - 2][j - 2] + 1) : cost;
  }
}
