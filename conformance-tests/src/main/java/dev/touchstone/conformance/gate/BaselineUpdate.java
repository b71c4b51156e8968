package dev.touchstone.conformance.gate;

import dev.touchstone.conformance.corpus.SourcePosition;
import dev.touchstone.conformance.gate.Baseline.Entry;
import dev.touchstone.conformance.gate.Baseline.Known;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The baseline that a run would have passed (GATE-13). What was not selected, and every reason and
 * link, stays.
 *
 * @param baseline the new one
 * @param renamed new ids of cases that it had under old ones, by the old
 */
public record BaselineUpdate(Baseline baseline, Map<String, String> renamed) {
  private static final SourcePosition NOWHERE = new SourcePosition("", 1, 1);

  /** Copies the map. */
  public BaselineUpdate {
    renamed = Map.copyOf(renamed);
  }

  /**
   * Brings a baseline up to date.
   *
   * @param selected whether an id that the corpus does not have belongs to what was selected
   */
  public static BaselineUpdate of(Baseline old, List<Seen> cases, Predicate<String> selected) {
    Map<String, Entry> failures = new LinkedHashMap<>(old.failures());
    Map<String, Known> known = new LinkedHashMap<>(old.cases());
    Map<String, String> renamed = new LinkedHashMap<>();
    Stream.concat(old.cases().keySet().stream(), old.failures().keySet().stream())
        .filter(selected)
        .forEach(
            id -> {
              failures.remove(id);
              known.remove(id);
            });
    for (Seen seen : cases) {
      String before = Comparison.idIn(old, seen).orElse(seen.id());
      failures.remove(before);
      known.remove(before);
      if (!before.equals(seen.id())) {
        renamed.put(before, seen.id());
      }
      known.put(seen.id(), seen.known());
      entry(seen, old.failure(before)).ifPresent(entry -> failures.put(seen.id(), entry));
    }
    return new BaselineUpdate(
        new Baseline(old.corpus(), old.subject(), old.version(), failures, known), renamed);
  }

  /** The same with other versions. */
  public BaselineUpdate withVersions(String corpus, String version) {
    return new BaselineUpdate(
        new Baseline(corpus, baseline.subject(), version, baseline.failures(), baseline.cases()),
        renamed);
  }

  private static Optional<Entry> entry(Seen seen, Optional<Entry> old) {
    boolean flaky = seen.kinds().size() > 1;
    if (!flaky && old.filter(Entry::flaky).isPresent() && seen.kinds().getFirst().passes()) {
      return old.map(entry -> renamed(entry, seen.id()));
    }
    Optional<Kind> listed = old.map(Entry::kind).filter(seen.kinds()::contains);
    Optional<Kind> first =
        seen.kinds().stream()
            .filter(kind -> !kind.passes() && (flaky || !kind.unsupported()))
            .findFirst();
    return listed
        .or(() -> first)
        .map(
            kind ->
                new Entry(
                    seen.id(),
                    kind,
                    old.map(Entry::reason).orElse(""),
                    old.map(Entry::link).orElse(""),
                    flaky || old.filter(Entry::flaky).isPresent(),
                    NOWHERE));
  }

  private static Entry renamed(Entry entry, String id) {
    return new Entry(id, entry.kind(), entry.reason(), entry.link(), entry.flaky(), NOWHERE);
  }
}
