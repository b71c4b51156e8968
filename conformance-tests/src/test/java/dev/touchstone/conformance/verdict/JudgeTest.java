package dev.touchstone.conformance.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.touchstone.conformance.corpus.Aspect;
import dev.touchstone.conformance.corpus.Expectation;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.subject.Observation;
import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of expectation against every kind of outcome, then what holds for all of them. */
class JudgeTest {
  /** The outcomes of the table below, in the order of its columns. */
  private static final List<Outcome> OUTCOMES =
      List.of(
          new Outcome.Completed(List.of("1"), true),
          new Outcome.Completed(List.of("1", "2"), true),
          new Outcome.Completed(List.of("1.0"), true),
          new Outcome.Completed(List.of("#<procedure>"), true),
          new Outcome.Completed(List.of(), true),
          new Outcome.Completed(List.of(), false),
          new Outcome.Failed(ErrorClass.TYPE, Optional.of(Phase.RUN), "m"),
          new Outcome.Failed(ErrorClass.TYPE, Optional.empty(), "m"),
          new Outcome.Failed(ErrorClass.RANGE, Optional.of(Phase.RUN), "m"),
          new Outcome.Failed(ErrorClass.TYPE, Optional.of(Phase.EXPAND), "m"),
          new Outcome.Exited(3),
          new Outcome.Exited(0),
          new Outcome.Exhausted("steps"),
          new Outcome.Exhausted("output"),
          new Outcome.Crashed("m"),
          new Outcome.TimedOut(1),
          new Outcome.ProtocolError("m"),
          new Outcome.Unsupported("m"),
          new Outcome.NotRun("m"));

  /**
   * One letter for each outcome: P pass, F fail, C crash, T timeout, E exhausted, U unsupported, N
   * not-run, R protocol-error.
   */
  static Stream<Arguments> table() {
    return Stream.of(
        //        values F  no      errors    exit exh. crash ...
        arguments(new Aspect.ValueIs("1"), "PFFFFF FFFF FF EE CTRUN"),
        arguments(new Aspect.ValuesAre(List.of("1", "2")), "FPFFFF FFFF FF EE CTRUN"),
        arguments(new Aspect.ValuesAre(List.of("1")), "PFFFFF FFFF FF EE CTRUN"),
        arguments(new Aspect.ValuesAre(List.of()), "FFFFPF FFFF FF EE CTRUN"),
        arguments(new Aspect.Near("1.0", 1), "FFPFFF FFFF FF EE CTRUN"),
        arguments(new Aspect.OpaqueIs(Aspect.OpaqueKind.PROCEDURE), "FFFPFF FFFF FF EE CTRUN"),
        arguments(new Aspect.OpaqueIs(Aspect.OpaqueKind.EOF), "FFFFFF FFFF FF EE CTRUN"),
        arguments(new Aspect.UnspecifiedValue(), "PPPPPP FFFF FF EE CTRUN"),
        arguments(new Aspect.OutputIs("out\n"), "PPPPPP PPPP PP EE CTRUN"),
        arguments(new Aspect.OutputIs("out"), "FFFFFF FFFF FF EE CTRUN"),
        arguments(new Aspect.OutputLines(List.of("out")), "PPPPPP PPPP PP EE CTRUN"),
        arguments(new Aspect.OutputLines(List.of("ou")), "FFFFFF FFFF FF EE CTRUN"),
        arguments(error(Set.of(), ErrorClass.TYPE), "FFFFFF PPFP FF EE CTRUN"),
        arguments(error(Set.of(), ErrorClass.TYPE, ErrorClass.RANGE), "FFFFFF PPPP FF EE CTRUN"),
        arguments(error(Set.of(Phase.RUN), ErrorClass.TYPE), "FFFFFF PPFF FF EE CTRUN"),
        arguments(new Aspect.ExitIs(3), "FFFFFF FFFF PF EE CTRUN"),
        arguments(new Aspect.ExhaustedIs("steps"), "FFFFFF FFFF FF PE CTRUN"),
        arguments(new Aspect.ExhaustedIs("output"), "FFFFFF FFFF FF EP CTRUN"),
        arguments(new Aspect.ExhaustedIs("time"), "FFFFFF FFFF FF EE CPRUN"),
        arguments(new Aspect.Events("exact", List.of()), "UUUUUU UUUU UU EE CTRUN"),
        arguments(new Aspect.Steps(List.of()), "UUUUUU UUUU UU EE CTRUN"),
        arguments(new Aspect.Eventually("1"), "UUUUUU UUUU UU EE CTRUN"),
        arguments(
            new Aspect.Space(Map.of("frames", Aspect.Growth.CONSTANT)), "UUUUUU UUUU UU EE CTRUN"));
  }

