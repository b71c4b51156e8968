package dev.touchstone.conformance.doctor;

import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.conformance.subject.RawRun;
import dev.touchstone.conformance.subject.SubjectDescription;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Examines a plain subject that runs files: modes {@code markers} and {@code last-line}. */
final class PlainExamination {
  private final SubjectDescription subject;
  private final List<Diagnosis> found = new ArrayList<>();

  PlainExamination(SubjectDescription subject) {
    this.subject = subject;
  }

  /** The mistakes, up to one that leaves nothing else to examine. */
  Examined examine() throws InterruptedException {
    try {
      Simplest simplest = simplest();
      values(simplest);
      error();
      return new Examined(found, true);
    } catch (Fatal fatal) {
      found.add(fatal.diagnosis());
      return new Examined(found, false);
    }
  }

  private Simplest simplest() throws Fatal, InterruptedException {
    Optional<Diagnosis> base = valueOf(Simplest.BASE);
    if (base.isEmpty()) {
      return Simplest.BASE;
    }
    if (valueOf(Simplest.ARITH).isEmpty()) {
      return Simplest.ARITH;
    }
    throw new Fatal(base.get().mistake(), base.get().seen());
  }

  private Optional<Diagnosis> valueOf(Simplest simplest) throws Fatal, InterruptedException {
    return new PlainReading(run(simplest.program()), simplest).mistake();
  }

  private void values(Simplest simplest) throws Fatal, InterruptedException {
    Optional<String> string = firstValue(run(ValueCheck.STRING));
    string.flatMap(ValueCheck::writtenForm).ifPresent(found::add);
    boolean symbol = simplest == Simplest.BASE && string.isEmpty();
    String text = symbol ? ValueCheck.LAMBDA_SYMBOL : ValueCheck.LAMBDA_STRING;
    RawRun lambda = run(text);
    if (lambda.outcome() instanceof Outcome.ProtocolError(String what)) {
      throw new Fatal(Mistake.WRONG_ENCODING, what + ": " + Escaped.bytes(lambda.output().head()));
    }
    firstValue(lambda).flatMap(v -> ValueCheck.encoding(text, v)).ifPresent(found::add);
  }

  private static Optional<String> firstValue(RawRun run) {
    return run.outcome() instanceof Outcome.Completed(List<String> values, boolean has)
            && has
            && !values.isEmpty()
            && run.exitCode().orElse(1) == 0
        ? Optional.of(values.getFirst())
        : Optional.empty();
  }

  private void error() throws Fatal, InterruptedException {
    RawRun run = run(Simplest.UNBOUND);
    boolean zero = run.exitCode().orElse(1) == 0;
    String seen =
        "the program %s, a variable that is not bound, ended with %s, standard output %s%s"
            .formatted(
                Simplest.UNBOUND,
                run.exitCode().isPresent() ? "exit code " + run.exitCode().getAsInt() : "no end",
                Escaped.bytes(run.output().head()),
                Escaped.tail(run.errors()));
    switch (run.outcome()) {
      case Outcome.Failed f -> {}
      case Outcome.Completed c -> found.add(new Diagnosis(Mistake.EXIT_0_AFTER_ERROR, seen));
      case Outcome.Exited _, Outcome.Crashed _, Outcome.ProtocolError _ ->
          found.add(
              new Diagnosis(zero ? Mistake.EXIT_0_AFTER_ERROR : Mistake.ERROR_CLASS_UNKNOWN, seen));
      case Outcome.TimedOut _, Outcome.Exhausted _ ->
          found.add(new Diagnosis(Mistake.DOES_NOT_END, seen));
      case Outcome.Unsupported _, Outcome.NotRun _ -> {}
    }
  }

  private RawRun run(String program) throws Fatal, InterruptedException {
    Mark mark = Mark.fresh();
    RawRun run;
    try {
      run = RawRun.of(subject, program, mark.in(Map.of()), mark::survivors);
    } catch (IOException e) {
      throw new Fatal(Mistake.NOT_EXECUTABLE, "the system says: " + e.getMessage());
    }
    if (run.notStarted().isPresent()) {
      throw new Fatal(Mistake.NOT_EXECUTABLE, "the system says: " + run.notStarted().get());
    }
    if (run.endedItself() && !run.left().isEmpty()) {
      throw new Fatal(
          Mistake.CHILD_LEFT_BEHIND,
          "after %s, still running: %s".formatted(program, Processes.named(run.left())));
    }
    return run;
  }
}
