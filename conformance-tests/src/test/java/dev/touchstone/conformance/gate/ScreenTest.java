package dev.touchstone.conformance.gate;

import static dev.touchstone.conformance.gate.Cases.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.reports.model.CaseReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private static final String LONG = "x".repeat(300);

  private static Finding finding(Rule rule, String id, CaseReport result) {
    Seen seen = new Seen(id, List.of(), Cases.hash('1'), List.of(result));
    return new Finding(rule, id, "fail (value)", Optional.of(seen));
  }

  private static List<String> screen(boolean strict, List<Finding> findings) {
    return Screen.of(
        new Screen.Report(
            "toy 1",
            "b.yaml",
            9,
            List.of(),
            findings,
            strict,
            id -> "./touchstone run --id " + id));
  }

  @Test
  void aPassIsOneSentence() {
    assertThat(screen(false, List.of()))
        .containsExactly("toy 1 against b.yaml", "touchstone: gate passed: 9 cases as expected");
  }

  @Test
  void aFailureTellsWhatHowAndWhere() {
    List<Finding> findings =
        List.of(
            finding(Rule.NEW_FAILURE, "a/b/c", result("a/b/c", "fail value", "(1 2)", "(1 3)")),
            new Finding(Rule.MISSING, "a/b/gone", "", Optional.empty()));
    assertThat(screen(false, findings))
        .containsExactly(
            "toy 1 against b.yaml",
            "  1 new failure:",
            "    a/b/c: fail (value)",
            "  1 missing id:",
            "    a/b/gone",
            "first: a/b/c: fail: because",
            "  at test-cases/a/b.yaml:7",
            "  expected: value: (1 2)",
            "  actual:   value: (1 3)",
            "  again: ./touchstone run --id a/b/c",
            "touchstone: gate failed (9 cases): 1 new failure, 1 missing id");
  }

  @Test
  void howeverMuchIsFoundItFillsOneScreenAtMost() {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      for (int i = 0; i < 50; i++) {
        String id = "a/b/" + i + LONG;
        findings.add(finding(rule, id, result(id, "fail value", LONG + "1", LONG + "2")));
      }
    }
    List<String> lines =
        Screen.of(
            new Screen.Report(
                LONG,
                "b.yaml",
                9,
                List.of(LONG, "note"),
                findings,
                true,
                id ->
                    "./touchstone run --corpus my-cases --subject "
                        + "s".repeat(60)
                        + " --id a/b/c"));
    assertThat(lines).hasSizeLessThanOrEqualTo(24).allMatch(line -> line.length() <= 100);
    assertThat(lines)
        .contains(
            "  50 new failures, the first 1:", "  again: ./touchstone run --corpus my-cases \\")
        .anyMatch(line -> line.startsWith("  expected: ...xxxxxx") && line.endsWith("x1"))
        .anyMatch(line -> line.endsWith("x2"));
    assertThat(lines.getLast()).startsWith("touchstone: gate failed");
  }

  @Test
  void theFirstLineThatPartsIsShown() {
    List<Finding> one =
        List.of(
            finding(Rule.NEW_FAILURE, "a/b/c", result("a/b/c", "fail output", "1\nb\nc", "1\nb")));
    assertThat(screen(false, one))
        .contains("  expected, line 3: c", "  actual, line 3:   (nothing)");
  }

  @Test
  void whatIsNewFailsUnderStrictAlone() {
    List<Finding> one = List.of(finding(Rule.NEW_CASE, "a/b/c", result("a/b/c", "pass", "1", "1")));
    assertThat(screen(false, one))
        .contains("  1 new case (--strict would fail):")
        .endsWith("touchstone: gate passed: 9 cases as expected; 1 new case");
    assertThat(screen(true, one)).endsWith("touchstone: gate failed (9 cases): 1 new case");
  }
}
