package dev.touchstone.conformance.verdict;

import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.subject.SubjectProfile;
import java.util.List;

/** Decides, from a case and what was seen, without doing or asking anything else. */
public final class Judge {
  private Judge() {}

  /**
   * The verdict on a case.
   *
   * @param trials one for each value of {@code vary}, in order, or one
   * @param control for each trial the run of a program that is known to grow with {@code vary};
   *     empty where the case makes no claim about space, or the subject counts for itself
   */
  public static Judgement judge(
      TestCase testCase, SubjectProfile profile, List<Trial> trials, List<Trial> control) {
    throw new UnsupportedOperationException();
  }

  /**
   * Whether a case applies to a subject; if not, why: the features it lacks, or the answer that
   * rules it out.
   */
  public static java.util.Optional<String> inapplicable(TestCase testCase, SubjectProfile profile) {
    throw new UnsupportedOperationException();
  }
}
