package dev.touchstone.reports;

import dev.touchstone.reports.model.CaseReport;
import dev.touchstone.reports.model.RunReport;
import dev.touchstone.reports.model.SubjectReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A run in numbers.
 *
 * @param chapters the chapters that have a case, by id
 * @param rungs the ids of the rungs that have a case, lowest first
 * @param emptyRungs the ids of the rungs that no case counts for yet, lowest first
 * @param subjects in the order of the run
 */
public record Summary(
    List<String> chapters,
    List<String> rungs,
    List<String> emptyRungs,
    List<SubjectSummary> subjects) {

  /** The row of cases that need no feature of any rung; not the id of a rung. */
  public static final String NO_RUNG = "";

  /** Copies the lists. */
  public Summary {
    chapters = List.copyOf(chapters);
    rungs = List.copyOf(rungs);
    emptyRungs = List.copyOf(emptyRungs);
    subjects = List.copyOf(subjects);
  }

  /**
   * One subject in numbers.
   *
   * @param name as in the run
   * @param version as the implementation reports it; may be empty
   * @param total of all its cases
   * @param byChapter by chapter id
   * @param byRung by rung id, and {@link #NO_RUNG}
   */
  public record SubjectSummary(
      String name,
      String version,
      Tally total,
      Map<String, Tally> byChapter,
      Map<String, Tally> byRung) {
    /** Copies the maps. */
    public SubjectSummary {
      byChapter = Map.copyOf(byChapter);
      byRung = Map.copyOf(byRung);
    }

    /** The tally of a chapter; of nothing where it has no case. */
    public Tally chapter(String id) {
      return byChapter.getOrDefault(id, Tally.NONE);
    }

    /** The tally of a rung; of nothing where it has no case. */
    public Tally rung(String id) {
      return byRung.getOrDefault(id, Tally.NONE);
    }

    /** Name and version in one text. */
    public String title() {
      return version.isBlank() ? name : name + " " + version;
    }
  }

  /** Counts. */
  public static Summary of(RunReport report) {
    List<SubjectSummary> subjects = report.subjects().stream().map(Summary::count).toList();
    TreeSet<String> chapters = new TreeSet<>();
    TreeSet<String> met = new TreeSet<>();
    for (SubjectSummary subject : subjects) {
      chapters.addAll(subject.byChapter().keySet());
      met.addAll(subject.byRung().keySet());
    }
    LinkedHashSet<String> rungs = new LinkedHashSet<>();
    List<String> empty = new ArrayList<>();
    for (RunReport.RungInfo rung : report.rungs()) {
      Collections.addAll(met.contains(rung.id()) ? rungs : empty, rung.id());
    }
    boolean hasRest = met.remove(NO_RUNG);
    rungs.addAll(met);
    if (hasRest) {
      rungs.add(NO_RUNG);
    }
    return new Summary(List.copyOf(chapters), List.copyOf(rungs), empty, subjects);
  }

  private static SubjectSummary count(SubjectReport subject) {
    Map<String, Tally> chapters = new HashMap<>();
    Map<String, Tally> rungs = new HashMap<>();
    Tally total = Tally.NONE;
    for (CaseReport result : subject.results()) {
      VerdictKind verdict = VerdictKind.of(result.verdict());
      total = total.plus(verdict);
      add(chapters, CaseName.of(result.id()).chapter(), verdict);
      for (String rung : result.rungs().isEmpty() ? List.of(NO_RUNG) : result.rungs()) {
        add(rungs, rung, verdict);
      }
    }
    return new SubjectSummary(subject.name(), subject.version(), total, chapters, rungs);
  }

  private static void add(Map<String, Tally> tallies, String key, VerdictKind verdict) {
    tallies.put(key, tallies.getOrDefault(key, Tally.NONE).plus(verdict));
  }
}
