package dev.touchstone.conformance.doctor;

import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Rung;
import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.conformance.subject.SubjectDescription;
import dev.touchstone.conformance.subject.session.Lines;
import dev.touchstone.conformance.subject.session.Message;
import dev.touchstone.vm.source.ErrorClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Examines a session subject: hello, a handful of programs, the end. */
final class SessionExamination {
  private static final Set<String> STATUSES =
      Set.of("completed", "error", "exited", "exhausted", "crashed", "unsupported");

  private static final Set<String> ISOLATIONS = Set.of("process", "world", "none");

  private final SubjectDescription subject;
  private final Lines lines;
  private final Language language;
  private final List<Diagnosis> found = new ArrayList<>();

  SessionExamination(SubjectDescription subject, Lines lines, Language language) {
    this.subject = subject;
    this.lines = lines;
    this.language = language;
  }

  /** The mistakes, up to one that leaves nothing else to examine. */
  Examined examine() throws InterruptedException {
    try {
      examineAll();
      return new Examined(found, true);
    } catch (Fatal fatal) {
      found.add(fatal.diagnosis());
      return new Examined(found, false);
    }
  }

  private void examineAll() throws Fatal, InterruptedException {
    String isolation;
    Simplest simplest;
    try (Conversation talk = Conversation.open(subject, lines)) {
      Message.Greeting greeting = talk.greet();
      checkClaims(greeting);
      isolation = greeting.isolation().orElse("none");
      simplest = simplest(talk);
      if (!isolation.equals("none")) {
        moreValues(talk, simplest);
        error(talk);
        leak(talk, isolation);
        firstValue(talk, simplest);
        talk.bye();
      }
    }
    if (isolation.equals("none")) {
      afresh(talk -> moreValues(talk, simplest));
      afresh(this::error);
    }
    try (Conversation talk = Conversation.open(subject, lines)) {
      talk.greet();
      talk.hangUp();
    }
  }

  /** The subject file may only claim what exists; so may hello. */
  private void checkClaims(Message.Greeting greeting) throws Fatal {
    Set<String> rungs = language.rungs().stream().map(Rung::id).collect(Collectors.toSet());
    Set<String> features = language.features().keySet();
    List<String> unknown = new ArrayList<>();
    greeting.rungs().ifPresent(all -> unknown.addAll(without(all, rungs)));
    greeting.features().ifPresent(all -> unknown.addAll(without(all, features)));
    greeting.without().ifPresent(all -> unknown.addAll(without(all, features)));
    greeting
        .capabilities()
        .ifPresent(all -> unknown.addAll(without(all.keySet(), language.capabilities().keySet())));
    if (!unknown.isEmpty()) {
      throw new Fatal(Mistake.CLAIM_UNKNOWN, "hello claims " + String.join(", ", unknown));
    }
    String isolation = greeting.isolation().orElse("none");
    if (!ISOLATIONS.contains(isolation)) {
      throw new Fatal(Mistake.CLAIM_UNKNOWN, "hello claims the isolation " + isolation);
    }
  }

  private static List<String> without(Collection<String> all, Set<String> known) {
    return all.stream().filter(name -> !known.contains(name)).toList();
  }

  private interface Part {
    void examine(Conversation talk) throws Fatal, InterruptedException;
  }

  /** Without isolation each run gets a process of its own. */
  private void afresh(Part part) throws Fatal, InterruptedException {
    try (Conversation talk = Conversation.open(subject, lines)) {
      talk.greet();
      part.examine(talk);
      talk.bye();
    }
  }

  private static Simplest simplest(Conversation talk) throws Fatal, InterruptedException {
    Message.Result base = run(talk, Simplest.BASE.program(), Mistake.DIES_AT_START);
    Optional<Fatal> wrong = wrongValue(talk, base, Simplest.BASE.value());
    if (wrong.isEmpty()) {
      return Simplest.BASE;
    }
    if (base.status().equals("completed")) {
      throw wrong.get();
    }
    Message.Result arith = run(talk, Simplest.ARITH.program(), Mistake.DIES_AFTER_ERROR);
    if (wrongValue(talk, arith, Simplest.ARITH.value()).isPresent()) {
      throw wrong.get();
    }
    return Simplest.ARITH;
  }

  private static void firstValue(Conversation talk, Simplest simplest)
      throws Fatal, InterruptedException {
    Message.Result result = talk.run(simplest.program(), "", Mistake.DIES_AFTER_ERROR);
    Optional<Fatal> wrong = wrongValue(talk, result, simplest.value());
    if (wrong.isPresent()) {
      throw wrong.get();
    }
  }

  /** Runs a program that may be beyond the subject. */
  private static Message.Result run(Conversation talk, String program)
      throws Fatal, InterruptedException {
    return run(talk, program, Mistake.DIES_AFTER_ERROR);
  }

  private static Message.Result run(Conversation talk, String program, Mistake end)
      throws Fatal, InterruptedException {
    Message.Result result = talk.run(program, "", end);
    if (!STATUSES.contains(result.status())) {
      throw new Fatal(
          Mistake.UNKNOWN_STATUS, program + " has the status " + Escaped.text(result.status()));
    }
    return result;
  }

