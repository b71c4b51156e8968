package dev.touchstone.conformance.explain;

import dev.touchstone.conformance.corpus.Clause;
import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.corpus.Vary;
import dev.touchstone.conformance.engine.execution.Bench;
import dev.touchstone.conformance.engine.execution.CaseResult;
import dev.touchstone.conformance.engine.execution.Texts;
import dev.touchstone.conformance.explain.shrink.Budget;
import dev.touchstone.conformance.explain.shrink.Divergence;
import dev.touchstone.conformance.explain.shrink.Shrinker;
import dev.touchstone.conformance.explain.shrink.Shrunk;
import dev.touchstone.conformance.explain.shrink.TreeText;
import dev.touchstone.conformance.subject.Job;
import dev.touchstone.conformance.subject.Observation;
import dev.touchstone.conformance.subject.Subject;
import dev.touchstone.conformance.verdict.Judgement;
import dev.touchstone.conformance.verdict.Trial;
import dev.touchstone.conformance.verdict.Verdict;
import dev.touchstone.vm.trace.DiffText;
import dev.touchstone.vm.trace.Level;
import dev.touchstone.vm.trace.Trace;
import dev.touchstone.vm.trace.TraceDiff;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a case on a subject and says what there is to say. */
public final class Explanation {
  private static final int STDERR_LINES = 12;

  private final Corpus corpus;
  private final TestCase testCase;
  private final Subject subject;
  private final Subject reference;
  private final Remedy remedy;
  private final Report report = new Report();

  private Explanation(
      Corpus corpus, TestCase testCase, Subject subject, Subject reference, Remedy remedy) {
    this.corpus = corpus;
    this.testCase = testCase;
    this.subject = subject;
    this.reference = reference;
    this.remedy = remedy;
  }

  /** The verdict and the text. */
  public record Explained(Verdict verdict, String text) {}

  /**
   * Explains a case.
   *
   * @param subject what it runs on; may be the reference itself, and then nothing is shrunk
   * @param reference the reference VM
   * @throws InterruptedException if the runner is told to stop
   */
  public static Explained of(
      Corpus corpus,
      TestCase testCase,
      Subject subject,
      Subject reference,
      Remedy remedy,
      Budget budget,
      Shrinker.Listener listener)
      throws InterruptedException {
    Explanation explanation = new Explanation(corpus, testCase, subject, reference, remedy);
    CaseResult result = new Bench(subject).run(testCase);
    explanation.head();
    explanation.result(result);
    if (explanation.isWorthShrinking(result)) {
      explanation.shrink(result, budget, listener);
    }
    return new Explained(result.judgement().verdict(), explanation.report.text());
  }

  private void head() {
    report.line(testCase.id());
    report.line("  " + testCase.position().file() + ":" + testCase.position().line());
    for (String id : testCase.clauses()) {
      Clause clause = corpus.clauses().get(id);
      report.line("  " + id + (clause == null ? "" : ": " + clause.text().replaceAll("\\s+", " ")));
    }
    if (!testCase.note().isEmpty()) {
      report.line("  note: " + testCase.note());
    }
  }

  private void result(CaseResult result) {
    program(result);
    Judgement judgement = result.judgement();
    report.section("expected", judgement.expected());
    String reason = judgement.reason().isEmpty() ? "" : ", " + judgement.reason();
    report.section(
        "actual, on " + name(), judgement.verdict().id() + reason + "\n" + judgement.actual());
    report.section("difference", Texts.difference(judgement.expected(), judgement.actual()));
    result.telling().map(Trial::observation).ifPresent(this::observed);
    if (judgement.verdict() == Verdict.UNSUPPORTED) {
      report.section(
          "what decides that", String.join("\n", remedy.of(testCase, subject.profile())));
    }
  }

  private String name() {
    return subject.profile().name() + " " + subject.profile().version();
  }

  private void program(CaseResult result) {
    Map<String, String> bindings = result.telling().map(Trial::bindings).orElse(Map.of());
    String with = Texts.bindings(bindings);
    Program program = Vary.variant(testCase, bindings).program();
    String shown = subject.shown(Job.of(testCase, program));
    boolean asItIs = program instanceof Program.Scheme scheme && shown.equals(scheme.main());
    String text = asItIs ? Texts.program(program) : shown;
    String title = "program" + (with.isEmpty() ? "" : " with " + with);
    report.section(title + ", as " + subject.profile().name() + " gets it", text);
  }

