package dev.touchstone.conformance.init;

import dev.touchstone.conformance.doctor.Programs;
import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.conformance.subject.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Asks a VM the questions that have several legal answers. What it cannot be asked is left out. */
final class Answers {
  private static final String ERROR = "an error";

  /**
   * A question.
   *
   * @param capability which
   * @param sound a program without which the question has no meaning, and its value
   * @param program whose value, or {@link #ERROR}, is the answer
   * @param answers by that value
   */
  private record Question(
      String capability,
      Map.Entry<String, String> sound,
      String program,
      Map<String, String> answers) {}

  private static final Map.Entry<String, String> LISTS = Map.entry("(car '(5))", "5");
  private static final Map.Entry<String, String> CALLS = Map.entry("((lambda (x) x) 5)", "5");
  private static final Map.Entry<String, String> CHOICE = Map.entry("(if #t 1 2)", "1");

  private static final List<Question> QUESTIONS =
      List.of(
          new Question(
              "empty-list", CHOICE, "(if (eq? '() #f) 1 2)", Map.of("2", "distinct", "1", "nil")),
          new Question("car-of-empty", LISTS, "(car '())", Map.of(ERROR, "error", "()", "nil")),
          new Question("checked", LISTS, "(car 5)", Map.of(ERROR, "yes")),
          new Question(
              "under-apply", CALLS, "((lambda (x) 5))", Map.of(ERROR, "error", "5", "fill")),
          new Question(
              "over-apply", CALLS, "((lambda (x) 5) 1 2)", Map.of(ERROR, "error", "5", "drop")));

  private final Subject subject;

  private Answers(Subject subject) {
    this.subject = subject;
  }

  /** The answers, by capability. */
  static Map<String, String> of(Subject subject) throws InterruptedException {
    return new Answers(subject).all();
  }

  private Map<String, String> all() throws InterruptedException {
    Map<String, String> found = new TreeMap<>();
    integers().ifPresent(answer -> found.put("int-model", answer));
    truth().ifPresent(answer -> found.put("truth", answer));
    for (Question question : QUESTIONS) {
      if (value(question.sound().getKey()).equals(question.sound().getValue())) {
        Optional.ofNullable(question.answers().get(value(question.program())))
            .ifPresent(answer -> found.put(question.capability(), answer));
      }
    }
    return found;
  }

  private Optional<String> integers() throws InterruptedException {
    if (!value("(+ 1 1)").equals("2")) {
      return Optional.empty();
    }
    Optional<String> small = model("(+ 2147483647 1)", "2147483648", 32);
    return small.equals(Optional.of("bignum"))
        ? model("(+ 9223372036854775807 1)", "9223372036854775808", 64)
        : small;
  }

  private Optional<String> model(String program, String sum, int bits) throws InterruptedException {
    String value = value(program);
    if (value.equals(ERROR)) {
      return Optional.of("checked(" + bits + ")");
    }
    if (value.equals(sum)) {
      return Optional.of("bignum");
    }
    return value.equals("-" + sum) ? Optional.of("wrap(" + bits + ")") : Optional.empty();
  }

  private Optional<String> truth() throws InterruptedException {
    String zero = value("(if 0 1 2)");
    boolean noIsFalse = value("(if #f 1 2)").equals("2");
    if (zero.equals("2")) {
      return Optional.of(noIsFalse ? "zero-and-false" : "zero");
    }
    return noIsFalse && zero.equals("1")
        ? Optional.of(value("(if '() 1 2)").equals("2") ? "nil-and-false" : "only-false")
        : Optional.empty();
  }

  /** The written value, or that there was an error; empty if neither. */
  private String value(String program) throws InterruptedException {
    return switch (subject.run(Programs.job(program)).outcome()) {
      case Outcome.Completed(List<String> values, boolean has) when has && values.size() == 1 ->
          values.getFirst();
      case Outcome.Failed _, Outcome.Crashed _ -> ERROR;
      default -> "";
    };
  }
}
