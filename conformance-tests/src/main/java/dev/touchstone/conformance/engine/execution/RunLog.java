package dev.touchstone.conformance.engine.execution;

import dev.touchstone.conformance.corpus.Clause;
import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Rung;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.corpus.export.ContentHash;
import dev.touchstone.conformance.engine.setup.CaseFilter;
import dev.touchstone.conformance.engine.setup.Cases;
import dev.touchstone.conformance.engine.setup.Rungs;
import dev.touchstone.conformance.engine.setup.Settings;
import dev.touchstone.conformance.engine.setup.Shard;
import dev.touchstone.conformance.subject.Observation;
import dev.touchstone.conformance.subject.SubjectProfile;
import dev.touchstone.conformance.verdict.Judgement;
import dev.touchstone.conformance.verdict.Trial;
import dev.touchstone.reports.model.CaseReport;
import dev.touchstone.reports.model.CaseReport.RunInfo;
import dev.touchstone.reports.model.RunReport;
import dev.touchstone.reports.model.RunReport.ClauseInfo;
import dev.touchstone.reports.model.RunReport.RungInfo;
import dev.touchstone.reports.model.RunReport.ShardInfo;
import dev.touchstone.reports.model.SubjectReport;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects the results of a run, by subject and id, and makes the report of them. */
final class RunLog {
  private static final int LONGEST_OUTPUT = 10_000;
  private static final int LONGEST_TEXT = 50_000;

  private final Settings settings;
  private final Instant started = Instant.now();
  private final Map<String, NavigableMap<String, CaseResult>> results = new HashMap<>();

  RunLog(Settings settings) {
    this.settings = settings;
  }

  boolean isEmpty() {
    return results.isEmpty();
  }

  void add(String subject, CaseResult result) {
    results.computeIfAbsent(subject, name -> new TreeMap<>()).put(result.testCase().id(), result);
  }

  /** The report, with what each subject says of itself. */
  RunReport report(Corpus corpus, Function<String, Optional<SubjectProfile>> profiles) {
    List<SubjectReport> subjects =
        settings.subjects().stream()
            .filter(results::containsKey)
            .map(name -> subject(name, profiles.apply(name), corpus.language()))
            .toList();
    return new RunReport(
        RunReport.SCHEMA,
        corpus.version(),
        started.truncatedTo(ChronoUnit.SECONDS).toString(),
        Duration.between(started, Instant.now()).toMillis(),
        corpus.language().rungs().stream().map(RunLog::rung).toList(),
        clauses(subjects, corpus.clauses()),
        subjects,
        shard(corpus),
        Versions.of(corpus));
  }

  private @Nullable ShardInfo shard(Corpus corpus) {
    Shard shard = settings.filter().shard();
    if (shard.isAll()) {
      return null;
    }
    CaseFilter all = settings.filter().unsharded();
    List<TestCase> cases =
        corpus.cases().stream().filter(each -> all.matches(each, corpus.language())).toList();
    return new ShardInfo(shard.index(), shard.of(), Cases.fingerprint(cases));
  }

  private SubjectReport subject(String name, Optional<SubjectProfile> profile, Language language) {
    return new SubjectReport(
        profile.map(SubjectProfile::name).orElse(name),
        profile.map(SubjectProfile::version).orElse("unknown"),
        profile.map(known -> List.copyOf(new TreeSet<>(known.features()))).orElse(List.of()),
        profile
            .<Map<String, String>>map(known -> new TreeMap<>(known.capabilities()))
            .orElse(Map.of()),
        results.getOrDefault(name, new TreeMap<>()).values().stream()
            .map(result -> result.report().orElseGet(() -> broken(result, language)))
            .toList());
  }

  private static CaseReport broken(CaseResult result, Language language) {
    return result(result, language, ContentHash.of(result.testCase()));
  }

  /**
   * What a report says of a result.
   *
   * @param hash that of the case
   */
  static CaseReport result(CaseResult result, Language language, String hash) {
    TestCase testCase = result.testCase();
    Judgement judgement = result.judgement();
    return new CaseReport(
        testCase.id(),
        judgement.verdict().id(),
        judgement.reason(),
        Rungs.of(testCase, language).stream().map(Rung::id).toList(),
        List.copyOf(testCase.requires()),
        testCase.clauses(),
        testCase.position().file(),
        testCase.position().line(),
        Texts.cut(Texts.program(testCase.program()), LONGEST_TEXT),
        Texts.cut(judgement.expected(), LONGEST_TEXT),
        Texts.cut(judgement.actual(), LONGEST_TEXT),
        judgement.checked(),
        judgement.unchecked(),
        judgement.differs(),
        result.trials().stream().map(RunLog::run).toList(),
        hash);
  }

  private static RunInfo run(Trial trial) {
    Observation seen = trial.observation();
    return new RunInfo(
        Texts.bindings(trial.bindings()),
        Texts.cut(Texts.outcome(seen.outcome()), LONGEST_OUTPUT),
        Texts.cut(seen.output().orElse(""), LONGEST_OUTPUT),
        seen.command(),
        seen.exitCode().isPresent() ? (Integer) seen.exitCode().getAsInt() : null,
        Texts.cut(seen.diagnostics(), LONGEST_OUTPUT),
        seen.milliseconds());
  }

  private static RungInfo rung(Rung rung) {
    return new RungInfo(rung.id(), rung.title(), List.copyOf(new TreeSet<>(rung.features())));
  }

  private static Map<String, ClauseInfo> clauses(
      List<SubjectReport> subjects, Map<String, Clause> all) {
    Map<String, ClauseInfo> used = new TreeMap<>();
    subjects.stream()
        .flatMap(subject -> subject.results().stream())
        .flatMap(result -> result.clauses().stream())
        .forEach(
            id -> {
              Clause clause = all.get(id);
              if (clause != null) {
                used.put(id, new ClauseInfo(clause.chapter(), clause.text()));
              }
            });
    return used;
  }
}
