package dev.touchstone.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.reports.ConsoleTable.Style;
import dev.touchstone.reports.model.SubjectReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTableTest {
  @Test
  void showsEveryScoreWithItsDenominator() {
    String table =
        ConsoleTable.render(
            Summary.of(SampleReports.of(SampleReports.withVerdict("tail-calls/a/b", "pass"))),
            Style.PLAIN);

    assertThat(table)
        .isEqualTo(
            """
            Rung               reference 0.1.0
                        passed / of    unsupp.
            ----------------------------------
            base             1 / 1           0
            ----------------------------------
            all              1 / 1           0

            Chapter            reference 0.1.0
                        passed / of    unsupp.
            ----------------------------------
            tail-calls       1 / 1           0
            ----------------------------------
            all              1 / 1           0

            reference 0.1.0: 1 case: 1 pass
            """);
  }

  @Test
  void staysWithinItsWidthForAnyNumberOfSubjects() {
    for (int width : List.of(40, 80, 100)) {
      String table =
          ConsoleTable.render(Summary.of(SampleReports.of(200, 5)), new Style(width, true, false));
      assertThat(table.lines())
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    }
  }

  @Test
  void listsVerdictsThatOccurred() {
    String table = ConsoleTable.render(Summary.of(SampleReports.of(200, 2)), Style.PLAIN);

    assertThat(table)
        .contains("reference 0.1.0: 200 cases: 199 pass, 1 fail\n")
        .contains("guile 3.0.8: 200 cases: 148 pass, 10 fail, 9 crash, 9 timeout, 6 exhausted, ");
  }

  @Test
  void coloursOnlyWhenAsked() {
    Summary summary = Summary.of(SampleReports.of(200, 2));

    assertThat(ConsoleTable.render(summary, Style.PLAIN)).doesNotContain("\u001b");
    assertThat(ConsoleTable.render(summary, new Style(100, true, true)))
        .contains("\u001b[32m")
        .contains("\u001b[31m");
  }

  @Test
  void neverPassesOnWhatATerminalObeys() {
    SubjectReport subject = new SubjectReport("\u001b]0;x", "\r1", List.of(), Map.of(), List.of());
    var report = SampleReports.of(1, 1);
    var hostile =
        new dev.touchstone.reports.model.RunReport(
            report.schema(), "", "", 0, report.rungs(), report.clauses(), List.of(subject));

    assertThat(ConsoleTable.render(Summary.of(hostile), Style.PLAIN))
        .doesNotContain("\u001b", "\r");
  }

  @Test
  void refusesAWidthWithoutRoom() {
    assertThatThrownBy(() -> new Style(39, false, false))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