  private static Optional<Fatal> wrongValue(
      Conversation talk, Message.Result result, String expected) {
    String output = result.output().orElse("");
    if (!result.status().equals("completed")) {
      return fatal(
          Mistake.WRONG_VALUE,
          "expected the value %s, but the status is %s%s"
              .formatted(expected, result.status(), reason(result)));
    }
    List<String> values = result.values().orElse(List.of());
    if (values.isEmpty()) {
      if (output.contains(expected)) {
        return fatal(
            Mistake.VALUE_ON_WRONG_CHANNEL,
            "no value in `values`, but `output` is " + Escaped.text(output));
      }
      if (talk.errors().contains(expected)) {
        return fatal(
            Mistake.VALUE_ON_WRONG_CHANNEL, "no value in `values`" + Escaped.tail(talk.errors()));
      }
      return fatal(Mistake.NO_VALUE, "the result has status completed and no `values`");
    }
    return ValueCheck.mistake(values.getFirst(), expected)
        .flatMap(m -> fatal(m, ValueCheck.seen(values.getFirst(), expected)))
        .or(() -> extraOutput(output));
  }

  private static Optional<Fatal> extraOutput(String output) {
    return output.isEmpty()
        ? Optional.empty()
        : fatal(
            Mistake.STRAY_OUTPUT,
            "a program that writes nothing has the output " + Escaped.text(output));
  }

  private static Optional<Fatal> fatal(Mistake mistake, String seen) {
    return Optional.of(new Fatal(mistake, seen));
  }

  private static String reason(Message.Result result) {
    return result
        .message()
        .or(result::reason)
        .or(result::errorClass)
        .map(text -> ", which says " + Escaped.text(text))
        .orElse("");
  }

  private void moreValues(Conversation talk, Simplest simplest) throws Fatal, InterruptedException {
    Message.Result string = run(talk, ValueCheck.STRING);
    firstValueOf(string).flatMap(ValueCheck::writtenForm).ifPresent(found::add);
    String text =
        simplest == Simplest.BASE && string.status().equals("error")
            ? ValueCheck.LAMBDA_SYMBOL
            : ValueCheck.LAMBDA_STRING;
    firstValueOf(run(talk, text)).flatMap(v -> ValueCheck.encoding(text, v)).ifPresent(found::add);
    Message.Result output =
        talk.run(simplest.printing(), simplest.printed(), Mistake.DIES_AFTER_ERROR);
    if (output.status().equals("completed")
        && output.output().isPresent()
        && !output.output().get().equals(simplest.printed())) {
      found.add(
          new Diagnosis(
              Mistake.OUTPUT_LOST,
              "%s has the output %s"
                  .formatted(simplest.printing(), Escaped.text(output.output().get()))));
    }
  }

  private static Optional<String> firstValueOf(Message.Result result) {
    return result.status().equals("completed")
        ? result.values().filter(v -> !v.isEmpty()).map(List::getFirst)
        : Optional.empty();
  }

  private void leak(Conversation talk, String isolation) throws Fatal, InterruptedException {
    Message.Result defined = run(talk, "(define touchstone-leak 5)");
    if (!defined.status().equals("completed")) {
      return;
    }
    Message.Result used = run(talk, "touchstone-leak");
    if (firstValueOf(used).equals(Optional.of("5"))) {
      found.add(
          new Diagnosis(
              Mistake.STATE_LEAKS,
              "isolation is %s, but a run that only says touchstone-leak has the value 5 of the"
                      .formatted(isolation)
                  + " definition before it"));
    }
  }

  private void error(Conversation talk) throws Fatal, InterruptedException {
    Message.Result result = talk.run(Simplest.UNBOUND, "", Mistake.DIES_AFTER_ERROR);
    String what = "the program %s, a variable that is not bound,".formatted(Simplest.UNBOUND);
    switch (result.status()) {
      case "completed" ->
          found.add(
              new Diagnosis(
                  Mistake.COMPLETED_AFTER_ERROR,
                  what + " is completed, with the values " + result.values().orElse(List.of())));
      case "error" -> errorClass(what, result).ifPresent(found::add);
      case "exited", "exhausted", "crashed" ->
          found.add(
              new Diagnosis(
                  Mistake.ERROR_CLASS_UNKNOWN,
                  what + " has the status " + result.status() + reason(result)));
      default -> {}
    }
  }

  private Optional<Diagnosis> errorClass(String what, Message.Result result) {
    Optional<String> stated = result.errorClass();
    if (stated.isPresent()) {
      boolean known = Arrays.stream(ErrorClass.values()).anyMatch(c -> c.id().equals(stated.get()));
      return known
          ? Optional.empty()
          : Optional.of(
              new Diagnosis(
                  Mistake.ERROR_CLASS_UNKNOWN,
                  what + " has the class " + Escaped.text(stated.get()) + ", which is none"));
    }
    String message = result.message().orElse("");
    Optional<Outcome.Failed> matched = subject.errors().match(message);
    return matched.isPresent()
        ? Optional.empty()
        : Optional.of(
            new Diagnosis(
                Mistake.ERROR_CLASS_UNKNOWN,
                what
                    + " has no `class`, and no pattern of the subject file matches its message "
                    + Escaped.text(message)));
  }
}
