package dev.touchstone.reports.html;

import dev.touchstone.reports.CaseName;
import dev.touchstone.reports.VisibleText;
import dev.touchstone.reports.model.RunReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the page of clauses shows: each rule's text, and the cases that test it. */
record ClausesView(Templates.Head head, List<ClauseView> clauses) {

  /** A clause. */
  record ClauseView(
      String anchor, String clause, String chapter, String clauseHtml, List<CaseRef> cases) {}

  /** A case that tests a clause. */
  record CaseRef(String caseId, String place) {}

  static ClausesView of(Templates.Head head, RunReport report, CaseGrid grid) {
    Map<String, List<CaseRef>> cases = new TreeMap<>(byNumber());
    report.clauses().keySet().forEach(clause -> cases.put(clause, new ArrayList<>()));
    for (String id : grid.ids()) {
      String page = Pages.CHAPTERS + "/" + Pages.file(CaseName.of(id).chapter());
      CaseRef place = new CaseRef(VisibleText.line(id), page + "#" + Pages.fragment(id));
      for (String clause : grid.any(id).clauses()) {
        cases.computeIfAbsent(clause, c -> new ArrayList<>()).add(place);
      }
    }
    List<ClauseView> views =
        cases.entrySet().stream().map(e -> view(report, e.getKey(), e.getValue())).toList();
    return new ClausesView(head, views);
  }

  private static ClauseView view(RunReport report, String clause, List<CaseRef> cases) {
    RunReport.ClauseInfo info = report.clauses().get(clause);
    return new ClauseView(
        Pages.anchor(clause),
        VisibleText.line(clause),
        info == null ? "" : VisibleText.line(info.chapter()),
        info == null ? "" : Markdown.toHtml(VisibleText.of(info.text())),
        cases);
  }

  /** {@code TAIL-2} before {@code TAIL-10}. */
  private static Comparator<String> byNumber() {
    return Comparator.comparing((String id) -> id.replaceAll("[0-9]+$", ""))
        .thenComparingInt(String::length)
        .thenComparing(Comparator.naturalOrder());
  }
}
