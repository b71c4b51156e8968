package dev.touchstone.conformance.verdict;

import dev.touchstone.conformance.corpus.Aspect;
import dev.touchstone.conformance.subject.Observation;
import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.vm.source.Phase;
import dev.touchstone.vm.trace.TraceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was seen of a run, in the shape of {@link ExpectedText}, so that a diff shows little. */
final class ActualText {
  private static final int MOST_RECORDS = 200;

  private ActualText() {}

  /**
   * The end of the run, and its output where the case expects some.
   *
   * @param aspects what is expected, in order; the same order is kept
   */
  static String of(List<Aspect> aspects, Observation seen) {
    List<String> lines = new ArrayList<>();
    boolean endShown = false;
    for (Aspect aspect : aspects) {
      switch (aspect) {
        case Aspect.OutputIs o ->
            seen.output().ifPresent(t -> lines.add(TextBlock.of("output", t)));
        case Aspect.OutputLines o ->
            seen.output()
                .ifPresent(
                    t ->
                        lines.add(
                            TextBlock.ofLines("output", AspectJudge.linesOf(TextBlock.cut(t)))));
        case Aspect.Space s -> {}
        case Aspect.Events(String mode, List<String> expected) ->
            trace(seen)
                .ifPresent(
                    all ->
                        lines.add(
                            TextBlock.ofLines(
                                "events (" + mode + ")", some(TraceJudge.ofKinds(expected, all)))));
        case Aspect.Steps s ->
            trace(seen).ifPresent(all -> lines.add(TextBlock.ofLines("steps", some(all))));
        case Aspect.UnspecifiedValue u when seen.outcome() instanceof Outcome.Completed -> {
          lines.add("completion: yes");
          endShown = true;
        }
        default -> {
          if (!endShown) {
            lines.add(end(seen.outcome()));
            endShown = true;
          }
        }
      }
    }
    if (!endShown && !(seen.outcome() instanceof Outcome.Completed)) {
      lines.add(end(seen.outcome()));
    }
    return String.join("\n", lines);
  }

  private static Optional<List<String>> trace(Observation seen) {
    return seen.trace().map(trace -> trace.records().stream().map(TraceRecord::text).toList());
  }

  private static List<String> some(List<String> lines) {
    return lines.size() <= MOST_RECORDS
        ? lines
        : Stream.concat(
                lines.stream().limit(MOST_RECORDS),
                Stream.of("... (%d more)".formatted(lines.size() - MOST_RECORDS)))
            .toList();
  }

  /** How a run ended, in one line. */
  static String end(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Completed completed -> values(completed);
      case Outcome.Failed failed ->
          "error: "
              + failed.errorClass().id()
              + failed.phase().map(Phase::id).map(p -> " in " + p).orElse("");
      case Outcome.Exited(int code) -> "exit: " + code;
      case Outcome.Exhausted(String limit) -> "exhausted: " + limit;
      case Outcome.Crashed(String what) -> "crash: " + what;
      case Outcome.TimedOut(long milliseconds) -> "timeout: after " + milliseconds + " ms";
      case Outcome.ProtocolError(String what) -> "protocol error: " + what;
      case Outcome.Unsupported(String why) -> "unsupported: " + why;
      case Outcome.NotRun(String why) -> "not run: " + why;
    };
  }

  /** The values of a completed run, in one line. */
  static String values(Outcome.Completed completed) {
    return completed.hasValue()
        ? TextBlock.cut(ExpectedText.valuesLine(completed.values()))
        : "completion without a value";
  }
}
