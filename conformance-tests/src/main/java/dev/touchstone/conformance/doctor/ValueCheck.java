package dev.touchstone.conformance.doctor;

import java.util.Locale;
import java.util.Optional;

/** What a written form that came says of the way it took. */
final class ValueCheck {
  /** A string whose two written forms differ. */
  static final String STRING = "\"a b\"";

  static final String LAMBDA_STRING = "\"\u03bb\"";
  static final String LAMBDA_SYMBOL = "'\u03bb";

  private ValueCheck() {}

  /** What is wrong with the value of the simplest program, if anything. */
  static Optional<Mistake> mistake(String value, String expected) {
    if (value.equals(expected)) {
      return Optional.empty();
    }
    String stripped = value.strip();
    boolean after = stripped.endsWith(" " + expected) || stripped.endsWith(">" + expected);
    return Optional.of(after ? Mistake.PROMPT_IN_ANSWER : Mistake.WRONG_VALUE);
  }

  static String seen(String value, String expected) {
    return "expected the value %s, but it is %s".formatted(expected, Escaped.text(value));
  }

  /** Whether the string comes as display prints it. */
  static Optional<Diagnosis> writtenForm(String value) {
    return value.equals("a b")
        ? Optional.of(
            new Diagnosis(
                Mistake.DISPLAY_FORM,
                "the program %s has the value %s".formatted(STRING, Escaped.text(value))))
        : Optional.empty();
  }

  /** Whether the Greek letter came through, by itself or escaped. */
  static Optional<Diagnosis> encoding(String program, String value) {
    boolean there = value.contains("\u03bb") || value.toLowerCase(Locale.ROOT).contains("x3bb;");
    return there
        ? Optional.empty()
        : Optional.of(
            new Diagnosis(
                Mistake.WRONG_ENCODING,
                "the program %s has the value %s"
                    .formatted(Escaped.text(program), Escaped.text(value))));
  }
}
