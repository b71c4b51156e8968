package dev.touchstone.conformance.engine.execution;

import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.corpus.Vary;
import dev.touchstone.conformance.subject.Job;
import dev.touchstone.conformance.subject.Observation;
import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.conformance.subject.Subject;
import dev.touchstone.conformance.subject.SubjectProfile;
import dev.touchstone.conformance.verdict.Judge;
import dev.touchstone.conformance.verdict.Judgement;
import dev.touchstone.conformance.verdict.Trial;
import dev.touchstone.conformance.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** One open subject on which cases are tried. Thread-safe. */
public final class Bench implements AutoCloseable {
  /** Characters that are kept of a text which a subject wrote; no report shows more. */
  private static final int LONGEST_TEXT = 9_900;

  private final Subject subject;
  private final Map<String, FutureTask<Observation>> controls = new ConcurrentHashMap<>();

  /** A bench for that subject, which it closes at its end. */
  public Bench(Subject subject) {
    this.subject = subject;
  }

  SubjectProfile profile() {
    return subject.profile();
  }

  /**
   * Runs a case once for each value of {@code vary} and judges it. One that does not pass where
   * other cases ran before is tried again where none did, and that is what counts: so no case can
   * make another fail.
   */
  public CaseResult run(TestCase testCase) throws InterruptedException {
    return run(testCase, profile());
  }

  /** The same for a subject of which something else is known than it says itself. */
  public CaseResult run(TestCase testCase, SubjectProfile profile) throws InterruptedException {
    Optional<String> inapplicable = Judge.inapplicable(testCase, profile);
    if (inapplicable.isPresent()) {
      return CaseResult.without(testCase, Verdict.UNSUPPORTED, inapplicable.get());
    }
    CaseResult result = run(testCase, profile, subject::run);
    boolean shared = result.trials().stream().anyMatch(trial -> !trial.observation().alone());
    return shared && result.judgement().verdict() != Verdict.PASS
        ? run(testCase, profile, subject::runAlone)
        : result;
  }

  /** A way to run a job. */
  private interface Runner {
    Observation run(Job job) throws InterruptedException;
  }

  private CaseResult run(TestCase testCase, SubjectProfile profile, Runner runner)
      throws InterruptedException {
    Set<String> claimed = Claims.counters(testCase.expect());
    boolean space = !claimed.isEmpty();
    List<Trial> trials = new ArrayList<>();
    for (Vary.Variant variant : Vary.variants(testCase)) {
      Map<String, String> bindings =
          space && !trials.isEmpty()
              ? Sizes.next(variant.bindings(), trials.getFirst(), claimed)
              : variant.bindings();
      Job job = Job.of(testCase, Vary.variant(testCase, bindings).program());
      trials.add(new Trial(bindings, runner.run(job.measuringMemory(space))));
    }
    List<Trial> controls =
        space && trials.stream().allMatch(Bench::uncounted) ? controls(trials) : List.of();
    Judgement judgement = Judge.judge(testCase, profile, trials, controls);
    return new CaseResult(testCase, judgement, kept(trials));
  }

  /** After judging, what the report shows is enough: a run keeps the results of all its cases. */
  private static List<Trial> kept(List<Trial> trials) {
    return trials.stream()
        .map(trial -> new Trial(trial.bindings(), trial.observation().cut(LONGEST_TEXT)))
        .toList();
  }

  /** Whether a run ended as a space claim needs it, and only its memory can tell of it. */
  private static boolean uncounted(Trial trial) {
    Observation seen = trial.observation();
    return seen.outcome() instanceof Outcome.Completed
        && seen.counters().isEmpty()
        && seen.peakMemory().isPresent();
  }

  /** A control for each trial; none if a value of {@code vary} is no count. */
  private List<Trial> controls(List<Trial> trials) throws InterruptedException {
    List<Trial> controls = new ArrayList<>();
    for (Trial trial : trials) {
      String value = trial.bindings().values().stream().findFirst().orElse("");
      if (!value.matches("[0-9]+")) {
        return List.of();
      }
      controls.add(new Trial(trial.bindings(), controlled(value)));
    }
    return controls;
  }

  /** Run alone: what others left free in a process would hide what the control needs. */
  private Observation controlled(String value) throws InterruptedException {
    FutureTask<Observation> task =
        controls.computeIfAbsent(value, n -> new FutureTask<>(() -> subject.runAlone(control(n))));
    task.run();
    try {
      return task.get();
    } catch (ExecutionException failure) {
      throw new IllegalStateException("The control program could not be run", failure.getCause());
    }
  }

  /** Recursion that is not in tail position: what it needs grows with N on every machine. */
  private static Job control(String count) {
    String program =
        """
        (define (touchstone-control n) (if (= n 0) 0 (+ 1 (touchstone-control (- n 1)))))
        (touchstone-control %s)
        """
            .formatted(count);
    return Job.of("touchstone-control", program).measuringMemory(true);
  }

  @Override
  public void close() {
    subject.close();
  }
}
