package dev.touchstone.conformance.engine.execution;

import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.engine.setup.Cases;
import dev.touchstone.conformance.engine.setup.Settings;
import dev.touchstone.conformance.subject.SubjectProfile;
import dev.touchstone.conformance.verdict.Verdict;
import dev.touchstone.reports.Fingerprint;
import dev.touchstone.reports.Journal;
import dev.touchstone.reports.Journal.Content;
import dev.touchstone.reports.Journal.Head;
import dev.touchstone.reports.Journal.Line;
import dev.touchstone.reports.model.CaseReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps each result as soon as there is one, where a run writes reports, and knows those of the run
 * that it goes on with. Thread-safe.
 */
final class Ledger implements AutoCloseable {
  private final Optional<Journal> journal;
  private final Map<String, String> hashes;
  private final Map<String, Map<String, CaseReport>> known = new HashMap<>();

  /** What the subjects say of themselves, as fingerprints: in the run before, and in this one. */
  private final Map<String, String> claims = new HashMap<>();

  private final Map<String, String> claimsNow = new ConcurrentHashMap<>();

  private Ledger(Optional<Journal> journal, List<Line> lines, Map<String, String> hashes) {
    this.journal = journal;
    this.hashes = hashes;
    for (Line line : lines) {
      claims.put(line.subject(), line.claims());
      known
          .computeIfAbsent(line.subject(), subject -> new HashMap<>())
          .put(line.result().id(), line.result());
    }
  }

  /**
   * The ledger of a run.
   *
   * @throws IOException if there is nothing to go on with, or it is another run's; or if it cannot
   *     be written
   */
  static Ledger open(Settings settings, Collection<TestCase> cases) throws IOException {
    Map<String, String> hashes = Cases.hashes(cases);
    if (settings.report().isEmpty() || cases.isEmpty()) {
      return new Ledger(Optional.empty(), List.of(), hashes);
    }
    Path file = settings.report().get().resolve(Journal.NAME);
    Head head = new Head(Fingerprint.of(hashes), settings.subjects(), settings.asked());
    if (!settings.resume()) {
      return new Ledger(start(file, head), List.of(), hashes);
    }
    Content content =
        Journal.read(file)
            .orElseThrow(
                () -> new IOException("no run was interrupted that wrote to " + file.getParent()));
    if (!content.head().sameRun(head)) {
      throw new IOException(
          "the run that was interrupted was of other cases or subjects ("
              + content.head().asked()
              + "): give the same options, or leave out --resume");
    }
    return new Ledger(Optional.of(Journal.resume(file, content)), content.lines(), hashes);
  }

  /** A new journal; none where nothing can be written, which the report will tell. */
  private static Optional<Journal> start(Path file, Head head) {
    try {
      return Optional.of(Journal.start(file, head));
    } catch (IOException unwritable) {
      return Optional.empty();
    }
  }

  /** The subjects of which it knows results. */
  Collection<String> subjects() {
    return new TreeSet<>(known.keySet());
  }

  /**
   * Checks that a subject is the one of which it knows results.
   *
   * @throws IOException if not
   */
  void check(String subject, SubjectProfile profile) throws IOException {
    if (!claims(profile).equals(claims.get(subject))) {
      throw new IOException(
          "the subject "
              + subject
              + " is not what it was when the run was interrupted: leave out --resume");
    }
  }

  /** The result of a case that was run before. */
  Optional<CaseReport> result(String subject, TestCase testCase) {
    return Optional.ofNullable(known.getOrDefault(subject, Map.of()).get(testCase.id()));
  }

  /** The hash of a case of this run. */
  String hash(TestCase testCase) {
    return Objects.requireNonNull(hashes.get(testCase.id()));
  }

  /** Keeps what is reported of a case, unless that could not be run. */
  void add(String subject, SubjectProfile profile, CaseReport report) {
    if (journal.isEmpty() || report.verdict().equals(Verdict.NOT_RUN.id())) {
      return;
    }
    String claimed = claimsNow.computeIfAbsent(subject, name -> claims(profile));
    try {
      journal.get().add(new Line(subject, claimed, report));
    } catch (IOException unwritten) {
      // The result stands all the same; resuming would run the case again.
    }
  }

  private static String claims(SubjectProfile profile) {
    Map<String, String> all = new TreeMap<>(profile.capabilities());
    all.put("name", profile.name());
    all.put("version", profile.version());
    all.put("features", new TreeSet<>(profile.features()).toString());
    return Fingerprint.of(all);
  }

  /** Forgets all: the reports are written. */
  void remove() throws IOException {
    if (journal.isPresent()) {
      journal.get().remove();
    }
  }

  @Override
  public void close() throws IOException {
    if (journal.isPresent()) {
      journal.get().close();
    }
  }
}
