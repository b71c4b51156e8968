package dev.touchstone.conformance.names;

import dev.touchstone.conformance.corpus.Feature;
import dev.touchstone.conformance.corpus.TestCase;
import java.util.List;

/**
 * A name of the language.
 *
 * @param feature what an implementation lacks that lacks the name
 * @param clauses the rules of the feature that speak of the name; if none does, none
 * @param cases those that test one of these rules by a program which mentions the name
 */
public record KnownName(String name, Feature feature, List<String> clauses, List<TestCase> cases) {
  /** Copies the lists. */
  public KnownName {
    clauses = List.copyOf(clauses);
    cases = List.copyOf(cases);
  }

  /**
   * The library that exports it, for example {@code (scheme base)}. It is that of its feature, but
   * for {@code newline}, without which there is no use in {@code display} (R7RS appendix A).
   */
  public String library() {
    return name.equals("newline") ? "(scheme base)" : feature.library();
  }
}