  private void observed(Observation seen) {
    report.section("output", seen.output().orElse(""));
    report.section("command", String.join(" ", seen.command()));
    List<String> lines = seen.diagnostics().lines().toList();
    int from = Math.max(0, lines.size() - STDERR_LINES);
    report.section("diagnostics", String.join("\n", lines.subList(from, lines.size())));
  }

  private boolean isWorthShrinking(CaseResult result) {
    return switch (result.judgement().verdict()) {
      case FAIL, CRASH, TIMEOUT, EXHAUSTED, PROTOCOL_ERROR -> !isReference();
      case PASS, UNSUPPORTED, NOT_RUN -> false;
    };
  }

  private boolean isReference() {
    return subject.profile().name().equals(reference.profile().name());
  }

  private void shrink(CaseResult result, Budget budget, Shrinker.Listener listener)
      throws InterruptedException {
    CaseShrinker shrinker = new CaseShrinker(testCase, corpus.language(), reference, subject);
    switch (shrinker.shrink(result.trials(), budget, listener)) {
      case CaseShrinker.Result.Nothing(String why) -> report.line("").line(why);
      case CaseShrinker.Result.Smaller(Shrunk shrunk, int nodes, boolean alone) -> {
        smaller(shrunk, nodes);
        if (!alone) {
          report.line(
              "Run once more, where nothing ran before, it shows no difference: it depends on what"
                  + " ran before, or does not happen every time.");
        }
      }
    }
  }

  private void smaller(Shrunk shrunk, int nodes) throws InterruptedException {
    int left = shrunk.program().nodes();
    report.section(
        "smallest program that still shows it: %d node%s of %d"
            .formatted(left, left == 1 ? "" : "s", nodes),
        TreeText.pretty(shrunk.program()));
    report.line("");
    report.line("  " + reference.profile().name() + ": " + outcome(shrunk.seen().reference()));
    report.line("  " + subject.profile().name() + ": " + outcome(shrunk.seen().subject()));
    report.line("").line(kind(shrunk.seen().divergence()));
    where(TreeText.pretty(shrunk.program()));
    if (!shrunk.complete()) {
      report.line(
          "The search ended after %d runs; --seconds N gives it more time."
              .formatted(shrunk.subjectRuns()));
    }
  }

  /** The first event in which the two part, if both tell theirs. */
  private void where(String program) throws InterruptedException {
    Job job =
        Job.of(testCase.id(), program)
            .within(testCase.limits())
            .withExactText(testCase.exactText())
            .tracing(Level.EVENTS);
    Optional<Trace> right = ofOneProgram(reference.run(job).trace());
    Optional<Trace> other = ofOneProgram(subject.runAlone(job).trace());
    if (right.isEmpty() || other.isEmpty()) {
      report.line("No traces were compared: " + subject.profile().name() + " tells none.");
      return;
    }
    DiffText text =
        new DiffText(
            id -> {
              Clause clause = corpus.clauses().get(id);
              return clause == null ? "" : clause.text();
            },
            at -> line(program, at));
    TraceDiff.Result result = TraceDiff.of(right.get(), other.get());
    report.section(
        "events of that program, A of %s and B of %s"
            .formatted(reference.profile().name(), subject.profile().name()),
        text.of(Level.EVENTS, result));
  }

  /** Both were given the same program, whatever the subject has put around it. */
  private static Optional<Trace> ofOneProgram(Optional<Trace> seen) {
    return seen.map(
        trace ->
            new Trace(
                new Trace.Header(trace.header().level(), "", "", ""),
                trace.records(),
                trace.checkpoints(),
                trace.footer()));
  }

  private static String line(String program, String at) {
    String number = at.replaceFirst(":.*", "");
    long skipped = number.matches("[1-9][0-9]{0,8}") ? Long.parseLong(number) - 1 : Long.MAX_VALUE;
    return program.lines().skip(skipped).findFirst().orElse("");
  }

  private static String outcome(Observation seen) {
    Optional<String> output = seen.output().filter(text -> !text.isEmpty());
    return Texts.outcome(seen.outcome())
        + output.map(text -> "; output " + Texts.cut(text, 200)).orElse("");
  }

  private static String kind(Divergence divergence) {
    return switch (divergence) {
      case Divergence.OfValue _ -> "This is a divergence of values.";
      case Divergence.OfOutput _ -> "This is a divergence of output.";
      case Divergence.OfEnd(String wanted, String seen) ->
          "This is a divergence of how the program ends (%s, not %s).".formatted(seen, wanted);
    };
  }
}
