package dev.touchstone.conformance.doctor;

import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.conformance.subject.Subject;
import dev.touchstone.conformance.subject.SubjectDescription;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Examines a plain subject by asking it as the runner does: one that answers at a prompt, or whose
 * programs and values a dialect map translates.
 */
final class AskingExamination {
  private final SubjectDescription description;
  private final Subject subject;
  private final List<Diagnosis> found = new ArrayList<>();

  AskingExamination(SubjectDescription description, Subject subject) {
    this.description = description;
    this.subject = subject;
  }

  /** The mistakes, up to one that leaves nothing else to examine. */
  Examined examine() throws InterruptedException {
    try {
      if (description.mode() == SubjectDescription.Mode.REPL) {
        prompt();
      }
      Simplest simplest = simplest();
      firstValue(ValueCheck.STRING).flatMap(ValueCheck::writtenForm).ifPresent(found::add);
      String text = simplest == Simplest.BASE ? ValueCheck.LAMBDA_SYMBOL : ValueCheck.LAMBDA_STRING;
      firstValue(text).flatMap(v -> ValueCheck.encoding(text, v)).ifPresent(found::add);
      error();
      return new Examined(found, true);
    } catch (Fatal fatal) {
      found.add(fatal.diagnosis());
      return new Examined(found, false);
    }
  }

  private void prompt() throws Fatal, InterruptedException {
    try (Wire wire = Wire.open(description)) {
      if (wire.awaitEndOfText(description.prompt(), description.limits().time())) {
        return;
      }
      Wire.Reply reply = wire.readLine(Duration.ZERO);
      String prompt = "waited for the prompt " + Escaped.text(description.prompt()) + "; ";
      throw switch (reply) {
        case Wire.Reply.Gone(int code, Wire.Piece rest) ->
            new Fatal(
                wire.notStarted() ? Mistake.NOT_EXECUTABLE : Mistake.DIES_AT_START,
                prompt
                    + "ended with code "
                    + code
                    + " after "
                    + rest
                    + Escaped.tail(wire.errors()));
        case Wire.Reply.AfterEnd(Wire.Piece rest) when rest.text().endsWith(description.prompt()) ->
            new Fatal(
                Mistake.OUTPUT_NOT_FLUSHED, prompt + "after the end of the input came " + rest);
        case Wire.Reply.Silence() ->
            new Fatal(Mistake.NO_ANSWER, prompt + "not a byte came" + Escaped.tail(wire.errors()));
        case Wire.Reply.Line(Wire.Piece rest) ->
            new Fatal(Mistake.NO_PROMPT, prompt + "saw " + rest);
        case Wire.Reply.Partial(Wire.Piece rest) ->
            new Fatal(Mistake.NO_PROMPT, prompt + "saw " + rest);
        case Wire.Reply.AfterEnd(Wire.Piece rest) ->
            new Fatal(Mistake.NO_PROMPT, prompt + "saw " + rest);
      };
    } catch (IOException e) {
      throw new Fatal(Mistake.NOT_EXECUTABLE, "the system says: " + e.getMessage());
    }
  }

  private Simplest simplest() throws Fatal, InterruptedException {
    Optional<Diagnosis> base = mistake(Simplest.BASE);
    if (base.isEmpty()) {
      return Simplest.BASE;
    }
    if (mistake(Simplest.ARITH).isEmpty()) {
      return Simplest.ARITH;
    }
    throw new Fatal(base.get().mistake(), base.get().seen());
  }

  private Optional<Diagnosis> mistake(Simplest simplest) throws InterruptedException {
    Outcome outcome = subject.run(Programs.job(simplest.program())).outcome();
    if (!(outcome instanceof Outcome.Completed(List<String> values, boolean has))) {
      Mistake mistake =
          outcome instanceof Outcome.TimedOut ? Mistake.NO_ANSWER : Mistake.WRONG_VALUE;
      return Optional.of(
          new Diagnosis(mistake, "after " + simplest.program() + " the runner saw " + outcome));
    }
    if (values.isEmpty() || !has) {
      return Optional.of(new Diagnosis(Mistake.NO_VALUE, simplest.program() + " has no value"));
    }
    return ValueCheck.mistake(values.getFirst(), simplest.value())
        .map(m -> new Diagnosis(m, ValueCheck.seen(values.getFirst(), simplest.value())));
  }

  private Optional<String> firstValue(String program) throws InterruptedException {
    return subject.run(Programs.job(program)).outcome()
                instanceof Outcome.Completed(List<String> values, boolean has)
            && has
        ? values.stream().findFirst()
        : Optional.empty();
  }

  private void error() throws InterruptedException {
    Outcome outcome = subject.run(Programs.job(Simplest.UNBOUND)).outcome();
    if (outcome instanceof Outcome.Completed || outcome instanceof Outcome.Crashed) {
      found.add(
          new Diagnosis(
              Mistake.ERROR_CLASS_UNKNOWN,
              "after %s, a variable that is not bound, the runner saw %s"
                  .formatted(Simplest.UNBOUND, outcome)));
    }
  }
}
