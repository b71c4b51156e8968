package dev.touchstone.conformance.allure;

import dev.touchstone.reports.CaseName;
import dev.touchstone.reports.CaseText;
import dev.touchstone.reports.VerdictKind;
import dev.touchstone.reports.VisibleText;
import dev.touchstone.reports.html.Markdown;
import dev.touchstone.reports.model.CaseReport;
import dev.touchstone.reports.model.CaseReport.RunInfo;
import dev.touchstone.reports.model.RunReport;
import dev.touchstone.reports.model.RunReport.ClauseInfo;
import dev.touchstone.reports.model.SubjectReport;
import io.qameta.allure.SeverityLevel;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.util.ResultsUtils;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** One case on one subject as Allure's model has it. */
final class AllureCase {
  /** Where clauses are shown when the report's site is published beside Allure's page. */
  private static final String CLAUSE_PAGE = "../site/clauses.html#";

  private static final int LONGEST = 20_000;

  private final RunReport report;
  private final SubjectReport subject;
  private final CaseReport result;
  private final Attachments attachments;
  private final CaseName name;
  private final VerdictKind verdict;

  AllureCase(RunReport report, SubjectReport subject, CaseReport result, Attachments attachments) {
    this.report = report;
    this.subject = subject;
    this.result = result;
    this.attachments = attachments;
    this.name = CaseName.of(result.id());
    this.verdict = VerdictKind.of(result.verdict());
  }

  /** The wall time of all runs of a case. */
  static long milliseconds(CaseReport result) {
    return result.runs().stream().mapToLong(RunInfo::milliseconds).sum();
  }

  /** The result, its runs one after the other from that time on. */
  TestResult at(long start) {
    return new TestResult()
        .setUuid(stable("result"))
        .setHistoryId(stable("history"))
        .setTestCaseId(stable("case"))
        .setFullName(result.id())
        .setName(VisibleText.line(name.slug()))
        .setStage(Stage.FINISHED)
        .setStatus(status(verdict))
        .setStatusDetails(details())
        .setDescriptionHtml(description())
        .setLabels(labels())
        .setLinks(result.clauses().stream().map(this::link).toList())
        .setParameters(parameters())
        .setAttachments(attached())
        .setSteps(steps(start))
        .setStart(start)
        .setStop(start + milliseconds(result));
  }

  private static Status status(VerdictKind verdict) {
    return switch (verdict) {
      case PASS -> Status.PASSED;
      case FAIL -> Status.FAILED;
      case UNSUPPORTED -> Status.SKIPPED;
      case CRASH, TIMEOUT, EXHAUSTED, PROTOCOL_ERROR, NOT_RUN -> Status.BROKEN;
    };
  }

  private StatusDetails details() {
    StatusDetails details = new StatusDetails();
    if (verdict != VerdictKind.PASS || !result.reason().isEmpty()) {
      details.setMessage(VisibleText.line(result.verdict() + ": " + result.reason()));
    }
    if (verdict.failing()) {
      details.setTrace(CaseText.of(result, LONGEST));
    }
    return details;
  }

