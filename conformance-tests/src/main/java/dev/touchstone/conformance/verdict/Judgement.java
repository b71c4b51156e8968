package dev.touchstone.conformance.verdict;

import java.util.List;

/**
 * The judge's answer.
 *
 * @param verdict the verdict
 * @param reason one sentence: why it is no pass; which option of {@code one-of} held; empty
 *     otherwise
 * @param expected what was expected, as text; empty where nothing can be compared
 * @param actual what was seen, as text to lay beside {@code expected}
 * @param checked the aspects that were compared, by kind, in order
 * @param unchecked the aspects that could not be, by kind, each with its reason: {@code
 *     error.phase: not reported}
 * @param differs the kind of a failure: the aspects that do not hold, and {@code end} where a run
 *     ended in another way than expected; empty for every verdict but {@code fail}
 */
public record Judgement(
    Verdict verdict,
    String reason,
    String expected,
    String actual,
    List<String> checked,
    List<String> unchecked,
    List<String> differs) {
  /** Copies the lists. */
  public Judgement {
    checked = List.copyOf(checked);
    unchecked = List.copyOf(unchecked);
    differs = List.copyOf(differs);
  }
}
