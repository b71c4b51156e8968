package dev.touchstone.conformance.engine.execution;

import dev.touchstone.conformance.corpus.Clause;
import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.corpus.Vary;
import dev.touchstone.conformance.verdict.Judgement;
import dev.touchstone.conformance.verdict.Trial;
import dev.touchstone.reports.VisibleText;
import java.util.List;
import java.util.Map;

/** Says of a failed case all that its reader needs to see, in one text. */
final class FailureText {
  private static final int LONGEST = 4_000;
  private static final int STDERR_LINES = 20;

  private final CaseResult result;
  private final Map<String, Clause> clauses;
  private final String rerun;
  private final StringBuilder out = new StringBuilder();

  private FailureText(CaseResult result, Map<String, Clause> clauses, String rerun) {
    this.result = result;
    this.clauses = clauses;
    this.rerun = rerun;
  }

  /** The text; {@code rerun} is the command that runs the case again. */
  static String of(CaseResult result, Map<String, Clause> clauses, String rerun) {
    FailureText text = new FailureText(result, clauses, rerun);
    text.write();
    return text.out.toString();
  }

  private void write() {
    TestCase testCase = result.testCase();
    Judgement judgement = result.judgement();
    line(testCase.id() + ": " + judgement.verdict().id() + end(judgement.reason()));
    line("  at " + testCase.position().file() + ":" + testCase.position().line());
    writeProgram();
    section("expected", judgement.expected());
    section("actual", judgement.actual());
    section("difference", Texts.difference(judgement.expected(), judgement.actual()));
    result.telling().ifPresent(this::writeRun);
    for (String id : testCase.clauses()) {
      Clause clause = clauses.get(id);
      section("clause " + id, clause == null ? "" : clause.text());
    }
    section("run it again", rerun);
  }

  private void writeProgram() {
    Map<String, String> bindings = result.telling().map(Trial::bindings).orElse(Map.of());
    String with = Texts.bindings(bindings);
    Program program = Vary.variant(result.testCase(), bindings).program();
    section(with.isEmpty() ? "program" : "program with " + with, Texts.program(program));
  }

  private void writeRun(Trial trial) {
    section("outcome", Texts.outcome(trial.observation().outcome()));
    section("output", trial.observation().output().orElse(""));
    section("command", String.join(" ", trial.observation().command()));
    if (trial.observation().exitCode().isPresent()) {
      section("exit code", Integer.toString(trial.observation().exitCode().getAsInt()));
    }
    section("end of the error stream", tail(trial.observation().diagnostics()));
  }

  private static String end(String reason) {
    return reason.isEmpty() ? "" : ": " + reason;
  }

  private static String tail(String text) {
    List<String> lines = text.lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - STDERR_LINES), lines.size()));
  }

  private void section(String title, String text) {
    String shown = Texts.cut(text.stripTrailing(), LONGEST);
    if (shown.isEmpty()) {
      return;
    }
    if (shown.contains("\n")) {
      line("  " + title + ":");
      shown.lines().forEach(each -> line("    " + each));
    } else {
      line("  " + title + ": " + shown);
    }
  }

  private void line(String text) {
    out.append(VisibleText.of(text).stripTrailing()).append('\n');
  }
}
