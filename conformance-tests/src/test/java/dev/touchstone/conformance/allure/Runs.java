package dev.touchstone.conformance.allure;

import dev.touchstone.reports.model.CaseReport;
import dev.touchstone.reports.model.CaseReport.RunInfo;
import dev.touchstone.reports.model.RunReport;
import dev.touchstone.reports.model.RunReport.ClauseInfo;
import dev.touchstone.reports.model.RunReport.RungInfo;
import dev.touchstone.reports.model.SubjectReport;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Small made-up runs. */
final class Runs {
  private Runs() {}

  /** A run of these results on subjects {@code reference} and {@code guile}. */
  static RunReport of(CaseReport... results) {
    List<CaseReport> list = List.copyOf(Arrays.asList(results));
    return new RunReport(
        RunReport.SCHEMA,
        "7",
        "2026-11-21T10:00:00Z",
        100,
        List.of(
            new RungInfo("base", "Base", List.of("quote")),
            new RungInfo("tail", "Tail", List.of("proper-tail-calls"))),
        Map.of("TAIL-2", new ClauseInfo("tail-calls", "A *tail* call <script>x</script>")),
        List.of(
            new SubjectReport("reference", "0.1", List.of(), Map.of(), list),
            new SubjectReport("guile", "3.0.8", List.of(), Map.of(), list)));
  }

  /** A result of two runs. */
  static CaseReport result(String id, String verdict, String rung, String checked, String text) {
    return new CaseReport(
        id,
        verdict,
        "why: " + text,
        rung.isEmpty() ? List.of() : List.of(rung),
        List.of("integers"),
        List.of("TAIL-2", "TAIL-3"),
        "tail-calls/mutual.yaml",
        12,
        "(program " + text + ")",
        "same",
        "same",
        List.of(checked),
        List.of(),
        List.of(
            new RunInfo("N=10", "completed", "out", List.of("guile", "a b"), 0, "", 5),
            new RunInfo("N=1000", text, "", List.of(), null, "stderr " + text, 7)));
  }
}
