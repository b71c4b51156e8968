package dev.touchstone.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.reports.Summary.SubjectSummary;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
  @Test
  void unsupportedCasesLeaveTheDenominatorAndNothingElseDoes() {
    Tally tally = Tally.NONE;
    for (VerdictKind kind : VerdictKind.values()) {
      tally = tally.plus(kind);
    }

    assertThat(tally.total()).isEqualTo(8);
    assertThat(tally.applicable()).isEqualTo(7);
    assertThat(tally.passed()).isEqualTo(1);
    assertThat(tally.failing()).isEqualTo(6);
    assertThat(tally.clean()).isFalse();
  }

  @Test
  void nothingApplicableIsNotClean() {
    assertThat(Tally.NONE.plus(VerdictKind.UNSUPPORTED).clean()).isFalse();
    assertThat(Tally.NONE.plus(VerdictKind.PASS).plus(VerdictKind.UNSUPPORTED).clean()).isTrue();
  }

  @Test
  void countsByRungInTheOrderOfTheRungsAndByChapterByName() {
    Summary summary = Summary.of(SampleReports.of(200, 2));

    assertThat(summary.rungs())
        .containsExactly("base", "arith", "functions", "data", "tail", "errors", Summary.NO_RUNG);
    assertThat(summary.emptyRungs()).containsExactly("core");
    assertThat(summary.chapters()).isSorted().hasSize(7).contains("tail-calls");
  }

  @Test
  void everyTableAddsUpToTheTotal() {
    for (SubjectSummary subject : Summary.of(SampleReports.of(200, 2)).subjects()) {
      for (List<Tally> table :
          List.of(
              List.copyOf(subject.byChapter().values()), List.copyOf(subject.byRung().values()))) {
        for (VerdictKind kind : VerdictKind.values()) {
          assertThat(table.stream().mapToInt(t -> t.of(kind)).sum())
              .isEqualTo(subject.total().of(kind));
        }
      }
    }
  }

  @Test
  void splitsIds() {
    assertThat(CaseName.of("spec/tail-calls/a-b"))
        .isEqualTo(new CaseName("spec", "tail-calls", "a-b"));
    assertThat(CaseName.of("a/b/c/d")).isEqualTo(new CaseName("a", "b/c", "d"));
    assertThat(CaseName.of("a/d")).isEqualTo(new CaseName("a", "", "d"));
    assertThat(CaseName.of("d")).isEqualTo(new CaseName("", "", "d"));
  }
}
