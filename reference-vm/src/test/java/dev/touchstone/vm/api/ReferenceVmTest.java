package dev.touchstone.vm.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.Printer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ReferenceVmTest {
  private static final ReferenceVm VM = ReferenceVm.create();

  private final StringBuilder output = new StringBuilder();
  private final JvmHost host = new JvmHost(output::append);

  private Completion run(String program) {
    return run(program, Limits.GENEROUS);
  }

  private Completion run(String program, Limits limits) {
    return VM.run(Source.of("test.scm", program), limits, host);
  }

  private static String value(Completion completion) {
    return Printer.write(((Completion.Returned) completion).values().getFirst());
  }

  @Test
  void returnsTheValueOfTheLastExpression() {
    assertThat(value(run("(define x 20) (+ x 22)"))).isEqualTo("42");
  }

  @Test
  void returnsNoValueAfterADefinition() {
    assertThat(((Completion.Returned) run("1 (define x 2)")).values()).isEmpty();
    assertThat(((Completion.Returned) run("")).values()).isEmpty();
  }

  @Test
  void writesInOrder() {
    run("(display 1) (write \"two\") (newline) (display '(3))");
    assertThat(output).hasToString("1\"two\"\n(3)");
  }

  @Test
  void keepsTheOutputBeforeAnError() {
    assertThat(run("(display 'before) (car 1) (display 'after)"))
        .isInstanceOf(Completion.Raised.class);
    assertThat(output).hasToString("before");
  }

  @Test
  void rejectsBeforeAnythingRuns() {
    Completion completion = run("(display 'no) (if)");
    assertThat(completion)
        .isInstanceOfSatisfying(
            Completion.Rejected.class,
            rejected -> assertThat(rejected.diagnostic().phase()).isEqualTo(Phase.EXPAND));
    assertThat(output).isEmpty();
    assertThat(run("(display 1"))
        .isInstanceOfSatisfying(
            Completion.Rejected.class,
            rejected -> assertThat(rejected.diagnostic().phase()).isEqualTo(Phase.READ));
  }

  @Test
  void endsAtEachLimit() {
    String endless = "(define (f) (f)) (f)";
    String deep = "(define (f) (+ 1 (f))) (f)";
    String garbage = "(define (f) (make-vector 100000 0) (f)) (f)";
    Limits any = Limits.GENEROUS;
    assertThat(limit(endless, any.withSteps(1000))).isEqualTo("steps");
    assertThat(limit(deep, any.withStack(1000, 100_000))).isEqualTo("stack");
    assertThat(limit(deep, any.withStack(100_000, 1000))).isEqualTo("stack");
    assertThat(limit(garbage, any.withAllocation(1_000_000_000))).isEqualTo("allocation");
    assertThat(limit("(define (f) (display 'abcdefghij) (f)) (f)", any.withOutput(95)))
        .isEqualTo("output");
    assertThat(output).hasSize(90);
    assertThat(limit(endless, any.withTime(Duration.ofMillis(20)))).isEqualTo("time");
  }

  private String limit(String program, Limits limits) {
    return ((Completion.Exhausted) run(program, limits)).limit();
  }

  @Test
  void stopsWhenInterrupted() {
    Thread.currentThread().interrupt();
    try {
      assertThat(limit("(define (f) (f)) (f)", Limits.GENEROUS)).isEqualTo("interrupt");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void rejectsAMillionNestedParentheses() {
    Completion completion = run("(".repeat(1_000_000) + "f" + ")".repeat(1_000_000));
    assertThat(completion)
        .isInstanceOfSatisfying(
            Completion.Rejected.class,
            rejected -> {
              assertThat(rejected.diagnostic().errorClass()).isEqualTo(ErrorClass.LIMIT);
              assertThat(rejected.diagnostic().phase()).isEqualTo(Phase.EXPAND);
              assertThat(rejected.diagnostic().render()).contains("test.scm:1:10001");
            });
  }

  @Test
  void returnsAMillionNestedParenthesesThatAreQuoted() {
    String datum = "(".repeat(1_000_000) + ")".repeat(1_000_000);
    assertThat(value(run("'" + datum))).isEqualTo(datum);
    run("(display '" + datum + ")");
    assertThat(output).hasToString(datum);
  }

  @Test
  void compilesAndRunsFormsNestedAsDeeplyAsAllowed() {
    assertThat(value(run("(+ 1 ".repeat(9_999) + "0" + ")".repeat(9_999)))).isEqualTo("9999");
    assertThat(value(run("((lambda (x) ".repeat(4_900) + "'in" + ") 1)".repeat(4_900))))
        .isEqualTo("in");
    assertThat(value(run("(if #t ".repeat(9_999) + "1" + ")".repeat(9_999)))).isEqualTo("1");
    assertThat(value(run("(let ((x ".repeat(9_999) + "1" + ")) x)".repeat(9_999)))).isEqualTo("1");
  }

  @Test
  void handlesLongTextsAndLists() {
    assertThat(value(run("(string-length \"" + "a".repeat(10_000_000) + "\")")))
        .isEqualTo("10000000");
    run(
        "(define (count n l) (if (= n 0) l (count (- n 1) (cons n l))))"
            + " (display (count 1000000 '()))");
    assertThat(output).startsWith("(1 2 3").endsWith(" 1000000)").hasSize(6_888_897);
  }

  @Test
  void givesEachRunItsOwnWorld() {
    assertThat(value(run("(set! car cdr) (define list 5) (car '(1 2))"))).isEqualTo("(2)");
    assertThat(value(run("(list (car '(1 2)))"))).isEqualTo("(1)");
  }

  @Test
  void runsProgramsSideBySide() throws Exception {
    List<Callable<String>> runs = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      String program =
          "(define + "
              + (i % 2 == 0 ? "-" : "+")
              + ") (define (f n s) (if (= n 0) s"
              + " (f (- n 1) (+ s 1)))) (f 10000 0)";
      runs.add(() -> value(VM.run(Source.of("p", program), Limits.GENEROUS, new JvmHost(t -> {}))));
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      List<Future<String>> results = pool.invokeAll(runs);
      for (int i = 0; i < results.size(); i++) {
        assertThat(results.get(i).get()).isEqualTo(i % 2 == 0 ? "-10000" : "10000");
      }
    }
  }

  @Test
  void rendersAnErrorWithItsLineAndTheCalls() {
    Completion completion =
        run(
            """
            (define (first-of x)
              (car x))
            (define (sum x)
              (+ 1 (first-of x)))
            (list (sum 5))
            """);
    assertThat(ErrorText.render(completion))
        .isEqualTo(
            """
            test.scm:2:3: run error (type): car: argument 1 is not a pair: 5
                (car x))
                ^^^^^^^
              in first-of (test.scm:2:3)
              in sum (test.scm:4:8)
              in main (test.scm:5:7)\
            """);
  }

  @Test
  void rendersLimitsRejectionsAndLongValues() {
    assertThat(ErrorText.render(run("(if)"))).startsWith("test.scm:1:1: expand error (syntax): if");
    assertThat(ErrorText.render(run("(define (f) (f)) (f)", Limits.GENEROUS.withSteps(5))))
        .isEqualTo("limit reached: steps, after 5 steps");
    assertThat(ErrorText.render(run("(car (make-vector 100000 'x))")))
        .contains("#(x x x")
        .contains("...")
        .hasSizeLessThan(500);
    assertThat(ErrorText.render(run("1"))).isEmpty();
  }

  @Test
  void disassembles() {
    assertThat(VM.disassemble(Source.of("test.scm", "(list 1)"), host))
        .startsWith("source \"test.scm\"\nfunction main 0 stack 2\n")
        .contains("TAIL_CALL     1");
  }

  @Test
  void countsWhatARunUsed() {
    Completion.Returned returned =
        (Completion.Returned) run("(define (f n) (if (= n 0) 0 (+ 1 (f (- n 1))))) (f 100)");
    assertThat(returned.counters().steps()).isEqualTo(101);
    assertThat(returned.counters().peakFrames()).isEqualTo(100);
    assertThat(returned.counters().peakStack()).isBetween(200L, 600L);
  }
}
