package dev.touchstone.conformance.corpus;

import java.util.Set;

/**
 * A named bundle of features. It serves reporting only and never gates a case.
 *
 * @param id for example {@code arith}
 * @param title one line
 * @param features what it bundles; a feature is in at most one rung
 */
public record Rung(String id, String title, Set<String> features) {
  /** Copies the set. */
  public Rung {
    features = Set.copyOf(features);
  }
}
