package dev.touchstone.conformance.bench;

import java.util.List;

/** What is known of a program on a participant. */
public sealed interface Measurement {
  /**
   * The times of one run of the program, one from each round, in seconds.
   *
   * @param seconds at least one, each above zero in the median
   */
  record Times(List<Double> seconds) implements Measurement {
    /** Copies the times. */
    public Times {
      seconds = List.copyOf(seconds);
    }

    /** The time that counts. */
    public double median() {
      return Statistics.median(seconds);
    }

    /** How far the middle half of the times is spread, as a part of the median. */
    public double spread() {
      return Statistics.interquartileRange(seconds) / median();
    }
  }

  /** There is none. */
  record Failed(Failure failure) implements Measurement {}
}
