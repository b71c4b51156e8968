package dev.touchstone.reports.html;

import dev.touchstone.reports.CaseName;
import dev.touchstone.reports.CaseText;
import dev.touchstone.reports.Summary;
import dev.touchstone.reports.VerdictKind;
import dev.touchstone.reports.VisibleText;
import dev.touchstone.reports.html.ChapterView.CaseView;
import dev.touchstone.reports.html.ChapterView.ClauseRef;
import dev.touchstone.reports.html.ChapterView.FileGroup;
import dev.touchstone.reports.html.ChapterView.ResultView;
import dev.touchstone.reports.html.ChapterView.RunView;
import dev.touchstone.reports.html.ChapterView.SubjectScore;
import dev.touchstone.reports.model.CaseReport;
import dev.touchstone.reports.model.CaseReport.RunInfo;
import dev.touchstone.reports.model.RunReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the views of the chapters' pages. */
final class ChapterViews {
  private static final int LONGEST_PROGRAM = 20_000;
  private static final int MOST_LINES = 400;
  private static final int LONGEST_TEXT = 6_000;

  private final RunReport report;
  private final Summary summary;
  private final CaseGrid grid;
  private final Map<String, String> clauseHtml = new HashMap<>();

  ChapterViews(RunReport report, Summary summary, CaseGrid grid) {
    this.report = report;
    this.summary = summary;
    this.grid = grid;
  }

  ChapterView view(Templates.Head head, String chapter, List<String> ids) {
    Map<String, List<CaseView>> files = new TreeMap<>();
    for (String id : ids) {
      files.computeIfAbsent(CaseName.of(id).file(), f -> new ArrayList<>()).add(caseView(id));
    }
    List<FileGroup> groups =
        files.entrySet().stream()
            .map(
                e ->
                    new FileGroup(
                        name(e.getKey()), "file:" + Pages.anchor(e.getKey()), e.getValue()))
            .toList();
    List<SubjectScore> scores =
        summary.subjects().stream()
            .map(s -> new SubjectScore(VisibleText.line(s.title()), Score.of(s.chapter(chapter))))
            .toList();
    return new ChapterView(head, name(chapter), scores, groups);
  }

  private static String name(String text) {
    return text.isEmpty() ? "(no name)" : VisibleText.line(text);
  }

  private CaseView caseView(String id) {
    CaseReport any = grid.any(id);
    String program = any.program();
    boolean cut = program.length() > LONGEST_PROGRAM;
    List<String> lines =
        VisibleText.of(cut ? program.substring(0, LONGEST_PROGRAM) : program).lines().toList();
    boolean tooMany = lines.size() > MOST_LINES;
    return new CaseView(
        Pages.anchor(id),
        Pages.fragment(id),
        VisibleText.line(CaseName.of(id).slug()),
        VisibleText.line(id),
        VisibleText.line(any.file() + ":" + any.line()),
        line(String.join(", ", any.rungs())),
        line(String.join(" ", any.requires())),
        any.clauses().stream().map(this::clause).toList(),
        tooMany ? lines.subList(0, MOST_LINES) : lines,
        cut || tooMany ? "%,d".formatted(program.length()) : "",
        results(id));
  }

  private ClauseRef clause(String id) {
    String html =
        clauseHtml.computeIfAbsent(
            id,
            clause -> {
              RunReport.ClauseInfo info = report.clauses().get(clause);
              return info == null ? "" : Markdown.toHtml(VisibleText.of(info.text()));
            });
    return new ClauseRef(VisibleText.line(id), Pages.fragment(id), html);
  }

  private List<ResultView> results(String id) {
    List<ResultView> views = new ArrayList<>();
    List<String> names = summary.subjects().stream().map(s -> VisibleText.line(s.name())).toList();
    for (int column = 0; column < names.size(); column++) {
      CaseReport result = grid.results(id).get(column);
      if (result != null) {
        views.add(result(names.get(column), result));
      }
    }
    return views;
  }

  private static ResultView result(String subject, CaseReport result) {
    boolean same = result.expected().equals(result.actual());
    return new ResultView(
        subject,
        result.verdict(),
        VerdictKind.of(result.verdict()).failing(),
        line(result.reason()),
        same && !result.actual().isEmpty(),
        !same,
        VisibleText.cut(result.expected(), LONGEST_TEXT),
        VisibleText.cut(result.actual(), LONGEST_TEXT),
        line(String.join(", ", result.checked())),
        result.unchecked().stream().map(ChapterViews::line).toList(),
        result.runs().stream().map(ChapterViews::run).toList());
  }

  private static RunView run(RunInfo run) {
    return new RunView(
        line(run.bindings()),
        line(run.outcome()),
        run.exitCode() == null ? "" : run.exitCode().toString(),
        IndexViews.duration(run.milliseconds()),
        line(CaseText.command(run)),
        VisibleText.cut(run.output(), LONGEST_TEXT),
        VisibleText.cut(run.diagnostics(), LONGEST_TEXT));
  }

  private static String line(String text) {
    return VisibleText.line(VisibleText.cut(text, LONGEST_TEXT));
  }
}
