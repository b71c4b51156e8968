package dev.touchstone.reports;

import dev.touchstone.reports.model.CaseReport;
import dev.touchstone.reports.model.CaseReport.RunInfo;
import dev.touchstone.reports.model.RunReport;
import dev.touchstone.reports.model.RunReport.ClauseInfo;
import dev.touchstone.reports.model.RunReport.ShardInfo;
import dev.touchstone.reports.model.SubjectReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Makes one run of its shards (RES-4): equal to the run of all cases at once, but for the times
 * ({@code startedAt}: the earliest; {@code milliseconds}: the sum).
 */
public final class ResultsMerge {
  private final List<Part> parts;
  private final Part first;

  /** A report and the file that it was read from, for messages. */
  public record Part(String file, RunReport report) {}

  private ResultsMerge(List<Part> parts) {
    this.parts = parts;
    this.first = parts.getFirst();
  }

  /**
   * The whole run.
   *
   * @param parts all shards of one run in any order, or one report of all cases
   * @throws ResultsFileException if they are not the shards of one run; the message is one sentence
   */
  public static RunReport merge(List<Part> parts) throws ResultsFileException {
    return parts.size() == 1 && parts.getFirst().report().shard() == null
        ? parts.getFirst().report()
        : new ResultsMerge(parts).merge();
  }

  private RunReport merge() throws ResultsFileException {
    checkShards();
    for (Part part : parts) {
      checkSame(part);
    }
    List<SubjectReport> subjects = new ArrayList<>();
    for (int i = 0; i < first.report().subjects().size(); i++) {
      subjects.add(subject(i));
    }
    Map<String, ClauseInfo> clauses = new TreeMap<>();
    parts.forEach(part -> clauses.putAll(part.report().clauses()));
    RunReport report = first.report();
    return new RunReport(
        report.schema(),
        report.corpusVersion(),
        parts.stream().map(part -> part.report().startedAt()).min(Comparator.naturalOrder()).get(),
        parts.stream().mapToLong(part -> part.report().milliseconds()).sum(),
        report.rungs(),
        clauses,
        subjects,
        /* shard= */ null,
        report.versions());
  }

  private void checkShards() throws ResultsFileException {
    for (Part part : parts) {
      if (part.report().shard() == null) {
        throw new ResultsFileException(
            "%s is no shard: it has all cases of its run.".formatted(part.file()));
      }
    }
    int of = shard(first).of();
    String[] files = new String[of];
    for (Part part : parts) {
      ShardInfo shard = shard(part);
      if (shard.of() != of || shard.index() < 1 || shard.index() > of) {
        throw new ResultsFileException(
            "%s is a shard of %d, but %s is shard %d of %d."
                .formatted(first.file(), of, part.file(), shard.index(), shard.of()));
      }
      String other = files[shard.index() - 1];
      if (other != null) {
        throw new ResultsFileException(
            "%s and %s are both shard %d/%d.".formatted(other, part.file(), shard.index(), of));
      }
      files[shard.index() - 1] = part.file();
    }
    String missing =
        String.join(
            ", ",
            IntStream.range(0, of)
                .filter(i -> files[i] == null)
                .mapToObj(i -> (i + 1) + "/" + of)
                .toList());
    if (!missing.isEmpty()) {
      throw new ResultsFileException("The shard %s is missing.".formatted(missing));
    }
  }

  private static ShardInfo shard(Part part) {
    return Objects.requireNonNull(part.report().shard());
  }

  private void checkSame(Part part) throws ResultsFileException {
    RunReport one = first.report();
    RunReport other = part.report();
    if (!one.corpusVersion().equals(other.corpusVersion())
        || !shard(first).cases().equals(shard(part).cases())
        || !one.rungs().equals(other.rungs())) {
      throw new ResultsFileException(
          ("%s and %s are of different cases (corpus %s and %s): select the same of the same"
                  + " corpus.")
              .formatted(first.file(), part.file(), one.corpusVersion(), other.corpusVersion()));
    }
    if (!one.versions().equals(other.versions())) {
      throw new ResultsFileException(
          "%s and %s were made by different versions of Touchstone: %s and %s."
              .formatted(first.file(), part.file(), one.versions(), other.versions()));
    }
    if (!subjects(one).equals(subjects(other))) {
      throw new ResultsFileException(
          "%s and %s are of different subjects: %s and %s differ in version, features or answers."
              .formatted(first.file(), part.file(), titles(one), titles(other)));
    }
  }

  /** The subjects without their results. */
  private static List<SubjectReport> subjects(RunReport report) {
    return report.subjects().stream().map(each -> with(each, List.of())).toList();
  }

  private static String titles(RunReport report) {
    return String.join(
        ", ", report.subjects().stream().map(each -> each.name() + " " + each.version()).toList());
  }

  private SubjectReport subject(int index) throws ResultsFileException {
    Map<String, CaseReport> results = new TreeMap<>();
    for (Part part : parts) {
      for (CaseReport result : part.report().subjects().get(index).results()) {
        if (results.put(result.id(), result) != null) {
          throw new ResultsFileException(
              "%s has %s, which another shard has too.".formatted(part.file(), result.id()));
        }
      }
    }
    SubjectReport subject = first.report().subjects().get(index);
    List<CaseReport> all = List.copyOf(results.values());
    if (!Fingerprint.of(all).equals(shard(first).cases())) {
      throw new ResultsFileException(
          "Together the shards do not have the cases of %s that were selected."
              .formatted(subject.name()));
    }
    return with(subject, all);
  }

  private static SubjectReport with(SubjectReport subject, List<CaseReport> results) {
    return new SubjectReport(
        subject.name(), subject.version(), subject.features(), subject.capabilities(), results);
  }

  /** The same run as if it had taken no time: every time is 0, its start the epoch. */
  public static RunReport withoutTimes(RunReport report) {
    return new RunReport(
        report.schema(),
        report.corpusVersion(),
        "1970-01-01T00:00:00Z",
        0,
        report.rungs(),
        report.clauses(),
        report.subjects().stream()
            .map(each -> with(each, each.results().stream().map(ResultsMerge::untimed).toList()))
            .toList(),
        report.shard(),
        report.versions());
  }

  private static CaseReport untimed(CaseReport result) {
    return result.withRuns(
        result.runs().stream()
            .map(
                run ->
                    new RunInfo(
                        run.bindings(),
                        run.outcome(),
                        run.output(),
                        run.command(),
                        run.exitCode(),
                        run.diagnostics(),
                        0))
            .toList());
  }
}
