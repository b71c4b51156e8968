package dev.touchstone.conformance.doctor;

import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.conformance.subject.RawRun;
import java.util.List;
import java.util.Optional;

/** What is wrong with a run of the simplest program on a plain subject. Pure. */
record PlainReading(RawRun run, Simplest simplest) {
  /** The first thing that is wrong. */
  Optional<Diagnosis> mistake() {
    if (run.outcome() instanceof Outcome.ProtocolError(String what) && what.contains("UTF-8")) {
      return found(Mistake.WRONG_ENCODING, what + ": " + stdout());
    }
    if (run.timedOut()) {
      boolean answered = run.output().total() > 0 && run.marks().isEmpty();
      return found(
          answered ? Mistake.DOES_NOT_END : Mistake.NO_ANSWER,
          "its time was over; standard output " + stdout() + Escaped.tail(run.errors()));
    }
    return run.marks().map(this::marks).orElseGet(this::lastLine);
  }

  private Optional<Diagnosis> marks(RawRun.Marks marks) {
    if (!marks.started()) {
      return notStarted();
    }
    if (!marks.ended()) {
      return notEnded(marks);
    }
    if (!run.endedItself()) {
      return found(
          Mistake.DOES_NOT_END, "all came, but a second after the end marker it still runs");
    }
    List<String> values = marks.values().orElse(List.of());
    if (values.isEmpty()) {
      return noValue(marks.output());
    }
    Optional<Mistake> wrong = ValueCheck.mistake(values.getFirst(), simplest.value());
    if (wrong.isPresent()) {
      return found(wrong.get(), ValueCheck.seen(values.getFirst(), simplest.value()));
    }
    return marks.output().isEmpty()
        ? Optional.empty()
        : found(
            isPrompt(marks.output()) ? Mistake.PROMPT_IN_ANSWER : Mistake.STRAY_OUTPUT,
            "a program that writes nothing wrote " + Escaped.text(marks.output()));
  }

  private static boolean isPrompt(String output) {
    return output.strip().matches("\\S{0,16}[>:%$#?]");
  }

  private Optional<Diagnosis> notStarted() {
    if (run.errors().contains(run.nonce() + "S")) {
      return found(Mistake.VALUE_ON_WRONG_CHANNEL, "the markers came, but on the error stream");
    }
    boolean failed = run.exitCode().orElse(0) != 0;
    return found(failed ? Mistake.DIES_AT_START : Mistake.NO_START_MARKER, ending());
  }

  private Optional<Diagnosis> notEnded(RawRun.Marks marks) {
    if (run.errors().contains(run.nonce() + "V")) {
      return found(
          Mistake.VALUE_ON_WRONG_CHANNEL, "the value's marker came on the error stream" + ending());
    }
    boolean failed = run.exitCode().orElse(0) != 0;
    return found(
        failed && !marks.valueBegun() ? Mistake.NO_VALUE : Mistake.NO_END_MARKER, ending());
  }

  private Optional<Diagnosis> noValue(String output) {
    boolean elsewhere =
        output.contains(simplest.value()) || run.errors().contains(simplest.value());
    return found(elsewhere ? Mistake.VALUE_ON_WRONG_CHANNEL : Mistake.NO_VALUE, ending());
  }

  private Optional<Diagnosis> lastLine() {
    List<String> lines =
        run.output().text().lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (run.exitCode().orElse(1) != 0) {
      return found(lines.isEmpty() ? Mistake.DIES_AT_START : Mistake.WRONG_VALUE, ending());
    }
    if (lines.isEmpty()) {
      return noValue("");
    }
    Optional<Mistake> wrong = ValueCheck.mistake(lines.getLast(), simplest.value());
    if (wrong.isEmpty()) {
      return Optional.empty();
    }
    boolean earlier = lines.contains(simplest.value());
    return found(
        earlier ? Mistake.STRAY_OUTPUT : wrong.get(),
        ValueCheck.seen(lines.getLast(), simplest.value()) + "; standard output " + stdout());
  }

  private String ending() {
    String code = run.exitCode().isPresent() ? "exit code " + run.exitCode().getAsInt() : "no end";
    return code + ", standard output " + stdout() + Escaped.tail(run.errors());
  }

  private String stdout() {
    return Escaped.bytes(run.output().head());
  }

  private static Optional<Diagnosis> found(Mistake mistake, String seen) {
    return Optional.of(new Diagnosis(mistake, seen));
  }
}
