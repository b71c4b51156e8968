package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.subject.process.Bytes;
import dev.touchstone.conformance.subject.process.Ending;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Says what a process that has ended tells of its program. Pure.
 *
 * @param errors how the subject words errors
 * @param silentExit whether an end with nothing on the error stream is the program's own
 * @param outputLimit how many bytes the program may write
 */
record OutcomeReader(ErrorPatterns errors, boolean silentExit, long outputLimit) {

  /** An outcome and the program's output, as far as it is known. */
  record Reading(Outcome outcome, Optional<String> output) {}

  /**
   * Reads a run with markers.
   *
   * @param preambleWorks whether the subject takes its preamble before an empty program; asked only
   *     where an error came before the start marker
   */
  Reading markers(Seen seen, String nonce, boolean hasValue, Check preambleWorks)
      throws InterruptedException {
    MarkerParser parsed = MarkerParser.parse(seen.output().head(), nonce);
    Optional<String> output = parsed.started() ? Optional.of(parsed.output()) : Optional.empty();
    if (parsed.outputBytes() > outputLimit) {
      return new Reading(new Outcome.Exhausted("output"), output);
    }
    boolean ended = parsed.ended();
    Optional<Outcome> stopped = stopped(seen, ended);
    if (stopped.isPresent()) {
      return new Reading(stopped.get(), output);
    }
    Outcome outcome;
    if (ended) {
      boolean written = hasValue && parsed.values().isPresent();
      outcome = new Outcome.Completed(parsed.values().orElse(List.of()), written);
    } else if (parsed.started()) {
      outcome = unfinished(seen, parsed.output(), "without its end marker");
    } else {
      outcome = notStarted(seen, preambleWorks);
    }
    return new Reading(outcome, output);
  }

  /** A question that takes a run to answer. */
  @FunctionalInterface
  interface Check {
    boolean holds() throws InterruptedException;
  }

  /** Reads a run whose value is the last line that it wrote. */
  Reading lastLine(Seen seen, boolean hasValue) {
    Optional<Outcome> stopped = stopped(seen, false);
    if (stopped.isPresent()) {
      return new Reading(stopped.get(), Optional.empty());
    }
    String text = seen.output().text();
    Optional<Outcome.Failed> failed = errors.match(text, seen.errors());
    if (failed.isPresent()) {
      return new Reading(failed.get(), Optional.empty());
    }
    if (seen.exitCode().orElse(1) != 0) {
      return new Reading(unfinished(seen, text, "with a failure"), Optional.empty());
    }
    List<String> lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (hasValue && lines.isEmpty()) {
      String what = "no line to take the value from (" + seen.exitText() + ")";
      return new Reading(new Outcome.ProtocolError(what), Optional.empty());
    }
    List<String> values = hasValue ? List.of(lines.getLast()) : List.of();
    return new Reading(new Outcome.Completed(values, hasValue), Optional.empty());
  }

  /** What holds in every mode, before anything that the process wrote is understood. */
  Optional<Outcome> stopped(Seen seen, boolean ended) {
    if (seen.notStarted().isPresent()) {
      return Optional.of(new Outcome.NotRun("cannot be started: " + seen.notStarted().get()));
    }
    return switch (seen.ending()) {
      case Ending.OverOutput o -> Optional.of(new Outcome.Exhausted("output"));
      case Ending.OverMemory m -> Optional.of(new Outcome.Exhausted("memory"));
      case Ending.OverTime(long time) when !ended -> Optional.of(new Outcome.TimedOut(time));
      case Ending.OverTime t -> invalid(seen.output().head());
      case Ending.Exit e -> invalid(seen.output().head());
      case Ending.Finished f -> invalid(seen.output().head());
    };
  }

  private static Optional<Outcome> invalid(byte[] output) {
    OptionalInt offset = Bytes.firstInvalid(output);
    if (offset.isEmpty()) {
      return Optional.empty();
    }
    int at = offset.getAsInt();
    String what =
        "byte 0x%02X at offset %d of its standard output is no UTF-8".formatted(output[at], at);
    return Optional.of(new Outcome.ProtocolError(what));
  }

  /** The program began and did not come to its end. */
  Outcome unfinished(Seen seen, String output, String how) {
    Optional<Outcome.Failed> failed = errors.match(output, seen.errors());
    if (failed.isPresent() && !seen.killedBySignal()) {
      return failed.get();
    }
    if (silentExit && seen.errors().isBlank() && !seen.killedBySignal()) {
      return new Outcome.Exited(seen.exitCode().orElse(0));
    }
    return new Outcome.Crashed("ended " + how + ", " + seen.exitText());
  }

  /**
   * Not even the start marker came. An error then is the program's only if the same preamble works
   * before an empty program: an implementation may read or compile a whole file before it runs any
   * of it.
   */
  private Outcome notStarted(Seen seen, Check preambleWorks) throws InterruptedException {
    Optional<Outcome.Failed> failed = errors.match(seen.output().text(), seen.errors());
    if (failed.isPresent() && !seen.killedBySignal() && preambleWorks.holds()) {
      return failed.get();
    }
    String what = "ended before its start marker, " + seen.exitText();
    return seen.exitCode().orElse(0) == 0 && seen.output().total() > 0
        ? new Outcome.ProtocolError("wrote what is no protocol: " + what)
        : new Outcome.Crashed(what);
  }
}
