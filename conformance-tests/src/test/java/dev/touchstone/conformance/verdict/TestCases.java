package dev.touchstone.conformance.verdict;

import dev.touchstone.conformance.corpus.Expectation;
import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.corpus.SourcePosition;
import dev.touchstone.conformance.corpus.TestCase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Cases for tests, of which only a part matters. */
public final class TestCases {
  private TestCases() {}

  /** A case that needs no feature and expects that. */
  public static TestCase expecting(Expectation expectation) {
    return of(expectation, Set.of(), Set.of());
  }

  /** A case that needs these features, expects that, and for which these aspects are essential. */
  public static TestCase of(Expectation expectation, Set<String> requires, Set<String> essential) {
    return TestCase.of(
        "chapter/file/case",
        List.of("ANY-1"),
        new TreeSet<>(requires),
        new TreeSet<>(essential),
        new Program.Scheme("", Map.of()),
        expectation,
        new SourcePosition("chapter/file.yaml", 1, 1));
  }
}
