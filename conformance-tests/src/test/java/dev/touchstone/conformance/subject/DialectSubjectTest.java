package dev.touchstone.conformance.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.corpus.CorpusLoader;
import dev.touchstone.conformance.corpus.Expectation;
import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.corpus.Vary;
import dev.touchstone.conformance.dialect.Dialects;
import dev.touchstone.conformance.dialect.Rendering;
import dev.touchstone.conformance.verdict.Judge;
import dev.touchstone.conformance.verdict.Judgement;
import dev.touchstone.conformance.verdict.TestCases;
import dev.touchstone.conformance.verdict.Trial;
import dev.touchstone.conformance.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs in another Lisp's words are run there, and mean the same. */
class DialectSubjectTest {
  private static final Corpus CORPUS = CorpusLoader.load(List.of(), false);

  /** What became of the cases. */
  private record Tally(Map<Verdict, Integer> verdicts, List<String> notPassed) {
    int count(Verdict verdict) {
      return verdicts.getOrDefault(verdict, 0);
    }
  }

  private static Tally run(Subject subject, Predicate<TestCase> which) throws InterruptedException {
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    List<String> notPassed = new ArrayList<>();
    for (TestCase testCase : CORPUS.cases()) {
      if (which.test(testCase) && Judge.inapplicable(testCase, subject.profile()).isEmpty()) {
        Judgement judgement = judge(subject, testCase);
        verdicts.merge(judgement.verdict(), 1, Integer::sum);
        if (judgement.verdict() != Verdict.PASS && judgement.verdict() != Verdict.UNSUPPORTED) {
          notPassed.add(
              testCase.id() + ": " + judgement.reason() + " / " + judgement.actual().strip());
        }
      }
    }
    return new Tally(verdicts, notPassed);
  }

  private static Judgement judge(Subject subject, TestCase testCase) throws InterruptedException {
    List<Trial> trials = new ArrayList<>();
    for (Vary.Variant variant : Vary.variants(testCase)) {
      Map<String, String> bindings = variant.bindings();
      trials.add(new Trial(bindings, subject.run(Job.of(testCase, variant.program()))));
    }
    return Judge.judge(testCase, subject.profile(), trials, List.of());
  }

  /** The whole corpus in the words of R5RS, but for huge programs and the longest loops. */
  @Test
  void whatTheMapOfR5rsWritesMeansTheSameOnTheReferenceVm() throws InterruptedException {
    try (Subject subject = TestSubjects.open("reference-r5rs.yaml")) {
      Tally tally =
          run(
              subject,
              c -> !c.id().startsWith("limits/") && !c.id().startsWith("tail-calls/loops"));
      assertThat(String.join("\n", tally.notPassed())).isEmpty();
      assertThat(tally.count(Verdict.PASS)).isGreaterThan(750);
    }
  }

  /** Each standard procedure goes by another name, which the preamble gives it: nothing changes. */
  @Test
  void programsMeanTheSameWhateverProceduresAreCalled(@TempDir Path directory)
      throws InterruptedException, IOException {
    try (Subject reference = TestSubjects.open("reference")) {
      StringBuilder renames = new StringBuilder();
      StringBuilder preamble = new StringBuilder();
      for (String name : procedures(reference)) {
        renames.append("  '%s': 'other:%s'\n".formatted(name, name));
        preamble.append("    (define other:%s %s)\n".formatted(name, name));
      }
      Path map = directory.resolve("other.yaml");
      Files.writeString(
          map,
          "name: other\ntitle: Other names\nrename:\n%sprogram:\n  preamble: |\n%s"
              .formatted(renames, preamble));
      Subject subject =
          new DialectSubject(
              reference, Dialects.open(map.toString(), directory, CORPUS.language()));
      Tally tally = run(subject, c -> Set.of("base", "functions").contains(c.chapter()));
      assertThat(String.join("\n", tally.notPassed())).isEmpty();
      assertThat(tally.count(Verdict.PASS)).isGreaterThan(180);
    }
  }

