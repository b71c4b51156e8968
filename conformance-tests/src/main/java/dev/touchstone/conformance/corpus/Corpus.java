package dev.touchstone.conformance.corpus;

import java.util.List;
import java.util.Map;

/**
 * A loaded corpus: valid, with unique ids.
 *
 * @param version the corpus's own version
 * @param language features, capabilities, rungs
 * @param clauses the spec's rules by id
 * @param cases the cases, spec examples included, in order of id
 */
public record Corpus(
    String version, Language language, Map<String, Clause> clauses, List<TestCase> cases) {
  /** Copies the list. */
  public Corpus {
    cases = List.copyOf(cases);
  }
}
