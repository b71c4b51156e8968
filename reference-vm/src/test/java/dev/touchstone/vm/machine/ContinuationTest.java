package dev.touchstone.vm.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Captures, returns across them, and what they cost. */
class ContinuationTest {
  private static final String DOWN =
      """
      (define (down n thunk) (if (= n 0) (thunk) (+ 1 (down (- n 1) thunk))))
      """;

  private static String result(String program) {
    return Programs.result(program);
  }

  @Test
  void returnsThroughFramesThatWereCaptured() {
    assertThat(result(DOWN + "(down 1000 (lambda () (call/cc (lambda (k) 5))))")).isEqualTo("1005");
  }

  @Test
  void entersAContinuationAgainAndAgain() {
    assertThat(
            result(
                """
                (define k #f)
                (define count 0)
                (define (run)
                  (let ((n (+ 100 (call/cc (lambda (c) (set! k c) 1)))))
                    (set! count (+ count 1))
                    (if (< count 4) (k count) (list count n))))
                (run)
                """))
        .isEqualTo("(4 103)");
  }

  @Test
  void keepsTheTemporariesOfEveryEntry() {
    assertThat(
            result(
                """
                (define k #f)
                (define seen '())
                (define (run)
                  (set! seen (cons (list 'a (call/cc (lambda (c) (set! k c) 0)) 'b) seen))
                  (if (< (length seen) 3) (k (length seen)) (reverse seen)))
                (run)
                """))
        .isEqualTo("((a 0 b) (a 1 b) (a 2 b))");
  }

  @Test
  void countsSealedFramesAsPending() {
    Run plain = Programs.begin(DOWN + "(down 1000 (lambda () 0))", Programs.BOUNDS);
    Run captured =
        Programs.begin(
            DOWN + "(down 500 (lambda () (call/cc (lambda (k) (+ 0 (down 500 (lambda () 0)))))))",
            Programs.BOUNDS);
    plain.complete();
    captured.complete();
    assertThat(captured.peakFrames()).isBetween(plain.peakFrames(), plain.peakFrames() + 10);
    assertThat(captured.peakStack()).isBetween(plain.peakStack(), plain.peakStack() + 30);
  }

  @Test
  void endsAtTheLimitAlsoIfFramesAreSealed() {
    String endless = "(define (f) (+ 1 (call/cc (lambda (k) (f))))) (f)";
    Bounds few = new Bounds(Long.MAX_VALUE, 1_000_000, 1000, () -> {});
    assertThat(Programs.describe(Programs.begin(endless, few).complete()))
        .isEqualTo("limit: stack");
    Bounds narrow = new Bounds(Long.MAX_VALUE, 1000, 1_000_000, () -> {});
    assertThat(Programs.describe(Programs.begin(endless, narrow).complete()))
        .isEqualTo("limit: stack");
  }

  @Test
  void runsALoopOfCapturesInConstantSpace() {
    Run run =
        Programs.begin(
            """
            (define (loop n) (if (= n 0) 'done (begin (call/cc (lambda (k) (k n))) (loop (- n 1)))))
            (loop 100000)
            """,
            Programs.BOUNDS);
    assertThat(Programs.describe(run.complete())).isEqualTo("done");
    assertThat(run.peakFrames()).isLessThan(10);
    assertThat(run.peakStack()).isLessThan(50);
  }

  @Test
  void callsControlProceduresFromControlProceduresWithoutTheJavaStack() {
    assertThat(
            result(
                """
                (define (nest n) (if (= n 0) (list + (list 1 2)) (list apply (nest (- n 1)))))
                (apply apply (nest 100000))
                """))
        .isEqualTo("3");
  }

  @Test
  void returnsAsManyValuesAsTheReturnPointTakes() {
    assertThat(result("(call-with-values (lambda () (values 1 2 3)) list)")).isEqualTo("(1 2 3)");
    assertThat(result("(begin (values 1 2) 3)")).isEqualTo("3");
    assertThat(result("(values 1 2)")).isEqualTo("1 2");
    assertThat(result("(list (values 1 2))")).startsWith("arity: expected 1 value");
    assertThat(result("(define (f) (values)) (list (f))")).startsWith("arity: expected 1 value");
    assertThat(result("(let-values (((a b) 5)) a)")).startsWith("arity: expected 2 values");
    assertThat(result("(let-values (((a . b) (call/cc (lambda (k) (k 1 2 3))))) (list a b))"))
        .isEqualTo("(1 (2 3))");
  }

  @Test
  void callsTheHandlerOfAFailingInstruction() {
    assertThat(
            result(
                """
                (call/cc
                  (lambda (k)
                    (with-exception-handler
                      (lambda (e) (k (error-object-message e)))
                      (lambda () (+ 1 (car 5))))))
                """))
        .isEqualTo("\"car: argument 1 is not a pair\"");
  }

  @Test
  void namesTheExpressionOfTheProgramNotOfTheLibrary() {
    Outcome outcome = Programs.run("(define (f x) (car x))\n(list (map f '(1)))");
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Uncaught.class,
            uncaught -> {
              assertThat(uncaught.span().text()).isEqualTo("(car x)");
              assertThat(uncaught.calls())
                  .extracting(Outcome.PendingCall::procedure)
                  .containsExactly("f", "main");
            });
  }

  @Test
  void namesATailCallOfTheLibraryWhereNothingElseIsPending() {
    Outcome outcome = Programs.run("(define l '(1 . 2))\n(map car l)");
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Uncaught.class,
            uncaught -> assertThat(uncaught.span().text()).isEqualTo("(map car l)"));
  }

  @Test
  void takesTheLibrarysOwnNamesForNothingInAProgram() {
    assertThat(result("(%pop)")).startsWith("unbound");
    assertThat(result("(define (%pop) 'mine) (dynamic-wind list %pop list)")).isEqualTo("mine");
  }

  @Test
  void handsExhaustionToNoHandler() {
    Bounds few = new Bounds(10_000, 1_000_000, 1_000_000, () -> {});
    String endless =
        """
        (define (f) (f))
        (with-exception-handler (lambda (e) 'caught) (lambda () (dynamic-wind list f list)))
        """;
    assertThat(Programs.describe(Programs.begin(endless, few).complete()))
        .isEqualTo("limit: steps");
  }
}
