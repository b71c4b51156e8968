package dev.touchstone.reports.html;

import java.util.List;

/** What the page of a chapter shows. */
record ChapterView(
    Templates.Head head, String chapter, List<SubjectScore> scores, List<FileGroup> files) {

  /** A subject's score in this chapter. */
  record SubjectScore(String subjectName, Score score) {}

  /** The cases of one file. */
  record FileGroup(String fileName, String fileAnchor, List<CaseView> cases) {}

  /**
   * A case.
   *
   * @param anchor its place on the page
   * @param place the same as a fragment
   */
  record CaseView(
      String anchor,
      String place,
      String slug,
      String caseId,
      String source,
      String rung,
      String requires,
      List<ClauseRef> clauses,
      List<String> lines,
      String linesLeft,
      List<ResultView> results) {}

  /** A clause: where its text stands, and the text as HTML. */
  record ClauseRef(String clause, String clausePlace, String clauseHtml) {}

  /**
   * A case on a subject.
   *
   * @param open whether its details are shown at once
   * @param same whether what was expected and what was seen are one text
   */
  record ResultView(
      String subjectName,
      String verdict,
      boolean open,
      String reason,
      boolean same,
      boolean different,
      String expected,
      String actual,
      String checked,
      List<String> unchecked,
      List<RunView> runs) {}

  /** One run. */
  record RunView(
      String bindings,
      String outcome,
      String exitCode,
      String time,
      String command,
      String output,
      String diagnostics) {}
}
