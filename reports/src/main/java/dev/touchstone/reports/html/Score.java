package dev.touchstone.reports.html;

import dev.touchstone.reports.Tally;

/**
 * A score as numbers and as a bar of 1,000 units.
 *
 * @param passedWidth units of the bar for what passed
 * @param failingWidth units for what is applicable and did not pass
 */
record Score(
    boolean any,
    boolean clean,
    int passed,
    int applicable,
    int unsupported,
    int passedWidth,
    int failingWidth) {
  private static final int BAR = 1000;

  static Score of(Tally tally) {
    int total = Math.max(1, tally.total());
    int failing = width(tally.failing(), total);
    int passed = Math.min(width(tally.passed(), total), BAR - failing);
    return new Score(
        tally.total() > 0,
        tally.clean(),
        tally.passed(),
        tally.applicable(),
        tally.unsupported(),
        passed,
        failing);
  }

  /** A share of the bar; what is more than nothing stays visible. */
  private static int width(int part, int total) {
    return part == 0 ? 0 : Math.max(8, (int) ((long) part * BAR / total));
  }
}
