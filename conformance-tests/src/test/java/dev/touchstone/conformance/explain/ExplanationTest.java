package dev.touchstone.conformance.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.corpus.CorpusLoader;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.explain.shrink.Budget;
import dev.touchstone.conformance.explain.shrink.FaultySubject;
import dev.touchstone.conformance.subject.Job;
import dev.touchstone.conformance.subject.Observation;
import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.conformance.subject.Subject;
import dev.touchstone.conformance.subject.SubjectProfile;
import dev.touchstone.conformance.subject.Subjects;
import dev.touchstone.conformance.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final Corpus CORPUS = CorpusLoader.builtIn();
  private static final Subject REFERENCE = Subjects.open("reference", CORPUS.language());
  private static final Budget BUDGET = new Budget(Duration.ofMinutes(1), 10_000);
  private static final String FACTORIAL = "factorial-of-fifty";
  private static final String WORD = "sum-crosses-two-to-the-63";

  private static final String FILE =
      """
      name: small
      rungs: [base]
      without:
        - integers
      capabilities:
        int-model: wrap(32)
      """;

  /** All that the made-up subjects were given. */
  private final List<Job> jobs = new ArrayList<>();

  private static Explanation.Explained explain(Subject subject, String id)
      throws InterruptedException {
    CaseFinder.Found found = new CaseFinder(CORPUS.cases()).find(id);
    assertThat(found).isInstanceOf(CaseFinder.Found.One.class);
    TestCase testCase = ((CaseFinder.Found.One) found).testCase();
    Remedy remedy = new Remedy("my-vm.yaml", Optional.of(FILE.getBytes(StandardCharsets.UTF_8)));
    return Explanation.of(
        CORPUS, testCase, subject, REFERENCE, remedy, BUDGET, (nodes, runs) -> {});
  }

  /** A subject that ends every program so, claims what it is said to, and notes its jobs. */
  private Subject that(Outcome outcome, Set<String> features, Map<String, String> capabilities) {
    SubjectProfile reference = REFERENCE.profile();
    SubjectProfile profile =
        new SubjectProfile("made-up", "1", features, capabilities, reference.reports());
    Observation seen =
        new Observation(
            outcome,
            Optional.of(""),
            Map.of(),
            OptionalLong.empty(),
            List.of(),
            OptionalInt.empty(),
            "the end of its error stream",
            1);
    return new Subject() {
      @Override
      public SubjectProfile profile() {
        return profile;
      }

      @Override
      public Observation run(Job job) {
        jobs.add(job);
        return seen;
      }

      @Override
      public String shown(Job job) {
        jobs.add(job);
        return Subject.super.shown(job);
      }

      @Override
      public void close() {}
    };
  }

  private Subject that(Outcome outcome) {
    SubjectProfile reference = REFERENCE.profile();
    return that(outcome, reference.features(), reference.capabilities());
  }

  @Test
  void ofAPassEverythingButASmallerProgramIsTold() throws InterruptedException {
    Explanation.Explained explained = explain(REFERENCE, FACTORIAL);
    assertThat(explained.verdict()).isEqualTo(Verdict.PASS);
    assertThat(explained.text())
        .startsWith("arith/big-integers/factorial-of-fifty\n  test-cases/arith/big-integers.yaml:")
        .contains("INT-4: Where `int-model` is `bignum`", "program, as reference gets it:")
        .contains("(define (factorial n)", "expected:\n  value: 30414", "pass\n  value: 30414")
        .doesNotContain("smallest");
  }

  @Test
  void ofAFailureTheSmallestProgramIsTold() throws InterruptedException {
    Subject faulty =
        FaultySubject.with(
            "(define p *) (define (* a b) (let ((x (p a b))) (if (> x 1000000) 7 x)))");
    Explanation.Explained explained = explain(faulty, FACTORIAL);
    assertThat(explained.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(explained.text())
        .containsPattern("smallest program that still shows it: 4 nodes of 2\\d:\n  \\(\\* ")
        .containsPattern("  reference: value [0-9]+\n  faulty: value 7\n")
        .contains("a divergence of values.", "No traces were compared: faulty tells none.");
  }

  @Test
  void aCrashIsShrunkToo() throws InterruptedException {
    Explanation.Explained explained =
        explain(that(new Outcome.Crashed("killed by signal SEGV")), FACTORIAL);
    assertThat(explained.verdict()).isEqualTo(Verdict.CRASH);
    assertThat(explained.text())
        .contains("crash, killed by signal SEGV", "the end of its error stream")
        .contains("smallest program that still shows it: 1 node of")
        .contains("how the program ends (crash, not completed)");
  }

  /** Else a dialect map would be free to write it in other words. */
  @Test
  void ofACaseAboutItsTextTheTextMattersInEveryRun() throws InterruptedException {
    explain(that(new Outcome.Crashed("killed by signal SEGV")), "the-exact-text-may-matter");
    assertThat(jobs).hasSizeGreaterThan(3).allMatch(Job::exactText);
    jobs.clear();
    explain(that(new Outcome.Crashed("killed by signal SEGV")), FACTORIAL);
    assertThat(jobs).hasSizeGreaterThan(3).noneMatch(Job::exactText);
  }

  @Test
  void whatEndsAlikeEverywhereIsShrunkForEveryBadEnd() throws InterruptedException {
    assertThat(explain(that(new Outcome.TimedOut(10)), WORD).text())
        .contains("timeout", "1 node of 4");
    assertThat(explain(that(new Outcome.Exhausted("memory")), WORD).text())
        .contains("exhausted", "(exhausted memory, not completed)");
    assertThat(explain(that(new Outcome.ProtocolError("no JSON")), WORD).text())
        .contains("protocol-error, no JSON");
  }

  @Test
  void aSubjectThatDoesNotRunIsNotShrunk() throws InterruptedException {
    Explanation.Explained explained =
        explain(that(new Outcome.NotRun("no such program: my-vm")), WORD);
    assertThat(explained.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(explained.text())
        .contains("not-run, no such program: my-vm")
        .doesNotContain("smallest");
  }

  @Test
  void ofACaseThatDoesNotApplyTheDecidingLinesAreTold() throws InterruptedException {
    Outcome never = new Outcome.Crashed("never run");
    Explanation.Explained explained = explain(that(never, Set.of("booleans"), Map.of()), FACTORIAL);
    assertThat(explained.verdict()).isEqualTo(Verdict.UNSUPPORTED);
    assertThat(explained.text())
        .contains("my-vm.yaml:4: `without` names the feature integers")
        .contains("my-vm.yaml:2: does not claim the feature define; if the VM has it, add it");
  }

  @Test
  void theAnswerThatRulesACaseOutIsTold() throws InterruptedException {
    Outcome never = new Outcome.Crashed("never run");
    Map<String, String> wraps = Map.of("int-model", "wrap(32)");
    assertThat(explain(that(never, REFERENCE.profile().features(), wraps), FACTORIAL).text())
        .contains("unsupported, int-model: wrap(32) is not covered by the case")
        .contains("my-vm.yaml:6: int-model: wrap(32)");
  }
}
