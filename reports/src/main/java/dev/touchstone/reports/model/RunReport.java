package dev.touchstone.reports.model;

import java.util.List;
import java.util.Map;

/**
 * A run of the corpus on one or more subjects. The order of subjects and results is stable: as
 * asked for, and by id.
 *
 * @param schema {@code touchstone-results/1}
 * @param corpusVersion the corpus's version
 * @param startedAt ISO 8601, UTC
 * @param milliseconds wall time of the whole run
 * @param rungs the rungs, lowest first
 * @param clauses the texts of the clauses that results refer to, as Markdown, by id
 * @param subjects one for each subject
 */
public record RunReport(
    String schema,
    String corpusVersion,
    String startedAt,
    long milliseconds,
    List<RungInfo> rungs,
    Map<String, ClauseInfo> clauses,
    List<SubjectReport> subjects) {
  /** The value of {@link #schema()} that this version reads and writes. */
  public static final String SCHEMA = "touchstone-results/1";

  /** A rung: its id, a title, its features. */
  public record RungInfo(String id, String title, List<String> features) {}

  /** A clause: its chapter in the spec, its text as Markdown. */
  public record ClauseInfo(String chapter, String text) {}
}