  private static Aspect error(Set<Phase> phases, ErrorClass... classes) {
    return new Aspect.ErrorIs(phases, Set.of(classes));
  }

  private static Observation seen(Outcome outcome) {
    return Seen.end(outcome, Optional.of("out\n"), Map.of(), OptionalLong.empty());
  }

  private static String letters(Expectation expectation) {
    StringBuilder letters = new StringBuilder();
    for (Outcome outcome : OUTCOMES) {
      letters.append(letter(judge(expectation, seen(outcome)).verdict()));
    }
    return letters.toString();
  }

  private static char letter(Verdict verdict) {
    return verdict == Verdict.PROTOCOL_ERROR ? 'R' : verdict.name().charAt(0);
  }

  private static Judgement judge(Expectation expectation, Observation... seen) {
    return judge(TestCases.expecting(expectation), Seen.EVERYTHING, seen);
  }

  private static Judgement judge(TestCase testCase, Set<String> reports, Observation... seen) {
    List<Trial> trials = Stream.of(seen).map(Seen::trial).toList();
    return Judge.judge(testCase, Seen.profile(Map.of(), reports), trials, List.of());
  }

  private static Expectation all(Aspect... aspects) {
    return new Expectation.All(List.of(aspects));
  }

  @ParameterizedTest
  @MethodSource("table")
  void everyAspectAgainstEveryOutcome(Aspect aspect, String expected) {
    assertThat(letters(all(aspect))).isEqualTo(expected.replace(" ", ""));
  }

  @Test
  void observationNeverFails() {
    assertThat(letters(new Expectation.Observe())).isEqualTo("PPPPPPPPPPPPPPCTRUN");
    Judgement judgement = judge(new Expectation.Observe(), Seen.value("7"));
    assertThat(judgement.reason()).isEqualTo("observed: value: 7");
    assertThat(judgement.checked()).isEmpty();
    assertThat(judgement.unchecked()).containsExactly("observe: recorded only");
  }