  /** The standard names whose value is a procedure there. */
  private static List<String> procedures(Subject subject) throws InterruptedException {
    List<String> names = new ArrayList<>();
    for (String feature : subject.profile().features()) {
      for (String name :
          Objects.requireNonNull(CORPUS.language().features().get(feature)).identifiers()) {
        Outcome outcome = subject.run(TestSubjects.job(name)).outcome();
        if (outcome.equals(new Outcome.Completed(List.of("#<procedure>"), true))) {
          names.add(name);
        }
      }
    }
    assertThat(names).contains("car", "+", "list").doesNotContain("if");
    return names;
  }

  @Test
  void whatTheMapOfR6rsWritesRunsOnChez() throws InterruptedException {
    try (Subject subject = TestSubjects.open("chez-r6rs.yaml")) {
      Tally tally =
          run(
              subject,
              c ->
                  Set.of("base", "arith", "functions", "data", "programs").contains(c.chapter())
                      && Math.floorMod(c.id().hashCode(), 13) == 0);
      assertThat(String.join("\n", tally.notPassed())).isEmpty();
      assertThat(tally.count(Verdict.PASS)).isGreaterThan(25);
    }
  }

  /** Each small Lisp runs all that its map can express, and every value comes back right. */
  @ParameterizedTest
  @CsvSource({
    "stack-vm, STACK, zero, 15",
    "register-vm, REGISTER, nil-and-false, 60",
    "vm-challenges, CLOSURES, zero-and-false, 200"
  })
  void whatTheMapOfASmallLispWritesRunsThere(String map, ToyLisp.Kind kind, String truth, int least)
      throws InterruptedException {
    Subject toy = new ToySubject(kind, truth);
    Subject subject = new DialectSubject(toy, Dialects.open(map, Path.of(""), CORPUS.language()));
    Tally tally =
        run(
            subject,
            c ->
                !c.id().startsWith("limits/")
                    && c.vary().isEmpty()
                    && Collections.disjoint(
                        c.requires(), List.of("quasiquote", "apply")) // which the toys lack
                    && c.program() instanceof Program.Scheme);
    assertThat(String.join("\n", tally.notPassed())).isEmpty();
    assertThat(tally.count(Verdict.PASS)).isGreaterThan(least);
  }

  @Test
  void anInexpressibleProgramDoesNotRunAndSaysWhyAndWhere() throws InterruptedException {
    Observation seen = inStackVm(TestSubjects.job("(+ 1\n   (car '(1)))"));
    assertThat(seen.outcome())
        .isEqualTo(new Outcome.Unsupported("line 2, column 5: stack-vm has no `car`"));
  }

  @Test
  void aNumberThatMayBeATruthValueIsNotGuessed() throws InterruptedException {
    assertThat(inStackVm(TestSubjects.job("(= 1 1)")).outcome())
        .isEqualTo(new Outcome.Completed(List.of("#t"), true));
    assertThat(inStackVm(TestSubjects.job("(+ 1 0)")).outcome())
        .isEqualTo(new Outcome.Completed(List.of("1"), true));
    assertThat(inStackVm(TestSubjects.job("(if (= 1 1) 1 #f)")).outcome())
        .isEqualTo(new Outcome.Unsupported("stack-vm writes 1, which can mean two things"));
  }

  @Test
  void aCaseAboutTextRunsOnlyIfTheMapChangesNothing() throws InterruptedException {
    assertThat(inStackVm(TestSubjects.job("(+ 1 2) ; three").withExactText(true)).outcome())
        .isInstanceOf(Outcome.Completed.class);
    assertThat(inStackVm(TestSubjects.job("(begin (+ 1 2))").withExactText(true)).outcome())
        .isInstanceOf(Outcome.Unsupported.class);
  }

