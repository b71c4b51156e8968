package dev.touchstone.reports.html;

import java.util.List;

/**
 * What {@code index.html} shows.
 *
 * @param verdictNames the heads of the verdict columns
 * @param emptyRungs rungs without a case, as one text; may be empty
 * @param failures the results that failed, at most {@link IndexViews#MOST_FAILURES}
 * @param furtherFailures how many failures are not listed; empty if none
 */
record IndexView(
    Templates.Head head,
    String corpusVersion,
    String startedAt,
    String duration,
    int caseCount,
    List<SubjectRow> subjects,
    List<String> verdictNames,
    List<RungRow> rungRows,
    String emptyRungs,
    List<ChapterRow> chapterRows,
    boolean allWell,
    List<FailureRow> failures,
    String furtherFailures,
    List<CaseRow> cases) {

  /** A subject and its verdicts, one count for each verdict. */
  record SubjectRow(
      String subjectName, String subjectVersion, Score score, List<Count> verdictCounts) {}

  /** A number in a column of verdicts. */
  record Count(String verdict, int count, boolean some) {}

  /** A rung on one subject; the first row of a rung carries its name. */
  record RungRow(
      boolean first, int span, String rung, String rungTitle, String subjectName, Score score) {}

  /** A chapter and its score on each subject. */
  record ChapterRow(String page, String chapter, List<Score> scores) {}

  /** A failing result. */
  record FailureRow(
      String place, String caseId, String subjectName, String verdict, String reason) {}

  /** A case and its verdict on each subject. */
  record CaseRow(String place, String caseId, String keys, List<String> verdicts) {}
}
