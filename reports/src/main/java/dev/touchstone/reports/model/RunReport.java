package dev.touchstone.reports.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
 * @param shard which part of the selected cases this is; null for all of them
 * @param versions of the {@code product}, the {@code corpus}, the {@code spec} and the {@code
 *     protocol} that made it; empty where they are not known
 */
public record RunReport(
    String schema,
    String corpusVersion,
    String startedAt,
    long milliseconds,
    List<RungInfo> rungs,
    Map<String, ClauseInfo> clauses,
    List<SubjectReport> subjects,
    @JsonProperty(required = false)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @JsonSetter(nulls = Nulls.SET)
        @Nullable ShardInfo shard,
    @JsonProperty(required = false)
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        Map<String, String> versions) {
  /** The value of {@link #schema()} that this version reads and writes. */
  public static final String SCHEMA = "touchstone-results/1";

  /** A run of all selected cases; what versions made it is not known. */
  public RunReport(
      String schema,
      String corpusVersion,
      String startedAt,
      long milliseconds,
      List<RungInfo> rungs,
      Map<String, ClauseInfo> clauses,
      List<SubjectReport> subjects) {
    this(
        schema,
        corpusVersion,
        startedAt,
        milliseconds,
        rungs,
        clauses,
        subjects,
        /* shard= */ null,
        /* versions= */ Map.of());
  }

  /** The same run with another wall time. */
  public RunReport withMilliseconds(long other) {
    return new RunReport(
        schema, corpusVersion, startedAt, other, rungs, clauses, subjects, shard, versions);
  }

  /**
   * A part of a run.
   *
   * @param index from 1
   * @param of how many parts there are
   * @param cases the fingerprint of all the cases of which this is a part
   */
  public record ShardInfo(int index, int of, String cases) {}

  /** A rung: its id, a title, its features. */
  public record RungInfo(String id, String title, List<String> features) {}

  /** A clause: its chapter in the spec, its text as Markdown. */
  public record ClauseInfo(String chapter, String text) {}
}
