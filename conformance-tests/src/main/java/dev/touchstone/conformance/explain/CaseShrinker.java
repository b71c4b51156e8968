package dev.touchstone.conformance.explain;

import dev.touchstone.conformance.corpus.CaseLimits;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.corpus.Vary;
import dev.touchstone.conformance.corpus.lint.FeatureScan;
import dev.touchstone.conformance.explain.shrink.Budget;
import dev.touchstone.conformance.explain.shrink.Divergence;
import dev.touchstone.conformance.explain.shrink.Oracle;
import dev.touchstone.conformance.explain.shrink.Shrinker;
import dev.touchstone.conformance.explain.shrink.Shrunk;
import dev.touchstone.conformance.explain.shrink.Tree;
import dev.touchstone.conformance.explain.shrink.TreeText;
import dev.touchstone.conformance.subject.Job;
import dev.touchstone.conformance.subject.Observation;
import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.conformance.subject.Subject;
import dev.touchstone.conformance.verdict.Trial;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.source.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Shrinks the program of a case on which a subject does something else than the reference. */
final class CaseShrinker {
  /** The reference may take so many times the steps of the whole program for a part of it. */
  private static final int STEPS_FACTOR = 4;

  private static final long FEWEST_STEPS = 100_000;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final int START_FACTOR = 5;

  private final TestCase testCase;
  private final Map<String, String> featureOf;
  private final Subject reference;
  private final Subject subject;

  CaseShrinker(TestCase testCase, Language language, Subject reference, Subject subject) {
    this.testCase = testCase;
    this.featureOf = language.featuresOfIdentifiers();
    this.reference = reference;
    this.subject = subject;
  }

  /** What came of it. */
  sealed interface Result {
    /**
     * A smaller program, or the same if nothing could be taken away.
     *
     * @param nodes of the program that the case runs
     * @param alone whether it shows the difference also where nothing else ran before
     */
    record Smaller(Shrunk shrunk, int nodes, boolean alone) implements Result {}

    /** There is nothing to shrink, and a sentence says why. */
    record Nothing(String why) implements Result {}
  }

  /** Shrinks the first run in which the two differ. */
  Result shrink(List<Trial> trials, Budget budget, Shrinker.Listener listener)
      throws InterruptedException {
    for (Trial trial : trials) {
      Program run = Vary.variant(testCase, trial.bindings()).program();
      if (!(run instanceof Program.Scheme program)) {
        return new Result.Nothing("The case is about instructions; only Scheme can be shrunk.");
      }
      Observation wanted = reference.run(job(program.main(), program.files(), testCase.limits()));
      Observation seen = trial.observation();
      if (Divergence.between(wanted, seen, subject.profile().reports()).isPresent()) {
        return shrink(program, wanted, seen, budget, listener);
      }
    }
    return new Result.Nothing(
        "Value, error and output are those of the reference VM, so there is no program to shrink.");
  }

  private Result shrink(
      Program.Scheme program,
      Observation wanted,
      Observation seen,
      Budget budget,
      Shrinker.Listener listener)
      throws InterruptedException {
    Optional<Tree> tree = TreeText.read(program.main());
    if (tree.isEmpty()) {
      return new Result.Nothing(
          "The program is no sequence of data, or nested too deep, so it cannot be shrunk.");
    }
    CaseLimits small = small(wanted);
    CaseLimits quick = quick(seen);
    Oracle oracle =
        new Oracle(
            text -> reference.run(job(text, program.files(), small)),
            text -> subject.run(job(text, program.files(), quick)),
            subject.profile().reports(),
            this::isAllowed);
    Optional<Shrunk> shrunk = Shrinker.shrink(tree.get(), oracle, literals(), budget, listener);
    if (shrunk.isEmpty()) {
      return new Result.Nothing(
          "Written anew from its data the program shows no difference: the case is about the text"
              + " itself, or the difference does not show every time.");
    }
    String smallest = TreeText.flat(shrunk.get().program());
    Observation alone = subject.runAlone(job(smallest, program.files(), quick));
    boolean confirmed =
        Divergence.between(shrunk.get().seen().reference(), alone, subject.profile().reports())
            .isPresent();
    return new Result.Smaller(shrunk.get(), tree.get().nodes(), confirmed);
  }

  private Job job(String text, Map<String, String> files, CaseLimits limits) {
    return Job.of(testCase, new Program.Scheme(text, files)).within(limits);
  }

  /** For the reference: parts of a program that go on for ever are found out soon. */
  private CaseLimits small(Observation whole) {
    long steps = whole.counters().getOrDefault("steps", 0L) * STEPS_FACTOR;
    return new CaseLimits(
        testCase.limits().time(),
        OptionalLong.of(Math.max(FEWEST_STEPS, steps)),
        testCase.limits().output());
  }

  /** For the subject: what takes long is given up soon, but not before it has had time to start. */
  private CaseLimits quick(Observation whole) throws InterruptedException {
    Duration usual =
        whole.outcome() instanceof Outcome.TimedOut
            ? Duration.ofMillis(subject.run(job("'ok", Map.of(), testCase.limits())).milliseconds())
            : Duration.ofMillis(whole.milliseconds());
    return new CaseLimits(
        Optional.of(SHORTEST.plus(usual.multipliedBy(START_FACTOR))),
        testCase.limits().steps(),
        testCase.limits().output());
  }

  /** The smallest data that need no feature beyond those of the case. */
  private List<Tree> literals() {
    List<String> texts = new ArrayList<>();
    boolean usual =
        "only-false".equals(subject.profile().capabilities().getOrDefault("truth", "only-false"));
    if (testCase.requires().contains("integers") && usual) {
      texts.add("0");
    }
    if (testCase.requires().contains("booleans")) {
      texts.add("#t");
    }
    if (testCase.requires().contains("quote") && usual) {
      texts.add("'()");
    }
    return TreeText.read(String.join(" ", texts)).orElseThrow().items();
  }

  private boolean isAllowed(Tree program) {
    FeatureScan scan =
        FeatureScan.of(
            featureOf,
            List.of(DatumReader.readAll(Source.of("main.scm", TreeText.flat(program)))),
            Set.of());
    return testCase.requires().containsAll(scan.features().keySet());
  }
}
