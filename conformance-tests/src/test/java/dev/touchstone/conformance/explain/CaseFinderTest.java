package dev.touchstone.conformance.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.corpus.CaseLimits;
import dev.touchstone.conformance.corpus.Expectation;
import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.corpus.SourcePosition;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.explain.CaseFinder.Found;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFinderTest {
  private static final CaseFinder FINDER =
      new CaseFinder(
          List.of(
              testCase("tail/cond/receiver", 4, "tail/old/receiver-of-arrow"),
              testCase("tail/cond/else-branch", 12, "tail/old/else"),
              testCase("data/lists/append-shares", 3, "data/old/append")));

  private static TestCase testCase(String id, int line, String was) {
    return new TestCase(
        id,
        List.of("X-1"),
        new TreeSet<>(),
        new TreeSet<>(),
        Map.of(),
        new Program.Scheme("1", Map.of()),
        Optional.empty(),
        List.of(),
        Map.of(),
        CaseLimits.NONE,
        false,
        new Expectation.Observe(),
        List.of(was),
        "",
        new SourcePosition(
            "test-cases/" + id.substring(0, id.lastIndexOf('/')) + ".yaml", line, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "tail/cond/receiver, tail/cond/receiver",
    "tail/old/else, tail/cond/else-branch",
    "receiver, tail/cond/receiver",
    "cond/receiver, tail/cond/receiver",
    "shares, data/lists/append-shares",
    "test-cases/tail/cond.yaml:4, tail/cond/receiver",
    "test-cases/tail/cond.yaml:11, tail/cond/receiver",
    "./test-cases/tail/cond.yaml:900, tail/cond/else-branch",
    "/somewhere/test-cases/tail/cond.yaml:12:3, tail/cond/else-branch",
    "tail/cond.yaml:5, tail/cond/receiver"
  })
  void aCaseIsFound(String name, String id) {
    assertThat(FINDER.find(name))
        .isInstanceOfSatisfying(
            Found.One.class, one -> assertThat(one.testCase().id()).isEqualTo(id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "tail/cond; 'tail/cond' is part of 2 ids:",
        "tail/cond/reciever; did you mean 'tail/cond/receiver'?",
        "recever; did you mean 'tail/cond/receiver'?",
        "zzzzzz; './touchstone list' shows the ids.",
        "''; must not be empty",
        "no/such.yaml:3; no case stands in a file 'no/such.yaml'.",
        "tail/cond.yaml:3; begins at or before line 3"
      })
  void whatIsUnclearIsSaid(String name, String sentence) {
    assertThat(FINDER.find(name))
        .isInstanceOfSatisfying(
            Found.Unclear.class, unclear -> assertThat(unclear.sentence()).contains(sentence));
  }
}
