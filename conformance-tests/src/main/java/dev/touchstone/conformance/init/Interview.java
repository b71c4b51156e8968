package dev.touchstone.conformance.init;

import java.util.List;

/** Asks the user. */
public interface Interview {
  /**
   * A question.
   *
   * @param text the question
   * @param why a sentence that says what the answer is for
   * @param choices the possible answers; empty for any text
   * @param standard what holds if nothing is answered
   */
  record Question(String text, String why, List<String> choices, String standard) {
    /** Copies the list. */
    public Question {
      choices = List.copyOf(choices);
    }
  }

  /** The answer: one of the choices, or the text that was typed. */
  String ask(Question question);
}
