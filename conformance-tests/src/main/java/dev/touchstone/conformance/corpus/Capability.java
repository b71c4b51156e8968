package dev.touchstone.conformance.corpus;

import java.util.List;

/**
 * A question that has several legal answers.
 *
 * @param id for example {@code int-model}
 * @param question what is asked
 * @param answers the legal answers; {@code checked(bits)} stands for every {@code checked(N)}
 */
public record Capability(String id, String question, List<String> answers) {
  /** Copies the answers. */
  public Capability {
    answers = List.copyOf(answers);
  }

  /**
   * Whether that is one of the legal answers, with a number where the answer has {@code (bits)}.
   */
  public boolean allows(String answer) {
    String general = answer.replaceFirst("\\(\\d+\\)$", "(bits)");
    return answers.contains(general) && (general.equals(answer) ? !answer.contains("(") : true);
  }
}
