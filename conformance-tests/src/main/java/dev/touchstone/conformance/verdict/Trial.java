package dev.touchstone.conformance.verdict;

import dev.touchstone.conformance.subject.Observation;
import java.util.Map;

/**
 * One run of a case for the judge.
 *
 * @param bindings the values of {@code vary} in this run; empty where the case varies nothing
 * @param observation what was seen
 */
public record Trial(Map<String, String> bindings, Observation observation) {
  /** Copies the map. */
  public Trial {
    bindings = Map.copyOf(bindings);
  }
}
