package dev.touchstone.conformance.init;

import dev.touchstone.conformance.doctor.Programs;
import dev.touchstone.conformance.subject.Observation;
import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.conformance.subject.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Learns how a VM words errors. For each class two programs fail in the same way with other
 * operands: what their messages have in common, and those of no other class have, is its wording.
 */
final class Wordings {
  private static final int SHORTEST = 4;

  private static final Pattern WARNING = Pattern.compile("(?i)\\bwarning\\b");

  /** Digits are places and operands. */
  private static final Pattern USABLE = Pattern.compile("\\p{L}[^\\n0-9]*[^\\s0-9]");

  private static final String UNBOUND = "unbound";

  /**
   * What goes wrong in the same way twice.
   *
   * @param type the class of the error
   * @param sound a program that works if the VM has at all what goes wrong; its value is 5
   * @param programs two whose messages differ in their operands alone
   */
  private record Lesson(String type, String sound, List<String> programs) {}

  private static final List<Lesson> LESSONS =
      List.of(
          new Lesson(UNBOUND, "5", List.of("xqzv", "(wjky)")),
          new Lesson("not-procedure", "5", List.of("(5 6)", "(77 8)")),
          new Lesson(
              "divide-by-zero", "(quotient 5 1)", List.of("(quotient 5 0)", "(modulo 77 0)")),
          new Lesson(
              "arity",
              "((lambda (x) x) 5)",
              List.of("((lambda (x) x))", "((lambda (y z) 1) 2 3 4)")),
          new Lesson("type", "(car '(5))", List.of("(car 7)", "(+ 'wjky 66)")),
          new Lesson("type", "(car '(5))", List.of("(car 7)", "(cdr 66)")),
          new Lesson(
              "range",
              "(vector-ref (vector 1 5) 1)",
              List.of("(vector-ref (vector 1 2) 7)", "(string-ref \"a\" 22)")),
          new Lesson("user", "5", List.of("(error \"xqzv\" 7)", "(error \"wjky\" 66)")));

  private Wordings() {}

  /** Regular expressions by class, as far as each is told from all others. */
  static Map<String, String> learn(Subject subject) throws InterruptedException {
    Map<String, List<String>> messages = new LinkedHashMap<>();
    String unbound = "";
    for (Lesson lesson : LESSONS) {
      Optional<List<String>> said = said(subject, lesson);
      if (said.isEmpty()) {
        continue;
      }
      if (lesson.type().equals(UNBOUND)) {
        unbound = common(said.get(), "").orElse("");
      }
      String wording = unbound;
      boolean lacking =
          !wording.isEmpty() && said.get().stream().anyMatch(m -> m.contains(wording));
      if (lesson.type().equals(UNBOUND) || !lacking) {
        messages.putIfAbsent(lesson.type(), said.get());
      }
    }
    return distinct(messages);
  }

  private static Optional<List<String>> said(Subject subject, Lesson lesson)
      throws InterruptedException {
    Observation sound = subject.run(Programs.job(lesson.sound()));
    if (!(sound.outcome() instanceof Outcome.Completed(List<String> values, boolean has)
        && has
        && values.equals(List.of("5")))) {
      return Optional.empty();
    }
    Set<String> noise = sound.diagnostics().lines().collect(Collectors.toSet());
    List<String> said = new ArrayList<>();
    for (String program : lesson.programs()) {
      message(subject.run(Programs.job(program)))
          .map(text -> without(noise, text))
          .ifPresent(said::add);
    }
    return said.size() == lesson.programs().size() ? Optional.of(said) : Optional.empty();
  }

  /**
   * The wordings in messages by class, by regular expression. Pure.
   *
   * @param messages at least two for each class
   */
  static Map<String, String> distinct(Map<String, List<String>> messages) {
    Map<String, String> wordings = new TreeMap<>();
    messages.forEach(
        (type, said) ->
            common(said, others(messages, type))
                .ifPresent(text -> wordings.put(regex(text), type)));
    return wordings;
  }

  private static String others(Map<String, List<String>> messages, String type) {
    StringBuilder all = new StringBuilder();
    messages.forEach(
        (other, said) -> {
          if (!other.equals(type)) {
            said.forEach(text -> all.append(text).append('\n'));
          }
        });
    return all.toString();
  }

  /** The longest piece of a line that all messages have and the others have not. */
  private static Optional<String> common(List<String> said, String others) {
    String first = said.getFirst();
    for (int length = first.length(); length >= SHORTEST; length--) {
      for (int from = 0; from + length <= first.length(); from++) {
        String piece = first.substring(from, from + length);
        boolean usable =
            USABLE.matcher(piece).matches()
                && !piece.contains(".scm")
                && piece.chars().filter(Character::isLetter).count() >= SHORTEST
                && startsAndEndsWithWords(first, from, length);
        if (usable && !others.contains(piece) && said.stream().allMatch(s -> s.contains(piece))) {
          return Optional.of(piece);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean startsAndEndsWithWords(String text, int from, int length) {
    int to = from + length;
    boolean cutsBefore =
        from > 0
            && Character.isLetterOrDigit(text.charAt(from - 1))
            && Character.isLetterOrDigit(text.charAt(from));
    boolean cutsAfter =
        to < text.length()
            && Character.isLetterOrDigit(text.charAt(to - 1))
            && Character.isLetterOrDigit(text.charAt(to));
    return !cutsBefore && !cutsAfter;
  }

  private static String regex(String text) {
    return Pattern.compile("[\\\\\\[\\](){}.*+?^$|]").matcher(text).replaceAll("\\\\$0");
  }

  /** What some say in every run, as warnings of the implementation, tells nothing. */
  private static String without(Set<String> noise, String text) {
    return text.lines()
        .filter(line -> !noise.contains(line) && !WARNING.matcher(line).find())
        .collect(Collectors.joining("\n"));
  }

  /** What was said of an error; nothing if it is no error, or its class is told already. */
  private static Optional<String> message(Observation seen) {
    return switch (seen.outcome()) {
      case Outcome.Crashed(String what) ->
          Optional.of(seen.diagnostics().isBlank() ? what : seen.diagnostics());
      default -> Optional.empty();
    };
  }
}
