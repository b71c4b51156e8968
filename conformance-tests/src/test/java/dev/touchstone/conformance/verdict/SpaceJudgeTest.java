package dev.touchstone.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.corpus.Aspect;
import dev.touchstone.conformance.corpus.Expectation;
import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.vm.source.ErrorClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpaceJudgeTest {
  private static final long SMALL = 10_000;
  private static final long LARGE = 1_000_000;

  private static Judgement judge(Aspect.Growth growth, List<Trial> trials, List<Trial> control) {
    Aspect space = new Aspect.Space(Map.of("frames", growth));
    Expectation expectation = new Expectation.All(List.of(new Aspect.ValueIs("0"), space));
    return Judge.judge(
        TestCases.of(expectation, Set.of(), Set.of("space")),
        Seen.profile(Map.of(), Seen.EVERYTHING),
        trials,
        control);
  }

  private static List<Trial> counted(long small, long large) {
    return List.of(Seen.counted(SMALL, "frames", small), Seen.counted(LARGE, "frames", large));
  }

  private static List<Trial> measured(double small, double large) {
    return List.of(Seen.measured(SMALL, small), Seen.measured(LARGE, large));
  }

  @ParameterizedTest
  @CsvSource({
    "CONSTANT, 3, 3, PASS",
    "CONSTANT, 3, 67, PASS",
    "CONSTANT, 3, 68, FAIL",
    "CONSTANT, 100, 1, PASS",
    "LINEAR, 10000, 1000000, PASS",
    "LINEAR, 10000, 500000, PASS",
    "LINEAR, 10000, 499999, FAIL",
    "LINEAR, 10000, 2000000, PASS",
    "LINEAR, 10000, 2000001, FAIL",
    "LINEAR, 3, 3, FAIL",
  })
  void countersShowGrowth(Aspect.Growth growth, long small, long large, Verdict verdict) {
    assertThat(judge(growth, counted(small, large), List.of()).verdict()).isEqualTo(verdict);
  }

  @Test
  void theOrderOfTheRunsDoesNotMatter() {
    List<Trial> reversed = counted(3, 1000).reversed();
    assertThat(judge(Aspect.Growth.CONSTANT, reversed, List.of()).verdict())
        .isEqualTo(Verdict.FAIL);
    assertThat(
            judge(Aspect.Growth.CONSTANT, measured(9, 9.5).reversed(), measured(9, 60).reversed())
                .verdict())
        .isEqualTo(Verdict.PASS);
  }

  @ParameterizedTest
  @CsvSource({
    // the case grows from 10 to, the control from 10 to, in MiB
    "10, 50, PASS",
    "19.9, 50, PASS",
    "20, 50, FAIL",
    "50, 50, FAIL",
    "10, 17.9, UNSUPPORTED",
    "10, 10, UNSUPPORTED",
    "50, 10, UNSUPPORTED",
    "11, 18, PASS",
  })
  void memoryIsComparedWithTheControl(double large, double controlLarge, Verdict verdict) {
    Judgement judgement =
        judge(Aspect.Growth.CONSTANT, measured(10, large), measured(10, controlLarge));
    assertThat(judgement.verdict()).isEqualTo(verdict);
    assertThat(judgement.checked().contains("space.frames"))
        .isEqualTo(verdict != Verdict.UNSUPPORTED);
  }

  @Test
  void withoutMeasurementNothingIsClaimed() {
    Trial bare = Seen.trial(SMALL, Seen.value("0"));
    Trial bareLarge = Seen.trial(LARGE, Seen.value("0"));
    List<Trial> bareTrials = List.of(bare, bareLarge);
    assertThat(judge(Aspect.Growth.CONSTANT, bareTrials, List.of()).unchecked())
        .containsExactly("space.frames: not reported, and no control was run");
    assertThat(judge(Aspect.Growth.CONSTANT, bareTrials, bareTrials).unchecked())
        .containsExactly("space.frames: not reported, and no peak memory was measured");
    assertThat(judge(Aspect.Growth.CONSTANT, List.of(bare), List.of()).unchecked())
        .containsExactly("space.frames: growth needs two values of vary");
    assertThat(judge(Aspect.Growth.LINEAR, measured(1, 99), measured(1, 99)).verdict())
        .isEqualTo(Verdict.UNSUPPORTED);
  }

  @Test
  void aControlThatRunsOutShowsThatTheCaseDoesNotGrow() {
    List<Trial> control =
        List.of(
            Seen.measured(SMALL, 10),
            Seen.trial(
                LARGE, Seen.end(new Outcome.Failed(ErrorClass.LIMIT, Optional.empty(), "deep"))));
    assertThat(judge(Aspect.Growth.CONSTANT, measured(10, 10), control).verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void aControlThatFailsOtherwiseShowsNothing() {
    Trial unbound =
        Seen.trial(LARGE, Seen.end(new Outcome.Failed(ErrorClass.UNBOUND, Optional.empty(), "+")));
    Trial crash = Seen.trial(SMALL, Seen.end(new Outcome.Crashed("x")));
    Trial crashLarge = Seen.trial(LARGE, Seen.end(new Outcome.Crashed("x")));
    assertThat(
            judge(
                    Aspect.Growth.CONSTANT,
                    measured(10, 10),
                    List.of(Seen.measured(SMALL, 10), unbound))
                .verdict())
        .isEqualTo(Verdict.UNSUPPORTED);
    assertThat(
            judge(Aspect.Growth.CONSTANT, measured(10, 10), List.of(crash, crashLarge)).verdict())
        .isEqualTo(Verdict.UNSUPPORTED);
  }

  @Test
  void textsNameTheRunAndTheGrowth() {
    Judgement judgement = judge(Aspect.Growth.CONSTANT, counted(3, 5000), List.of());
    assertThat(judgement.reason()).isEqualTo("space.frames: grew from 3 to 5000");
    assertThat(judgement.expected())
        .isEqualTo(
            "N = 10000:\nvalue: 0\nspace.frames: constant\n"
                + "N = 1000000:\nvalue: 0\nspace.frames: constant");
    assertThat(judgement.actual())
        .isEqualTo(
            "N = 10000:\nvalue: 0\nspace.frames: grew from 3 to 5000\n"
                + "N = 1000000:\nvalue: 0\nspace.frames: grew from 3 to 5000");
  }
}
