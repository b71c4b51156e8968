package dev.touchstone.conformance.bench;

import java.util.List;

/** The few numbers that stand for many. */
final class Statistics {
  private Statistics() {}

  /** The middle one, or the mean of the two in the middle. */
  static double median(List<Double> values) {
    return quantile(values, 0.5);
  }

  /** The distance between the quartiles. */
  static double interquartileRange(List<Double> values) {
    return quantile(values, 0.75) - quantile(values, 0.25);
  }

  /** By linear interpolation between the two nearest. */
  private static double quantile(List<Double> values, double part) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values");
    }
    List<Double> sorted = values.stream().sorted().toList();
    double place = part * (sorted.size() - 1);
    int below = (int) place;
    double low = sorted.get(below);
    double high = sorted.get(Math.min(below + 1, sorted.size() - 1));
    return low + (place - below) * (high - low);
  }

  /**
   * The geometric mean, the one for ratios: that of the inverses is its inverse.
   *
   * @param values at least one, all above zero
   */
  static double geometricMean(List<Double> values) {
    return Math.exp(values.stream().mapToDouble(Math::log).average().orElseThrow());
  }
}
