package dev.touchstone.conformance.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.corpus.CaseLimits;
import dev.touchstone.conformance.corpus.Feature;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceSubjectTest {
  private final Subject reference = TestSubjects.open("reference");

  private Observation run(String program) throws InterruptedException {
    return reference.run(TestSubjects.job(program));
  }

  static Stream<Feature> claimed() {
    Language language = TestSubjects.language();
    return Subjects.describe("reference", language).features().stream()
        .sorted()
        .map(language.features()::get)
        .filter(feature -> !feature.probe().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("claimed")
  void whatIsClaimedPassesItsProbe(Feature feature) throws InterruptedException {
    assertThat(run(feature.probe()).outcome())
        .isEqualTo(new Outcome.Completed(List.of("ok"), true));
  }

  @Test
  void valueOutputAndCountersAreReported() throws InterruptedException {
    Observation seen =
        run("(define (f n) (if (= n 0) 0 (+ 1 (f (- n 1))))) (display \"x\") (f 100)");
    assertThat(seen.outcome()).isEqualTo(new Outcome.Completed(List.of("100"), true));
    assertThat(seen.output()).isEqualTo(Optional.of("x"));
    assertThat(seen.counters().get("frames")).isBetween(100L, 110L);
    assertThat(seen.counters()).containsKeys("stack", "steps");
  }

  @Test
  void aProcedureIsItsKindAndADefinitionNoValue() throws InterruptedException {
    assertThat(run("car").outcome())
        .isEqualTo(new Outcome.Completed(List.of("#<procedure>"), true));
    assertThat(run("(define x 1)").outcome()).isEqualTo(new Outcome.Completed(List.of(), false));
  }

  @Test
  void errorsHaveClassPhaseAndAPlace() throws InterruptedException {
    Observation seen = run("(define (f x) (car x))\n(f 5)");
    assertThat(seen.outcome())
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            f -> {
              assertThat(f.errorClass()).isEqualTo(ErrorClass.TYPE);
              assertThat(f.phase()).isEqualTo(Optional.of(Phase.RUN));
            });
    assertThat(seen.diagnostics()).contains("main.scm:1:15").contains("^");
    assertThat(run("(car '(1)").outcome())
        .isInstanceOfSatisfying(
            Outcome.Failed.class, f -> assertThat(f.phase()).isEqualTo(Optional.of(Phase.READ)));
  }

  @Test
  void limitsEndARun() throws InterruptedException {
    String loop = "(define (f) (display \"x\") (f)) (f)";
    CaseLimits steps = new CaseLimits(Optional.empty(), OptionalLong.of(100), OptionalLong.empty());
    CaseLimits output = new CaseLimits(Optional.empty(), OptionalLong.empty(), OptionalLong.of(50));
    CaseLimits time =
        new CaseLimits(
            Optional.of(Duration.ofMillis(200)), OptionalLong.empty(), OptionalLong.of(1L << 30));
    assertThat(run(loop, steps).outcome()).isEqualTo(new Outcome.Exhausted("steps"));
    assertThat(run(loop, output).outcome()).isEqualTo(new Outcome.Exhausted("output"));
    assertThat(run("(define (f) (f)) (f)", time).outcome()).isEqualTo(new Outcome.TimedOut(200));
  }

  private Observation run(String program, CaseLimits limits) throws InterruptedException {
    return reference.run(TestSubjects.job(program).within(limits));
  }
}
