package dev.touchstone.conformance.gate;

import static dev.touchstone.conformance.gate.Cases.seen;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final String BASELINE =
      """
      baseline: 1
      corpus: 1.0.0
      subject: toy
      version: "2"
      failures:
        - { id: a/b/wrong, verdict: fail, differs: [value], reason: it is so }
        - { id: a/b/dead, verdict: crash, reason: it is so }
        - { id: a/b/odd, verdict: fail, differs: [value], reason: a race, flaky: true }
        - { id: a/b/mute, verdict: fail, differs: [value], reason: "", flaky: true }
      cases:
        a/b:
          right: 111111111111
          wrong: 111111111111
          dead: 111111111111
          odd: 111111111111
          mute: 111111111111
          beyond: 111111111111 unsupported
      """;

  private static Baseline baseline() {
    return BaselineReader.read("b.yaml", BASELINE.getBytes(StandardCharsets.UTF_8), Set.of());
  }

  /** What is found of one case, the others being left out of the selection. */
  private static List<String> found(Seen... cases) {
    return Comparison.of(baseline(), List.of(cases), id -> false, Set.of()).stream()
        .map(finding -> finding.rule() + " " + finding.id() + " " + finding.detail())
        .map(String::strip)
        .toList();
  }

  @Test
  void whatIsAsTheBaselineSaysIsNoFinding() {
    assertThat(
            found(
                seen("a/b/right", "pass"),
                seen("a/b/wrong", "fail value"),
                seen("a/b/dead", "crash"),
                seen("a/b/odd", "pass"),
                seen("a/b/beyond", "unsupported")))
        .isEmpty();
  }

  @Test
  void aFailureThatIsNotListedIsNew() {
    assertThat(found(seen("a/b/right", "timeout")))
        .containsExactly("NEW_FAILURE a/b/right timeout");
  }

  @Test
  void aListedFailureThatPassesIsFound() {
    assertThat(found(seen("a/b/wrong", "pass")))
        .containsExactly("UNEXPECTED_PASS a/b/wrong [baseline: fail (value)]");
  }

  @Test
  void aFailureOfAnotherVerdictOrAspectIsFound() {
    assertThat(found(seen("a/b/wrong", "crash")))
        .containsExactly("CHANGED_KIND a/b/wrong crash [baseline: fail (value)]");
    assertThat(found(seen("a/b/wrong", "fail output")))
        .containsExactly("CHANGED_KIND a/b/wrong fail (output) [baseline: fail (value)]");
    assertThat(found(seen("a/b/dead", "unsupported")))
        .containsExactly("CHANGED_KIND a/b/dead unsupported [baseline: crash]");
  }

  @Test
  void anIdThatIsGoneIsMissingIfItWasSelected() {
    assertThat(
            Comparison.of(
                baseline(),
                List.of(seen("a/b/right", "pass")),
                id -> !id.equals("a/b/dead"),
                Set.of("c/d/other")))
        .extracting(Finding::rule, Finding::id)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Rule.MISSING, "a/b/beyond"),
            org.assertj.core.groups.Tuple.tuple(Rule.MISSING, "a/b/mute"),
            org.assertj.core.groups.Tuple.tuple(Rule.MISSING, "a/b/odd"),
            org.assertj.core.groups.Tuple.tuple(Rule.MISSING, "a/b/wrong"));
  }

  @Test
  void anIdThatIsRetiredIsToldOf() {
    assertThat(
            Comparison.of(
                baseline(), List.of(), "a/b/wrong a/b/right"::contains, Set.of("a/b/wrong")))
        .extracting(Finding::rule, Finding::id)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Rule.MISSING, "a/b/right"),
            org.assertj.core.groups.Tuple.tuple(Rule.RETIRED, "a/b/wrong"));
    assertThat(Rule.RETIRED.fails(true)).isFalse();
  }

  @Test
  void aCaseThatNoLongerAppliesIsFound() {
    assertThat(found(seen("a/b/right", "unsupported")))
        .containsExactly("NO_LONGER_APPLIES a/b/right because");
  }

  @Test
  void whatIsNewIsListedHoweverItEnded() {
    assertThat(found(seen("a/b/later", "crash"), seen("a/b/other", "pass")))
        .containsExactly("NEW_CASE a/b/later crash", "NEW_CASE a/b/other pass");
    assertThat(found(seen("a/b/beyond", "fail value")))
        .containsExactly("NOW_APPLIES a/b/beyond fail (value)");
    assertThat(Rule.NEW_CASE.fails(false)).isFalse();
    assertThat(Rule.NEW_CASE.fails(true)).isTrue();
  }

  @Test
  void aCaseWithAnotherHashIsChangedHoweverItEnded() {
    assertThat(found(seen("a/b/right", '2', List.of(), "fail value")))
        .containsExactly("CHANGED_CASE a/b/right fail (value)");
    assertThat(found(seen("a/b/wrong", '2', List.of(), "pass")))
        .containsExactly("CHANGED_CASE a/b/wrong pass [baseline: fail (value)]");
  }

  @Test
  void aRenamedCaseKeepsItsEntry() {
    assertThat(found(seen("c/d/moved", '1', List.of("a/b/wrong"), "fail value")))
        .containsExactly("RENAMED c/d/moved was a/b/wrong");
    assertThat(found(seen("c/d/moved", '1', List.of("a/b/wrong"), "pass")))
        .containsExactly(
            "UNEXPECTED_PASS c/d/moved [baseline: fail (value)]",
            "RENAMED c/d/moved was a/b/wrong");
    assertThat(
            Comparison.of(
                baseline(),
                List.of(seen("c/d/moved", '1', List.of("a/b/wrong"), "fail value")),
                "a/b/wrong"::equals,
                Set.of()))
        .extracting(Finding::rule)
        .containsExactly(Rule.RENAMED);
  }

  @Test
  void resultsThatVaryAreFlakyEachNamedInOrder() {
    assertThat(found(seen("a/b/right", "pass", "fail value", "pass")))
        .containsExactly("FLAKY a/b/right pass, fail (value), pass");
    assertThat(found(seen("a/b/new", "pass", "crash")))
        .containsExactly("FLAKY a/b/new pass, crash");
  }

  @Test
  void aFlakyEntryNeedsAReasonAndAllowsItsOwnKindAlone() {
    assertThat(found(seen("a/b/odd", "pass", "fail value"))).isEmpty();
    assertThat(found(seen("a/b/odd", "unsupported", "fail value"))).isEmpty();
    assertThat(found(seen("a/b/odd", "unsupported"))).isEmpty();
    assertThat(found(seen("a/b/odd", "pass", "crash")))
        .containsExactly("FLAKY a/b/odd pass, crash");
    assertThat(found(seen("a/b/odd", "crash")))
        .containsExactly("CHANGED_KIND a/b/odd crash [baseline: fail (value)]");
    assertThat(found(seen("a/b/mute", "pass", "fail value")))
        .containsExactly("FLAKY a/b/mute pass, fail (value)", "NO_REASON a/b/mute line 9");
    assertThat(found(seen("a/b/odd", "pass", "pass")))
        .containsExactly("STEADY a/b/odd 2 times pass");
  }

  @Test
  void onlyWhatTheBaselineKnowsAndWhatAppliesIsCompared() {
    assertThat(Comparison.compares(baseline(), seen("a/b/right", "fail value"))).isTrue();
    assertThat(Comparison.compares(baseline(), seen("a/b/right", "unsupported"))).isFalse();
    assertThat(Comparison.compares(baseline(), seen("a/b/new", "pass"))).isFalse();
    assertThat(Comparison.compares(baseline(), seen("a/b/right", '2', List.of(), "pass")))
        .isFalse();
  }
}
