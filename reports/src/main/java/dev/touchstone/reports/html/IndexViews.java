package dev.touchstone.reports.html;

import dev.touchstone.reports.CaseName;
import dev.touchstone.reports.Summary;
import dev.touchstone.reports.Summary.SubjectSummary;
import dev.touchstone.reports.VerdictKind;
import dev.touchstone.reports.VisibleText;
import dev.touchstone.reports.html.IndexView.CaseRow;
import dev.touchstone.reports.html.IndexView.ChapterRow;
import dev.touchstone.reports.html.IndexView.Count;
import dev.touchstone.reports.html.IndexView.FailureRow;
import dev.touchstone.reports.html.IndexView.RungRow;
import dev.touchstone.reports.html.IndexView.SubjectRow;
import dev.touchstone.reports.model.CaseReport;
import dev.touchstone.reports.model.RunReport;
import dev.touchstone.reports.model.SubjectReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes the view of {@code index.html}. */
final class IndexViews {
  static final int MOST_FAILURES = 300;
  private static final int LONGEST_REASON = 300;

  private final RunReport report;
  private final Summary summary;
  private final CaseGrid grid;

  IndexViews(RunReport report, Summary summary, CaseGrid grid) {
    this.report = report;
    this.summary = summary;
    this.grid = grid;
  }

  IndexView view(Templates.Head head) {
    List<FailureRow> failures = failures();
    int listed = Math.min(MOST_FAILURES, failures.size());
    String further =
        failures.size() > listed ? String.format(Locale.ROOT, "%,d", failures.size() - listed) : "";
    return new IndexView(
        head,
        VisibleText.line(report.corpusVersion()),
        VisibleText.line(report.startedAt()),
        duration(report.milliseconds()),
        grid.ids().size(),
        subjects(),
        Arrays.stream(VerdictKind.values()).map(VerdictKind::id).toList(),
        rungs(),
        VisibleText.line(String.join(", ", summary.emptyRungs())),
        chapters(),
        failures.isEmpty(),
        failures.subList(0, listed),
        further,
        cases());
  }

  static String duration(long milliseconds) {
    if (milliseconds < 1000) {
      return milliseconds + " ms";
    }
    if (milliseconds < 60_000) {
      return String.format(Locale.ROOT, "%.1f s", milliseconds / 1000.0);
    }
    return "%d min %d s".formatted(milliseconds / 60_000, milliseconds / 1000 % 60);
  }

  private List<SubjectRow> subjects() {
    return summary.subjects().stream()
        .map(
            s ->
                new SubjectRow(
                    VisibleText.line(s.name()),
                    VisibleText.line(s.version()),
                    Score.of(s.total()),
                    Arrays.stream(VerdictKind.values())
                        .map(v -> new Count(v.id(), s.total().of(v), s.total().of(v) > 0))
                        .toList()))
        .toList();
  }

  private List<RungRow> rungs() {
    Map<String, String> titles =
        report.rungs().stream()
            .collect(
                Collectors.toMap(RunReport.RungInfo::id, RunReport.RungInfo::title, (a, b) -> a));
    List<RungRow> rows = new ArrayList<>();
    for (String rung : summary.rungs()) {
      boolean first = true;
      for (SubjectSummary subject : summary.subjects()) {
        rows.add(
            new RungRow(
                first,
                summary.subjects().size(),
                rung.equals(Summary.NO_RUNG) ? "(no rung)" : VisibleText.line(rung),
                VisibleText.line(titles.getOrDefault(rung, "")),
                VisibleText.line(subject.name()),
                Score.of(subject.rung(rung))));
        first = false;
      }
    }
    return rows;
  }

  private List<ChapterRow> chapters() {
    return summary.chapters().stream()
        .map(
            chapter ->
                new ChapterRow(
                    Pages.CHAPTERS + "/" + Pages.file(chapter),
                    VisibleText.line(chapter),
                    summary.subjects().stream().map(s -> Score.of(s.chapter(chapter))).toList()))
        .toList();
  }

  private List<FailureRow> failures() {
    List<FailureRow> rows = new ArrayList<>();
    for (SubjectReport subject : report.subjects()) {
      for (CaseReport result : subject.results()) {
        if (VerdictKind.of(result.verdict()).failing()) {
          rows.add(
              new FailureRow(
                  place(result.id()),
                  VisibleText.line(result.id()),
                  VisibleText.line(subject.name()),
                  result.verdict(),
                  VisibleText.line(VisibleText.cut(result.reason(), LONGEST_REASON))));
        }
      }
    }
    return rows;
  }

  private List<CaseRow> cases() {
    return grid.ids().stream().map(this::caseRow).toList();
  }

  private CaseRow caseRow(String id) {
    List<String> verdicts =
        grid.results(id).stream().map(r -> r == null ? "" : r.verdict()).toList();
    CaseReport any = grid.any(id);
    List<String> keys = new ArrayList<>(any.clauses());
    keys.addAll(any.rungs());
    keys.addAll(any.requires());
    return new CaseRow(
        place(id), VisibleText.line(id), VisibleText.line(String.join(" ", keys)), verdicts);
  }

  private static String place(String id) {
    return Pages.CHAPTERS + "/" + Pages.file(CaseName.of(id).chapter()) + "#" + Pages.fragment(id);
  }
}
