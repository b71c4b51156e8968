package dev.touchstone.conformance.corpus;

import java.util.List;
import java.util.Map;

/** What a conforming implementation does with a case. */
public sealed interface Expectation {
  /** All of these aspects hold. At least one. */
  record All(List<Aspect> aspects) implements Expectation {
    /** Copies the list. */
    public All {
      aspects = List.copyOf(aspects);
    }
  }

  /** One of these whole expectations holds; the result records which, counted from 1. */
  record OneOf(List<Expectation> options) implements Expectation {
    /** Copies the list. */
    public OneOf {
      options = List.copyOf(options);
    }
  }

  /**
   * What holds depends on how the subject answers a capability.
   *
   * @param capability its id
   * @param answers by answer, in the file's order; {@code else} stands for every other
   */
  record By(String capability, Map<String, Expectation> answers) implements Expectation {}

  /** The case does not apply (below {@link By} only). */
  record Unsupported() implements Expectation {}

  /** What happens is recorded and never fails: the spec leaves it open. */
  record Observe() implements Expectation {}
}