  private String description() {
    StringBuilder html = new StringBuilder();
    for (String clause : result.clauses()) {
      ClauseInfo info = report.clauses().get(clause);
      if (info != null) {
        String text = "**" + clause + "** " + info.text();
        html.append(Markdown.toHtml(VisibleText.of(text)));
      }
    }
    String where = "Stands in " + result.file() + ", line " + result.line() + ".";
    return html.append("<p>").append(escape(VisibleText.line(where))).append("</p>").toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private List<Label> labels() {
    List<Label> labels = new ArrayList<>();
    labels.add(ResultsUtils.createParentSuiteLabel(VisibleText.line(subject.name())));
    labels.add(ResultsUtils.createSuiteLabel(VisibleText.line(name.chapter())));
    if (!name.file().isEmpty()) {
      labels.add(ResultsUtils.createSubSuiteLabel(VisibleText.line(name.file())));
    }
    labels.add(ResultsUtils.createPackageLabel(packageName()));
    labels.add(ResultsUtils.createSeverityLabel(severity()));
    labels.add(ResultsUtils.createEpicLabel(VisibleText.line(subject.name())));
    labels.add(ResultsUtils.createFeatureLabel(VisibleText.line(name.chapter())));
    Stream.of(result.rungs(), result.requires(), result.clauses())
        .flatMap(List::stream)
        .map(VisibleText::line)
        .distinct()
        .forEach(tag -> labels.add(ResultsUtils.createTagLabel(tag)));
    result.clauses().stream()
        .map(VisibleText::line)
        .forEach(clause -> labels.add(ResultsUtils.createStoryLabel(clause)));
    labels.add(ResultsUtils.createLabel("verdict", result.verdict()));
    labels.add(ResultsUtils.createFrameworkLabel("touchstone"));
    labels.add(ResultsUtils.createLanguageLabel("scheme"));
    return labels;
  }

  private String packageName() {
    String path = subject.name() + "/" + name.chapter() + "/" + name.file();
    return VisibleText.line(path.replaceFirst("/$", "").replace('.', '-').replace('/', '.'));
  }

  private SeverityLevel severity() {
    if (Stream.concat(result.checked().stream(), result.unchecked().stream())
        .anyMatch(aspect -> aspect.matches("(?s)space\\b.*"))) {
      return SeverityLevel.CRITICAL;
    }
    if (result.rungs().isEmpty()) {
      return SeverityLevel.MINOR;
    }
    Optional<String> lowest = report.rungs().stream().findFirst().map(RunReport.RungInfo::id);
    return lowest.filter(result.rungs()::contains).isPresent()
        ? SeverityLevel.BLOCKER
        : SeverityLevel.NORMAL;
  }

  private Link link(String clause) {
    ClauseInfo info = report.clauses().get(clause);
    String chapter = info == null ? "spec" : "spec/" + info.chapter();
    return ResultsUtils.createLink(
        null, VisibleText.line(chapter + "#" + clause), CLAUSE_PAGE + clause, "clause");
  }

  /** What varied: each name with the values that it took. */
  private List<Parameter> parameters() {
    Map<String, String> values = new LinkedHashMap<>();
    for (RunInfo run : result.runs()) {
      int equals = run.bindings().indexOf('=');
      if (equals > 0) {
        String value = VisibleText.line(run.bindings().substring(equals + 1));
        values.merge(run.bindings().substring(0, equals), value, (a, b) -> a + ", " + b);
      }
    }
    return values.entrySet().stream()
        .map(e -> ResultsUtils.createParameter(e.getKey(), e.getValue()))
        .toList();
  }

  private List<Attachment> attached() {
    return Stream.of(
            attachments.text("program", result.program()),
            attachments.text("expected", result.expected()),
            attachments.text("actual", result.actual()),
            attachments.text("checked", String.join("\n", result.checked())),
            attachments.text("unchecked", String.join("\n", result.unchecked())))
        .flatMap(Optional::stream)
        .toList();
  }

  private List<StepResult> steps(long start) {
    List<StepResult> steps = new ArrayList<>();
    long clock = start;
    for (int i = 0; i < result.runs().size(); i++) {
      RunInfo run = result.runs().get(i);
      boolean last = i == result.runs().size() - 1;
      steps.add(step(run, clock).setStatus(last ? status(verdict) : Status.PASSED));
      clock += run.milliseconds();
    }
    return steps;
  }

  private StepResult step(RunInfo run, long start) {
    List<Parameter> parameters = new ArrayList<>();
    if (!run.command().isEmpty()) {
      String command = VisibleText.line(CaseText.command(run));
      parameters.add(ResultsUtils.createParameter("command", command));
    }
    if (run.exitCode() != null) {
      parameters.add(ResultsUtils.createParameter("exit code", run.exitCode()));
    }
    String title = run.bindings().isEmpty() ? "run" : run.bindings();
    return new StepResult()
        .setName(VisibleText.line(VisibleText.cut(title + ": " + run.outcome(), 500)))
        .setStage(Stage.FINISHED)
        .setParameters(parameters)
        .setAttachments(
            Stream.of(
                    attachments.text("output", run.output()),
                    attachments.text("end of the error stream", run.diagnostics()))
                .flatMap(Optional::stream)
                .toList())
        .setStart(start)
        .setStop(start + run.milliseconds());
  }

  /** An id that is the same in every run. */
  private String stable(String purpose) {
    String text = purpose + "\n" + subject.name() + "\n" + result.id();
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