  @Test
  void aConjunctionHoldsIfAllOfItDoes() {
    Expectation both = all(new Aspect.OutputIs("out\n"), new Aspect.ValueIs("1"));
    assertThat(judge(both, seen(OUTCOMES.getFirst())).verdict()).isEqualTo(Verdict.PASS);
    assertThat(judge(both, Seen.value("1")).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judge(both, seen(OUTCOMES.get(2))).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aPassNeedsEveryRun() {
    Expectation one = all(new Aspect.ValueIs("1"));
    assertThat(judge(one, Seen.value("1"), Seen.value("1")).verdict()).isEqualTo(Verdict.PASS);
    assertThat(judge(one, Seen.value("1"), Seen.value("2")).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judge(one, Seen.value("1"), Seen.end(new Outcome.Crashed("x"))).verdict())
        .isEqualTo(Verdict.CRASH);
  }

  @Test
  void aPhaseThatIsNotReportedIsUnchecked() {
    Aspect phase = error(Set.of(Phase.RUN), ErrorClass.TYPE);
    Judgement judgement = judge(all(phase), seen(OUTCOMES.get(7)));
    assertThat(judgement.checked()).containsExactly("error");
    assertThat(judgement.unchecked()).containsExactly("error.phase: not reported");
    assertThat(judge(all(phase), seen(OUTCOMES.get(6))).checked())
        .containsExactly("error", "error.phase");
  }

  @Test
  void oneOfRecordsWhichOptionHeld() {
    Expectation oneOf =
        new Expectation.OneOf(
            List.of(all(new Aspect.ValueIs("1")), all(error(Set.of(), ErrorClass.TYPE))));
    assertThat(judge(oneOf, Seen.value("1")).reason()).isEqualTo("option 1 of 2 held");
    assertThat(judge(oneOf, seen(OUTCOMES.get(6))).reason()).isEqualTo("option 2 of 2 held");
    assertThat(letters(oneOf)).isEqualTo("PFFFFFPPFPFFEECTRUN");
    Judgement failed = judge(oneOf, Seen.value("2"));
    assertThat(failed.reason()).isEqualTo("no option held");
    assertThat(failed.expected()).isEqualTo("one of:\n1.\n  value: 1\n2.\n  error: type");
    assertThat(failed.actual()).isEqualTo("value: 2");
  }

  @Test
  void anOptionThatCannotBeCheckedIsNoFailure() {
    Expectation oneOf =
        new Expectation.OneOf(
            List.of(all(new Aspect.ValueIs("1")), all(new Aspect.Steps(List.of()))));
    assertThat(judge(oneOf, Seen.value("2")).verdict()).isEqualTo(Verdict.UNSUPPORTED);
  }

  @Test
  void theSameOptionHoldsInEveryRun() {
    Expectation oneOf =
        new Expectation.OneOf(List.of(all(new Aspect.ValueIs("1")), all(new Aspect.ValueIs("2"))));
    assertThat(judge(oneOf, Seen.value("1"), Seen.value("2")).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aCapabilityChoosesTheExpectation() {
    Map<String, Expectation> answers = new LinkedHashMap<>();
    answers.put("bignum", all(new Aspect.ValueIs("1")));
    answers.put("checked(64)", all(new Aspect.ValueIs("64")));
    answers.put("checked", all(new Aspect.ValueIs("2")));
    answers.put("wrap", new Expectation.Unsupported());
    answers.put("else", all(new Aspect.ValueIs("3")));
    Expectation by = new Expectation.By("int-model", answers);
    assertThat(valueThatPasses(by, "bignum")).isEqualTo("1");
    assertThat(valueThatPasses(by, "checked(64)")).isEqualTo("64");
    assertThat(valueThatPasses(by, "checked(32)")).isEqualTo("2");
    assertThat(valueThatPasses(by, "none")).isEqualTo("3");
    assertThat(valueThatPasses(by, "wrap(8)")).isEqualTo("int-model: wrap(8) is not covered");
    assertThat(valueThatPasses(by, "")).isEqualTo("int-model (unanswered) is not covered");
  }

  private static String valueThatPasses(Expectation by, String answer) {
    Map<String, String> answers = answer.isEmpty() ? Map.of() : Map.of("int-model", answer);
    var profile = Seen.profile(answers, Seen.EVERYTHING);
    TestCase testCase = TestCases.expecting(by);
    Optional<String> obstacle = Judge.inapplicable(testCase, profile);
    if (obstacle.isPresent()) {
      return obstacle.get().replace(" by the case", "");
    }
    for (String value : List.of("1", "2", "3", "64")) {
      List<Trial> trials = List.of(Seen.trial(Seen.value(value)));
      if (Judge.judge(testCase, profile, trials, List.of()).verdict() == Verdict.PASS) {
        return value;
      }
    }
    return "none";
  }

  @Test
  void lackingFeaturesAreNamed() {
    TestCase testCase =
        TestCases.of(all(new Aspect.ValueIs("1")), Set.of("quote", "guard", "delay"), Set.of());
    Judgement judgement = judge(testCase, Seen.EVERYTHING, Seen.value("1"));
    assertThat(judgement.verdict()).isEqualTo(Verdict.UNSUPPORTED);
    assertThat(judgement.reason()).isEqualTo("lacks delay, guard");
  }

  @Test
  void anEndThatTheSubjectCannotShowDoesNotApply() {
    Set<String> little = Set.of("value", "exhausted.output");
    for (Aspect aspect :
        List.of(
            error(Set.of(), ErrorClass.TYPE),
            new Aspect.ExitIs(0),
            new Aspect.ExhaustedIs("steps"))) {
      Judgement judgement =
          judge(TestCases.expecting(all(aspect)), little, Seen.end(new Outcome.Crashed("x")));
      assertThat(judgement.verdict()).isEqualTo(Verdict.UNSUPPORTED);
      assertThat(judgement.reason()).isEqualTo("does not report " + aspect.kind());
    }
    Expectation output = all(new Aspect.ExhaustedIs("output"));
    assertThat(
            judge(TestCases.expecting(output), little, Seen.end(new Outcome.Exhausted("output")))
                .verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void whatIsNotReportedIsUnchecked() {
    TestCase testCase =
        TestCases.expecting(all(new Aspect.ValueIs("1"), new Aspect.OutputIs("other")));
    Judgement judgement = judge(testCase, Set.of("value"), Seen.value("1"));
    assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
    assertThat(judgement.checked()).containsExactly("value");
    assertThat(judgement.unchecked()).containsExactly("output: not reported");
  }

  @Test
  void textsAreLaidSideBySide() {
    Expectation both = all(new Aspect.OutputIs("a\nb"), new Aspect.ValueIs("1"));
    Observation other =
        Seen.end(
            new Outcome.Failed(ErrorClass.TYPE, Optional.of(Phase.RUN), "m"),
            Optional.of("a\nc\n"),
            Map.of(),
            OptionalLong.empty());
    Judgement judgement = judge(both, other);
    assertThat(judgement.expected()).isEqualTo("output:\n  a\n  b\n  \\ no line end\nvalue: 1");
    assertThat(judgement.actual()).isEqualTo("output:\n  a\n  c\nerror: type in run");
    assertThat(judgement.reason()).isEqualTo("output: the output differs");
  }

  @Test
  void aJudgementNeedsATrial() {
    assertThatThrownBy(() -> judge(all(new Aspect.ValueIs("1"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** All expectations of the table, alone and in pairs, with every essential aspect and report. */
  @Test
  void aPassAlwaysNamesWhatWasCheckedAndEverythingEssentialWas() {
    List<Aspect> aspects = table().map(a -> (Aspect) a.get()[0]).toList();
    List<Set<String>> reports = new ArrayList<>(List.of(Seen.EVERYTHING, Set.of()));
    Seen.EVERYTHING.forEach(r -> reports.add(Set.of(r)));
    int passes = 0;
    for (Aspect first : aspects) {
      for (Aspect second : aspects) {
        for (Set<String> reported : reports) {
          passes += passesOf(first, second, reported);
        }
      }
    }
    assertThat(passes).isGreaterThan(1000);
  }

  private static int passesOf(Aspect first, Aspect second, Set<String> reports) {
    TestCase testCase = TestCases.of(all(first, second), Set.of(), Set.of(second.kind()));
    int passes = 0;
    for (Outcome outcome : OUTCOMES) {
      Judgement judgement = judge(testCase, reports, seen(outcome));
      if (judgement.verdict() == Verdict.PASS) {
        passes++;
        assertThat(judgement.checked()).contains(second.kind());
        assertThat(judgement.unchecked()).noneMatch(u -> u.matches(second.kind() + "[.:].*"));
      }
    }
    return passes;
  }
}
