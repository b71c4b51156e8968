package dev.touchstone.conformance.engine.execution;

import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.subject.Observation;
import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.conformance.verdict.Judgement;
import dev.touchstone.conformance.verdict.Trial;
import dev.touchstone.conformance.verdict.Verdict;
import dev.touchstone.reports.model.CaseReport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The result of one case on one subject.
 *
 * @param trials its runs; none if it was not run
 * @param cause what went wrong in the runner itself or at the start of the subject
 * @param report what the reports say of it, once that is known; where an interrupted run kept it,
 *     there are no trials
 */
public record CaseResult(
    TestCase testCase,
    Judgement judgement,
    List<Trial> trials,
    Optional<Throwable> cause,
    Optional<CaseReport> report) {
  /** Copies the list. */
  public CaseResult {
    trials = List.copyOf(trials);
  }

  /** A case that was run. */
  CaseResult(TestCase testCase, Judgement judgement, List<Trial> trials) {
    this(testCase, judgement, trials, Optional.empty(), Optional.empty());
  }

  /** A case that an interrupted run has run. */
  static CaseResult kept(TestCase testCase, CaseReport kept) {
    Verdict verdict =
        Stream.of(Verdict.values())
            .filter(each -> each.id().equals(kept.verdict()))
            .findFirst()
            .orElseThrow();
    Judgement judgement =
        new Judgement(
            verdict,
            kept.reason(),
            kept.expected(),
            kept.actual(),
            kept.checked(),
            kept.unchecked(),
            kept.differs());
    return new CaseResult(testCase, judgement, List.of(), Optional.empty(), Optional.of(kept));
  }

  /** A case that was not run for that reason. */
  static CaseResult without(TestCase testCase, Verdict verdict, String reason) {
    return new CaseResult(testCase, judgement(verdict, reason), List.of());
  }

  /** A case that could not be run because of that failure. */
  static CaseResult broken(TestCase testCase, String reason, Throwable cause) {
    return new CaseResult(
        testCase,
        judgement(Verdict.NOT_RUN, reason),
        List.of(),
        Optional.of(cause),
        Optional.empty());
  }

  /** The same, with what the reports say of it. */
  CaseResult withReport(CaseReport known) {
    return new CaseResult(testCase, judgement, trials, cause, Optional.of(known));
  }

  /** Whether the verdict is one of the two that fail nothing. */
  public boolean acceptable() {
    return judgement.verdict() == Verdict.PASS || judgement.verdict() == Verdict.UNSUPPORTED;
  }

  /** The run to show: the first that did not run to its end, else the last. */
  public Optional<Trial> telling() {
    return trials.stream()
        .filter(trial -> !completed(trial.observation()))
        .findFirst()
        .or(() -> trials.isEmpty() ? Optional.empty() : Optional.of(trials.getLast()));
  }

  private static boolean completed(Observation observation) {
    return observation.outcome() instanceof Outcome.Completed;
  }

  private static Judgement judgement(Verdict verdict, String reason) {
    return new Judgement(verdict, reason, "", "", List.of(), List.of(), List.of());
  }
}
