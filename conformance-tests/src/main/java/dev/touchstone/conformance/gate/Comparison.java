package dev.touchstone.conformance.gate;

import dev.touchstone.conformance.gate.Baseline.Entry;
import dev.touchstone.conformance.gate.Baseline.Known;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compares what was seen with a baseline: the rules GATE-5 to GATE-12. */
public final class Comparison {
  private final Baseline baseline;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> resolved = new HashSet<>();

  private Comparison(Baseline baseline) {
    this.baseline = baseline;
  }

  /**
   * What is found, by rule and then by id.
   *
   * @param selected whether an id that the corpus does not have belongs to what was selected
   * @param retired the ids of cases that are no more
   */
  public static List<Finding> of(
      Baseline baseline, List<Seen> cases, Predicate<String> selected, Set<String> retired) {
    Comparison comparison = new Comparison(baseline);
    cases.forEach(comparison::compare);
    comparison.addMissing(selected, retired);
    comparison.findings.sort(Comparator.comparing(Finding::rule).thenComparing(Finding::id));
    return comparison.findings;
  }

  /** The id under which a baseline has a case: its own, or else one that it had before. */
  static Optional<String> idIn(Baseline baseline, Seen seen) {
    if (baseline.knows(seen.id())) {
      return Optional.of(seen.id());
    }
    return seen.was().stream().filter(baseline::knows).findFirst();
  }

  /** Whether a case applies and is compared with what the baseline says of it. */
  public static boolean compares(Baseline baseline, Seen seen) {
    boolean applies = !seen.known().unsupported();
    return applies
        && idIn(baseline, seen)
            .map(id -> baseline.known(id).map(known -> same(known, seen)).orElse(true))
            .orElse(false);
  }

  private static boolean same(Known known, Seen seen) {
    return known.hash().equals(seen.known().hash());
  }

  private void compare(Seen seen) {
    Optional<String> id = idIn(baseline, seen);
    id.ifPresent(resolved::add);
    id.filter(old -> !old.equals(seen.id()))
        .ifPresent(old -> add(Rule.RENAMED, seen, "was " + old));
    Optional<Entry> entry = id.flatMap(baseline::failure);
    entry
        .filter(known -> known.reason().isBlank())
        .ifPresent(known -> add(Rule.NO_REASON, seen, "line " + known.position().line()));
    if (seen.kinds().size() > 1) {
      flaky(seen, entry);
    } else {
      steady(seen, id, entry);
    }
  }

  private void flaky(Seen seen, Optional<Entry> entry) {
    boolean expected =
        entry.filter(Entry::flaky).filter(known -> !known.reason().isBlank()).isPresent()
            && seen.kinds().stream().allMatch(kind -> expects(entry.get(), kind));
    if (!expected) {
      String kinds =
          seen.results().stream()
              .map(Kind::of)
              .map(Kind::toString)
              .collect(Collectors.joining(", "));
      add(Rule.FLAKY, seen, kinds);
    }
  }

  /** Where a flaky case did not show its fault, it passes, or what it is about stays unchecked. */
  private static boolean expects(Entry flaky, Kind kind) {
    return kind.passes() || kind.unsupported() || kind.equals(flaky.kind());
  }

  private void steady(Seen seen, Optional<String> id, Optional<Entry> entry) {
    Kind now = seen.kinds().getFirst();
    Optional<Known> known = id.flatMap(baseline::known);
    if (id.isEmpty()) {
      add(Rule.NEW_CASE, seen, now.toString());
    } else if (known.isPresent() && !same(known.get(), seen)) {
      add(Rule.CHANGED_CASE, seen, now + before(entry));
    } else if (entry.isPresent()) {
      listed(seen, entry.get(), now);
    } else {
      unlisted(seen, known.orElseThrow(), now);
    }
  }

  private void listed(Seen seen, Entry entry, Kind now) {
    if (entry.flaky() && expects(entry, now)) {
      if (seen.results().size() > 1) {
        add(Rule.STEADY, seen, seen.results().size() + " times " + now);
      }
    } else if (now.passes()) {
      add(Rule.UNEXPECTED_PASS, seen, before(Optional.of(entry)).strip());
    } else if (!now.equals(entry.kind())) {
      add(Rule.CHANGED_KIND, seen, now + before(Optional.of(entry)));
    }
  }

  private void unlisted(Seen seen, Known known, Kind now) {
    if (known.unsupported() && !now.unsupported()) {
      add(Rule.NOW_APPLIES, seen, now.toString());
    } else if (!known.unsupported() && now.unsupported()) {
      add(Rule.NO_LONGER_APPLIES, seen, seen.telling().reason());
    } else if (!now.passes() && !now.unsupported()) {
      add(Rule.NEW_FAILURE, seen, now.toString());
    }
  }

  private static String before(Optional<Entry> entry) {
    return entry.map(known -> " [baseline: " + known.kind() + "]").orElse("");
  }

  private void addMissing(Predicate<String> selected, Set<String> retired) {
    Set<String> ids = new TreeSet<>(baseline.cases().keySet());
    ids.addAll(baseline.failures().keySet());
    ids.stream()
        .filter(id -> !resolved.contains(id) && selected.test(id))
        .forEach(
            id -> {
              Rule rule = retired.contains(id) ? Rule.RETIRED : Rule.MISSING;
              findings.add(new Finding(rule, id, "", Optional.empty()));
            });
  }

  private void add(Rule rule, Seen seen, String detail) {
    findings.add(new Finding(rule, seen.id(), detail, Optional.of(seen)));
  }
}
