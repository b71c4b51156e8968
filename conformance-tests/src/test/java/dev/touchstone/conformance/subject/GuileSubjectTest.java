package dev.touchstone.conformance.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of a plain subject that ships for GNU Guile, against Guile itself. */
class GuileSubjectTest {
  private static @Nullable Subject guile;

  @BeforeAll
  static void open() {
    guile = TestSubjects.open("guile-plain");
  }

  @AfterAll
  static void close() {
    if (guile != null) {
      guile.close();
    }
  }

  private static Observation run(String program) throws InterruptedException {
    return run(TestSubjects.job(program));
  }

  private static Observation run(Job job) throws InterruptedException {
    return Objects.requireNonNull(guile).run(job);
  }

  private static Outcome.Completed completed(String... values) {
    return new Outcome.Completed(List.of(values), true);
  }

  @Test
  void theVersionIsReported() {
    assertThat(Objects.requireNonNull(guile).profile().version()).startsWith("3.");
  }

  @Test
  void valueAndOutputAreToldApart() throws InterruptedException {
    Observation seen = run("(display \"a\\n\") (write 'b) (display \"c\") (+ 1 2)");
    assertThat(seen.outcome()).isEqualTo(completed("3"));
    assertThat(seen.output()).isEqualTo(Optional.of("a\nbc"));
    assertThat(seen.diagnostics()).isEmpty();
  }

  @Test
  void severalValuesAndNoneAreReported() throws InterruptedException {
    assertThat(run("(values 1 \"b\" #\\c)").outcome()).isEqualTo(completed("1", "\"b\"", "#\\c"));
    assertThat(run("(values)").outcome()).isEqualTo(completed());
  }

  @Test
  void aProgramThatEndsWithADefinitionHasNoValue() throws InterruptedException {
    assertThat(run("(display 1) (define x 2)").outcome())
        .isEqualTo(new Outcome.Completed(List.of(), false));
    assertThat(run("").outcome()).isEqualTo(new Outcome.Completed(List.of(), false));
  }

  @ParameterizedTest
  @CsvSource({
    "car, #<procedure>",
    "(lambda (x) x), #<procedure>",
    "(delay 1), #<promise>",
    "(current-output-port), #<port>",
    "(read), #<eof>"
  })
  void valuesWithoutWrittenFormAreTheirKind(String program, String value)
      throws InterruptedException {
    assertThat(run(program).outcome()).isEqualTo(completed(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(define (display x) 'mine) (display 1) 42",
        "(define write 1) (define car 2) (define cdr 3) (define null? 4) 42",
        "(set! display 1) (set! newline 2) 42",
        "(define lambda list) (define let list) (define if list) (define cond list) 42",
        "(define (touchstone-mark x) x) 42",
        "(begin (define x 42) x)",
        "(begin (begin (define x 40)) (define y 2) (+ x y)) ; a comment",
        "#| before |# 42 #| after |# ; last",
        "(import (scheme base)) (define (f) 42) (f)",
        "(import (only (scheme base) define + quote)) (define x 2) (+ x 40)"
      })
  void programsCannotBreakTheMarkers(String program) throws InterruptedException {
    assertThat(run(program).outcome()).isEqualTo(completed("42"));
  }

  @Test
  void inputReachesTheProgram() throws InterruptedException {
    Job job = TestSubjects.job("(read-line)").withInput("λ first\nsecond\n");
    assertThat(run(job).outcome()).isEqualTo(completed("\"λ first\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(display 1) (if)                                 | syntax",
        "(let ((x)) x)                                    | syntax",
        "(lambda (x x) x)                                 | syntax",
        "nowhere                                          | unbound",
        "(set! nowhere 1)                                 | unbound",
        "(letrec ((a b) (b 1)) a)                         | uninitialized",
        "(5 6)                                            | not-procedure",
        "((lambda (x) x))                                 | arity",
        "(car 1 2)                                        | arity",
        "(car 5)                                          | type",
        "(+ 'a 1)                                         | type",
        "(length '(1 . 2))                                | type",
        "(vector-ref (vector 1 2) 5)                      | range",
        "(string-ref \"abc\" 10)                          | range",
        "(list-ref '(1 2) 5)                              | range",
        "(integer->char -1)                               | range",
        "(quotient 1 0)                                   | divide-by-zero",
        "(/ 1 0)                                          | divide-by-zero",
        "(error \"Unlikely event\" 1 2)                   | user",
        "(raise 'some-symbol)                             | raised",
        "(raise (list 1 2))                               | raised",
        "(open-input-file \"/no/such/file\")              | file",
        "(read (open-input-string \"(1 2\"))              | read",
        "(import (no such library))                       | import",
        "(import (only (scheme base) no-such-name))       | import"
      })
  void errorsHaveTheirPortableClass(String program, String id) throws InterruptedException {
    Observation seen = run(program);
    assertThat(seen.outcome()).isInstanceOf(Outcome.Failed.class);
    ErrorClass seenClass =
        seen.outcome() instanceof Outcome.Failed f ? f.errorClass() : ErrorClass.LIMIT;
    assertThat(seenClass.id()).isEqualTo(id);
    assertThat(seen.diagnostics()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(display 1) (car '(1)", "(display 1))", "(display 1) \"abc", "#\\foo"})
  void whatDoesNotReadIsASyntaxErrorOfPhaseRead(String program) throws InterruptedException {
    Outcome outcome = run(program).outcome();
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.errorClass()).isEqualTo(ErrorClass.SYNTAX);
              assertThat(failed.phase()).isEqualTo(Optional.of(Phase.READ));
            });
  }

  @Test
  void outputBeforeAnErrorIsKept() throws InterruptedException {
    assertThat(run("(display \"seen\") (car 5)").output()).isEqualTo(Optional.of("seen"));
  }

  @Test
  void exitIsTheProgramsOwnEnd() throws InterruptedException {
    Observation seen = run("(display 1) (exit 7)");
    assertThat(seen.outcome()).isEqualTo(new Outcome.Exited(7));
    assertThat(seen.output()).isEqualTo(Optional.of("1"));
  }

  @Test
  void guilesSegmentationFaultIsACrash() throws InterruptedException {
    // Guile 3.0.8 reads before the vector; a newer one may well signal an error.
    assertThat(run("(vector-ref (vector 1 2) -1)").outcome())
        .isInstanceOfAny(Outcome.Crashed.class, Outcome.Failed.class);
  }

  @Test
  void peakMemoryIsMeasuredWhileTheProcessIsHeld() throws InterruptedException {
    TestSubjects.assumeProcFs();
    String control = "(define (f n) (if (= n 0) 0 (+ 1 (f (- n 1))))) (f %d)";
    long small = peak(control.formatted(10_000));
    long large = peak(control.formatted(1_000_000));
    assertThat(large - small).isGreaterThan(8L << 20);
    String loop = "(define (f n) (if (= n 0) 0 (f (- n 1)))) (f %d)";
    assertThat(peak(loop.formatted(1_000_000)) - peak(loop.formatted(10_000)))
        .isLessThan((large - small) / 4);
  }

  private static long peak(String program) throws InterruptedException {
    Observation seen = run(TestSubjects.job(program).measuringMemory(true));
    assertThat(seen.outcome()).isInstanceOf(Outcome.Completed.class);
    return seen.peakMemory().orElseThrow();
  }
}
