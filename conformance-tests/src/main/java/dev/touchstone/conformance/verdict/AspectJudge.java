package dev.touchstone.conformance.verdict;

import dev.touchstone.conformance.corpus.Aspect;
import dev.touchstone.conformance.subject.Observation;
import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.vm.source.Phase;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Compares one aspect with one run. Growth claims need several runs and are left to {@link
 * SpaceJudge}.
 *
 * @param reports the aspects that the subject can show, by kind
 */
record AspectJudge(Set<String> reports) {
  private static final String NOT_REPORTED = "not reported";

  List<Check> check(Aspect aspect, Observation seen) {
    return switch (aspect) {
      case Aspect.ValueIs(String datum) ->
          List.of(value("value", "value", seen, v -> DatumComparison.same(datum, v)));
      case Aspect.Near(String datum, long ulps) ->
          List.of(value("near", "value", seen, v -> DatumComparison.near(datum, v, ulps)));
      case Aspect.OpaqueIs(Aspect.OpaqueKind type) ->
          List.of(value("opaque", "opaque", seen, ("#<" + type.id() + ">")::equals));
      case Aspect.ValuesAre(List<String> data) -> List.of(values(data, seen));
      case Aspect.UnspecifiedValue u ->
          List.of(
              Check.of(
                  "unspecified",
                  seen.outcome() instanceof Outcome.Completed,
                  ActualText.end(seen.outcome())));
      case Aspect.OutputIs(String text) -> List.of(output("output", seen, text::equals));
      case Aspect.OutputLines(List<String> lines) ->
          List.of(output("output-lines", seen, text -> linesOf(text).equals(lines)));
      case Aspect.ErrorIs error -> error(error, seen.outcome());
      case Aspect.ExitIs(int code) ->
          List.of(
              Check.of(
                  "exit",
                  seen.outcome().equals(new Outcome.Exited(code)),
                  ActualText.end(seen.outcome())));
      case Aspect.ExhaustedIs(String limit) -> List.of(exhausted(limit, seen.outcome()));
      case Aspect.Events events -> List.of(TraceJudge.events(events, seen));
      case Aspect.Steps steps -> List.of(TraceJudge.steps(steps, seen));
      case Aspect.Eventually e -> List.of(Check.unchecked("eventually", NOT_REPORTED));
      case Aspect.Space s -> List.of();
    };
  }

  /** The lines of a text, whatever ends them; a text that ends in a line end has no last line. */
  static List<String> linesOf(String text) {
    return text.lines().toList();
  }

  private Check value(String part, String report, Observation seen, Predicate<String> matches) {
    if (!(seen.outcome() instanceof Outcome.Completed completed)) {
      return Check.broken(part, ActualText.end(seen.outcome()));
    }
    if (!reports.contains(report)) {
      return Check.unchecked(part, NOT_REPORTED);
    }
    boolean holds = completed.values().size() == 1 && matches.test(completed.values().getFirst());
    return Check.of(part, holds, "got " + ActualText.values(completed));
  }

  private Check values(List<String> data, Observation seen) {
    if (!(seen.outcome() instanceof Outcome.Completed completed)) {
      return Check.broken("values", ActualText.end(seen.outcome()));
    }
    if (!reports.contains("values")) {
      return Check.unchecked("values", NOT_REPORTED);
    }
    boolean same = completed.hasValue() && data.size() == completed.values().size();
    for (int i = 0; same && i < data.size(); i++) {
      same = DatumComparison.same(data.get(i), completed.values().get(i));
    }
    return Check.of("values", same, "got " + ActualText.values(completed));
  }

  private Check output(String part, Observation seen, Predicate<String> matches) {
    if (seen.output().isEmpty() || !reports.contains("output")) {
      return Check.unchecked(part, NOT_REPORTED);
    }
    return Check.of(part, matches.test(seen.output().get()), "the output differs");
  }

  private static List<Check> error(Aspect.ErrorIs expected, Outcome outcome) {
    if (!(outcome instanceof Outcome.Failed failed)) {
      return List.of(Check.broken("error", ActualText.end(outcome)));
    }
    Check byClass =
        Check.of(
            "error",
            expected.classes().contains(failed.errorClass()),
            "the class is " + failed.errorClass().id());
    if (expected.phases().isEmpty()) {
      return List.of(byClass);
    }
    return List.of(byClass, phase(expected.phases(), failed));
  }

  private static Check phase(Set<Phase> expected, Outcome.Failed failed) {
    if (failed.phase().isEmpty()) {
      return Check.unchecked("error.phase", NOT_REPORTED);
    }
    Phase phase = failed.phase().get();
    return Check.of("error.phase", expected.contains(phase), "the phase is " + phase.id());
  }

  private static Check exhausted(String limit, Outcome outcome) {
    boolean holds =
        switch (outcome) {
          case Outcome.Exhausted(String reached) -> reached.equals(limit);
          case Outcome.TimedOut t -> limit.equals("time");
          default -> false;
        };
    return Check.of("exhausted", holds, ActualText.end(outcome));
  }
}
