package dev.touchstone.conformance.doctor;

import dev.touchstone.conformance.corpus.Feature;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Rung;
import dev.touchstone.conformance.subject.Observation;
import dev.touchstone.conformance.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compares what a subject claims with what the probes of the features say. */
final class FeatureExamination {
  private static final int SHOWN = 8;

  private final Language language;
  private final Subject subject;
  private final Set<String> claimed;
  private final boolean numbers;

  /**
   * The features of an open subject.
   *
   * @param numbers whether it has no symbols
   */
  FeatureExamination(Language language, Subject subject, boolean numbers) {
    this.language = language;
    this.subject = subject;
    this.claimed = subject.profile().features();
    this.numbers = numbers;
  }

  /** The mistakes, at most two. */
  List<Diagnosis> examine() throws InterruptedException {
    List<Diagnosis> found = new ArrayList<>();
    Map<String, Observation> claims = probe(f -> claimed.contains(f.id()) && !isOnlyImplied(f));
    List<String> refuted =
        claims.entrySet().stream()
            .filter(e -> !Programs.passed(e.getValue(), numbers))
            .map(e -> "%s (%s: %s)".formatted(e.getKey(), text(e.getKey()), e.getValue().outcome()))
            .toList();
    if (!refuted.isEmpty()) {
      found.add(new Diagnosis(Mistake.CLAIM_REFUTED, list(refuted)));
    }
    Map<String, Observation> others = probe(this::isNear);
    List<String> working =
        others.entrySet().stream()
            .filter(e -> Programs.passed(e.getValue(), numbers))
            .map(Map.Entry::getKey)
            .toList();
    if (!working.isEmpty()) {
      found.add(new Diagnosis(Mistake.CLAIM_MISSING, "the probe works of " + list(working)));
    }
    return found;
  }

  private String text(String feature) {
    Feature known = language.features().get(feature);
    return known == null ? "" : Programs.probe(known, numbers);
  }

  private static String list(List<String> all) {
    String shown = all.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return all.size() > SHOWN ? shown + " and " + (all.size() - SHOWN) + " more" : shown;
  }

  /**
   * Whether a feature is claimed for the sake of others. A VM with numbers alone claims truth
   * values with them, and may lack the procedures on them.
   */
  private boolean isOnlyImplied(Feature feature) {
    return numbers
        && language.features().values().stream()
            .anyMatch(f -> claimed.contains(f.id()) && f.requires().contains(feature.id()));
  }

  /** What could be claimed next: all that it needs is claimed, and it is at most a rung higher. */
  private boolean isNear(Feature feature) {
    return !claimed.contains(feature.id())
        && claimed.containsAll(feature.requires())
        && language.rungs().stream()
            .limit(highest() + 2L)
            .anyMatch(rung -> rung.features().contains(feature.id()));
  }

  private int highest() {
    int highest = -1;
    for (int i = 0; i < language.rungs().size(); i++) {
      Rung rung = language.rungs().get(i);
      if (rung.features().stream().anyMatch(claimed::contains)) {
        highest = i;
      }
    }
    return highest;
  }

  private Map<String, Observation> probe(Predicate<Feature> wanted) throws InterruptedException {
    List<Feature> features =
        language.features().values().stream()
            .filter(f -> Programs.isTelling(f, numbers) && wanted.test(f))
            .toList();
    return Probes.run(subject, features, numbers);
  }
}
