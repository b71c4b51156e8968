package dev.touchstone.reports.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of one case on one subject.
 *
 * @param id {@code chapter/file/slug}
 * @param verdict {@code pass fail crash timeout exhausted unsupported not-run protocol-error}
 * @param reason one sentence; empty for a plain pass
 * @param rungs the rungs that the case counts for: the highest rung that it needs a feature of; at
 *     most one, as a list for cases that need no feature of any rung
 * @param requires the features it needs
 * @param clauses the rules it tests
 * @param file the corpus file it stands in, relative to the corpus's root
 * @param line from 1
 * @param program the program
 * @param expected what was expected, as text
 * @param actual what was seen
 * @param checked the aspects that were compared
 * @param unchecked the aspects that could not be, with reasons
 * @param differs the kind of a failure: the aspects that do not hold, {@code end} where a run ended
 *     in another way than expected; empty for every verdict but {@code fail}
 * @param runs one for each value of {@code vary}, or one; empty for a case that was not run
 * @param hash of what ran and what was expected; empty where it is not known
 */
public record CaseReport(
    String id,
    String verdict,
    String reason,
    List<String> rungs,
    List<String> requires,
    List<String> clauses,
    String file,
    int line,
    String program,
    String expected,
    String actual,
    List<String> checked,
    List<String> unchecked,
    @JsonProperty(required = false) @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> differs,
    List<RunInfo> runs,
    @JsonProperty(required = false) @JsonSetter(nulls = Nulls.AS_EMPTY) String hash) {

  /** A result of a case whose hash and whose kind of failure are not known. */
  public CaseReport(
      String id,
      String verdict,
      String reason,
      List<String> rungs,
      List<String> requires,
      List<String> clauses,
      String file,
      int line,
      String program,
      String expected,
      String actual,
      List<String> checked,
      List<String> unchecked,
      List<RunInfo> runs) {
    this(
        id, verdict, reason, rungs, requires, clauses, file, line, program, expected, actual,
        checked, unchecked, List.of(), runs, "");
  }

  /** The same with other runs. */
  public CaseReport withRuns(List<RunInfo> others) {
    return new CaseReport(
        id, verdict, reason, rungs, requires, clauses, file, line, program, expected, actual,
        checked, unchecked, differs, others, hash);
  }

  /**
   * One run of the case.
   *
   * @param bindings the values of {@code vary}, as {@code N=10000}; empty where nothing varies
   * @param outcome a short text
   * @param output what the program wrote, cut at 10,000 characters
   * @param command the command line; empty in process
   * @param exitCode of the process, or null
   * @param diagnostics the end of the error stream
   * @param milliseconds wall time
   */
  public record RunInfo(
      String bindings,
      String outcome,
      String output,
      List<String> command,
      @JsonSetter(nulls = Nulls.SET) @Nullable Integer exitCode,
      String diagnostics,
      long milliseconds) {}
}
