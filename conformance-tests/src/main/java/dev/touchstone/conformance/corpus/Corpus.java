package dev.touchstone.conformance.corpus;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A loaded corpus: valid, with unique ids.
 *
 * @param version the corpus's own version
 * @param specVersion the version of the spec that it was read with; empty where it has none
 * @param language features, capabilities, rungs
 * @param clauses the spec's rules by id
 * @param cases the cases, spec examples included, in order of id
 * @param retired the ids of cases that are no more
 */
public record Corpus(
    String version,
    String specVersion,
    Language language,
    Map<String, Clause> clauses,
    List<TestCase> cases,
    Set<String> retired) {
  /** A corpus with a spec that has no version, and without retired cases. */
  public Corpus(
      String version, Language language, Map<String, Clause> clauses, List<TestCase> cases) {
    this(version, "", language, clauses, cases, Set.of());
  }

  /** Copies the collections. */
  public Corpus {
    cases = List.copyOf(cases);
    retired = Set.copyOf(retired);
  }
}
