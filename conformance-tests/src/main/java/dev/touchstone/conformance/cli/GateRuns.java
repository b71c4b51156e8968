package dev.touchstone.conformance.cli;

import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.corpus.export.ContentHash;
import dev.touchstone.conformance.engine.setup.LocatedCorpus;
import dev.touchstone.conformance.engine.setup.Settings;
import dev.touchstone.conformance.engine.setup.Workshop;
import dev.touchstone.conformance.gate.Seen;
import dev.touchstone.reports.ResultsFile;
import dev.touchstone.reports.ResultsFileException;
import dev.touchstone.reports.model.CaseReport;
import dev.touchstone.reports.model.RunReport;
import dev.touchstone.reports.model.SubjectReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the gate gets its results: runs made now, or the results of one made before. */
record GateRuns(Terminal terminal, Workshop workshop, Selection selection, String subject) {
  /**
   * What the gate judges.
   *
   * @param name of the subject, as it calls itself
   * @param version of the subject
   * @param cases by id
   */
  record Seens(String name, String version, List<Seen> cases) {
    String title() {
      return (name + " " + version).strip();
    }
  }

  /** Runs the selected cases as often as asked. */
  Seens now(LocatedCorpus corpus, int repeat, int jobs) {
    Runner runner = new Runner(terminal, workshop);
    runner.checkSubject(subject);
    Settings settings = selection.settings(List.of(subject), jobs, null);
    List<SubjectReport> reports = new ArrayList<>();
    for (int i = 0; i < repeat; i++) {
      reports.add(runner.run(corpus, settings, /* quiet= */ true).report().subjects().getFirst());
    }
    return seens(corpus.corpus(), reports);
  }

  /** Takes the results of the selected cases from a file. */
  Seens earlier(Corpus corpus, Path file) {
    try {
      RunReport report = ResultsFile.read(terminal.directory().resolve(file));
      SubjectReport chosen = choose(report, file);
      Scope scope = new Scope(corpus, selection);
      List<CaseReport> selected =
          chosen.results().stream().filter(result -> scope.holds(result.id())).toList();
      if (selected.isEmpty()) {
        throw new CliException(ExitCode.NOTHING, file + " has no result of a selected case.");
      }
      return seens(
          corpus,
          List.of(
              new SubjectReport(
                  chosen.name(),
                  chosen.version(),
                  chosen.features(),
                  chosen.capabilities(),
                  selected)));
    } catch (ResultsFileException wrong) {
      throw new CliException(ExitCode.WRONG_USE, String.valueOf(wrong.getMessage()));
    } catch (IOException unreadable) {
      throw new CliException(ExitCode.WRONG_USE, file + " cannot be read: " + unreadable);
    }
  }

  /** The subject of that name; of a file with one subject alone that one, where a path is given. */
  private SubjectReport choose(RunReport report, Path file) {
    boolean path = subject.contains("/") || subject.endsWith(".yaml");
    List<SubjectReport> all = report.subjects();
    return all.stream()
        .filter(each -> each.name().equals(subject) || (path && all.size() == 1))
        .findFirst()
        .orElseThrow(
            () ->
                new CliException(
                    ExitCode.WRONG_USE,
                    "%s has no results of '%s', but of %s."
                        .formatted(
                            file,
                            subject,
                            all.stream()
                                .map(SubjectReport::name)
                                .collect(Collectors.joining(", ")))));
  }

  private static Seens seens(Corpus corpus, List<SubjectReport> reports) {
    Map<String, TestCase> cases = new LinkedHashMap<>();
    corpus.cases().forEach(each -> cases.put(each.id(), each));
    Map<String, List<CaseReport>> results = new TreeMap<>();
    for (SubjectReport report : reports) {
      for (CaseReport result : report.results()) {
        checkRun(report, result);
        results.computeIfAbsent(result.id(), id -> new ArrayList<>()).add(result);
      }
    }
    SubjectReport first = reports.getFirst();
    return new Seens(
        first.name(),
        first.version(),
        results.entrySet().stream()
            .map(each -> seen(each.getKey(), each.getValue(), cases.get(each.getKey())))
            .toList());
  }

  private static void checkRun(SubjectReport subject, CaseReport result) {
    if (result.verdict().equals("not-run")) {
      throw new CliException(
          ExitCode.WRONG_USE,
          "%s was not run on %s: %s".formatted(result.id(), subject.name(), result.reason()));
    }
  }

  private static Seen seen(String id, List<CaseReport> results, @Nullable TestCase testCase) {
    List<String> was = testCase == null ? List.of() : Scope.formerIds(testCase).toList();
    String stated = results.getFirst().hash();
    String hash = stated.isEmpty() && testCase != null ? ContentHash.of(testCase) : stated;
    return new Seen(id, was, hash, results);
  }
}
