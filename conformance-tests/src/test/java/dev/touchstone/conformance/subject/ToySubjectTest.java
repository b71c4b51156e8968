package dev.touchstone.conformance.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.source.ErrorClass;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One toy in the three modes of plain subjects. */
class ToySubjectTest {
  private static Observation run(String subjectFile, String program) throws InterruptedException {
    return run(subjectFile, TestSubjects.job(program));
  }

  private static Observation run(String subjectFile, Job job) throws InterruptedException {
    try (Subject subject = TestSubjects.open(subjectFile)) {
      return subject.run(job);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"toy.yaml", "toy-no-tail.yaml", "toy-last-line.yaml", "toy-repl.yaml"})
  void theValueIsSeenInEveryMode(String file) throws InterruptedException {
    String program =
        """
        ; a list of two
        (define (pair-up x)
          (list x
                x))
        (pair-up 'a)
        """;
    String oneLine = "(define (pair-up x) (list x x))\n(pair-up 'a)";
    String given = file.contains("repl") ? oneLine : program;
    assertThat(run(file, given).outcome()).isEqualTo(new Outcome.Completed(List.of("(a a)"), true));
  }

  @ParameterizedTest
  @CsvSource({
    "toy.yaml, true",
    "toy-last-line.yaml, false",
    "toy-repl.yaml, false",
  })
  void outputIsReportedWhereItCanBeToldApart(String file, boolean reported)
      throws InterruptedException {
    Observation seen = run(file, "(display \"5\") (newline) 6");
    assertThat(seen.output()).isEqualTo(reported ? Optional.of("5\n") : Optional.empty());
    assertThat(seen.outcome()).isEqualTo(new Outcome.Completed(List.of("6"), true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"toy.yaml", "toy-last-line.yaml", "toy-repl.yaml"})
  void errorsAreSeenInEveryMode(String file) throws InterruptedException {
    Outcome outcome = run(file, "(define x 1) (car x) 5").outcome();
    assertThat(outcome)
        .isEqualTo(
            new Outcome.Failed(ErrorClass.TYPE, Optional.empty(), "toy error: type: car of 1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"toy.yaml", "toy-last-line.yaml", "toy-repl.yaml"})
  void whatDoesNotReadIsASyntaxErrorInEveryMode(String file) throws InterruptedException {
    assertThat(run(file, "(define x 1) (car (quote").outcome())
        .isInstanceOfSatisfying(
            Outcome.Failed.class, f -> assertThat(f.errorClass()).isEqualTo(ErrorClass.SYNTAX));
  }

  @ParameterizedTest
  @ValueSource(strings = {"toy.yaml", "toy-last-line.yaml", "toy-repl.yaml"})
  void aDefinitionAtTheEndHasNoValue(String file) throws InterruptedException {
    assertThat(run(file, "7 (define x 1)").outcome())
        .isEqualTo(new Outcome.Completed(List.of(), false));
  }

  @Test
  void anErrorBeforeTheStartMarkerIsTheProgramsIfThePreambleWorks() throws InterruptedException {
    // The toy reads the whole file before it runs any of it, so no marker was written.
    Observation seen = run("toy.yaml", "(display 1) (");
    assertThat(seen.output()).isEmpty();
    assertThat(seen.outcome()).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void tailCallsShowInPeakMemory() throws InterruptedException {
    TestSubjects.assumeProcFs();
    String loop = "(define (f n) (if (= n 0) 0 (f (- n 1)))) (f %d)";
    long grownWith = peak("toy.yaml", loop, 60_000) - peak("toy.yaml", loop, 1000);
    long grownWithout =
        peak("toy-no-tail.yaml", loop, 60_000) - peak("toy-no-tail.yaml", loop, 1000);
    assertThat(grownWithout).isGreaterThan(8L << 20);
    assertThat(grownWith).isLessThan(grownWithout / 4);
  }

  private static long peak(String file, String program, int n) throws InterruptedException {
    Job job = TestSubjects.job(program.formatted(n)).measuringMemory(true);
    return run(file, job).peakMemory().orElseThrow();
  }
}