  @Test
  void whatIsShownIsWhatWouldRun() {
    Job same = TestSubjects.job("(+ 1 2) ; three");
    assertThat(stackVm().shown(same)).isEqualTo("(+ 1 2)\n");
    assertThat(stackVm().shown(same.withExactText(true))).isEqualTo("(+ 1 2) ; three");
    assertThat(stackVm().shown(TestSubjects.job("(begin (+ 1 2))").withExactText(true)))
        .isEqualTo("; the case is about the text of its program, which the dialect map changes");
  }

  private static Subject stackVm() {
    Subject toy = new ToySubject(ToyLisp.Kind.STACK, "zero");
    return new DialectSubject(toy, Dialects.open("stack-vm", Path.of(""), CORPUS.language()));
  }

  private static Observation inStackVm(Job job) throws InterruptedException {
    return stackVm().run(job);
  }

  @Test
  void theFilesOfAProgramAreRenderedWithTheNamesOfAll() throws InterruptedException {
    List<Job> seen = new ArrayList<>();
    Subject spy = new SpySubject(seen);
    Program program =
        new Program.Scheme(
            "(include \"a.scm\") (list (car 1))", Map.of("a.scm", "(define (car x) (cdr x))"));
    Job job = Job.of(TestCases.expecting(new Expectation.Observe()), program);
    try (Subject subject =
        new DialectSubject(
            spy,
            Dialects.open("src/test/resources/dialect-toy.yaml", Path.of(""), CORPUS.language()))) {
      subject.run(job);
    }
    assertThat(seen.getFirst().program())
        .isEqualTo(
            new Program.Scheme(
                "(include \"a.scm\")\n(vec (car 1))\n",
                Map.of("a.scm", "(define (car x) (rest x))\n")));
  }

  private record SpySubject(List<Job> seen) implements Subject {
    @Override
    public SubjectProfile profile() {
      return new SubjectProfile("spy", "1", Set.of(), Map.of(), Set.of());
    }

    @Override
    public Observation run(Job job) {
      seen.add(job);
      return ToySubject.observation(new Outcome.Completed(List.of(), false), "");
    }

    @Override
    public void close() {}
  }

  /** A toy Lisp as a subject: the value is what the last form has, the output what it prints. */
  private record ToySubject(ToyLisp.Kind kind, String truth) implements Subject {
    @Override
    public SubjectProfile profile() {
      Map<String, String> answers =
          Map.of(
              "int-model", "checked(64)",
              "checked", "no",
              "truth", truth,
              "empty-list", "nil",
              "redefinition", "no",
              "argument-order", "left-to-right");
      return new SubjectProfile(
          "toy",
          "1",
          CORPUS.language().features().keySet(),
          answers,
          Set.of("value", "output", "opaque"));
    }

    @Override
    public Observation run(Job job) throws InterruptedException {
      String text =
          job.rendered()
              .map(Rendering.Text::text)
              .orElseGet(() -> ((Program.Scheme) job.program()).main());
      Observation[] seen = new Observation[1];
      Thread deep = new Thread(null, () -> seen[0] = interpret(text), "toy", 1L << 29);
      deep.start();
      deep.join();
      return seen[0];
    }

    private Observation interpret(String text) {
      try {
        ToyLisp.Run run = new ToyLisp(kind).run(text);
        return observation(new Outcome.Completed(List.of(run.value()), true), run.output());
      } catch (ToyLisp.TooLong | StackOverflowError e) {
        return observation(new Outcome.Unsupported("too much for a toy"), "");
      } catch (ToyLisp.ToyError | ArithmeticException e) {
        return observation(new Outcome.Crashed(String.valueOf(e.getMessage())), "");
      }
    }

    static Observation observation(Outcome outcome, String output) {
      return Observation.of(outcome, List.of()).with(outcome, Optional.of(output));
    }

    @Override
    public void close() {}
  }
}
