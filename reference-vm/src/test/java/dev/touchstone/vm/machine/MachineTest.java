package dev.touchstone.vm.machine;

import static dev.touchstone.vm.machine.Programs.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.machine.Outcome.PendingCall;
import dev.touchstone.vm.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "((lambda (a b c) (list a b c)) 1 2 3)                           | (1 2 3)",
        "(define (f a b . r) (list a b r)) (list (f 1 2) (f 1 2 3 4))     | ((1 2 ()) (1 2 (3 4)))",
        "((lambda r r))                                                   | ()",
        "(define (f x y) (list y x)) (list 1 (f 2 3) 4)                   | (1 (3 2) 4)",
        "(define (f n) (if (= n 0) '(0) (cons n (f (- n 1))))) (f 3)      | (3 2 1 0)",
        "(define (mk n) (lambda (m) (set! n (+ n m)) n)) (define a (mk 1)) (a 1) (list (a 1) ((mk"
            + " 5) 1)) | (3 6)",
        "(let ((x 1)) (let ((f (lambda () x))) (let ((x 2)) (f))))        | 1",
        "(let ((x 1) (y 2)) (let ((x y) (y x)) (list x y)))               | (2 1)",
        "(define (swap x) (lambda (y . z) (list x y z))) ((swap 1) 2 3 4) | (1 2 (3 4))",
        "(let ((x (list 1 2))) (set! x (cdr x)) (car x))                  | 2",
        "(define x 1) (define (get) x) (set! x 2) (get)                   | 2",
        "(define (f x) (if x (begin (g) x) 'no)) (define (g) 1) (f 'yes)  | yes",
        "(cond ((assv 2 '((1 . a) (2 . b))) => cdr) (else 'none))         | b",
        "(or #f (and 1 2) 3)                                              | 2",
        "(let* ((x 1) (x (+ x 1)) (x (* x 10))) x)                        | 20",
        "(let-values (((a . b) (if (car '(#f)) 1 (values 1 2 3))) ((c) 4)) (list a b c)) | (1 (2 3)"
            + " 4)",
        "(let-values (((a b) (values 1 2))) (set! a (+ a b)) ((lambda () (set! b a))) (list a b))"
            + " | (3 3)",
        "(define-values (a . b) (values 1 2 3)) (list a b)                | (1 (2 3))",
        "(define (f) (define (g) (list a b)) (define-values (a b) (values 1 2)) (g)) (f) | (1 2)",
        "(define f (case-lambda ((a) (f a 1)) ((a . r) (list a r)))) (list (f 1) (f 1 2 3))"
            + " | ((1 (1)) (1 (2 3)))",
        "(let () (define f (case-lambda ((a) (f a 1)) ((a b) (list a b)))) (f 1)) | (1 1)",
      })
  void runsPrograms(String program, String value) {
    assertThat(result(program)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(define (f x) (+ x 1)) (set! + *) (f 5)                        | 5",
        "(define (f x) (g (+ x 1))) (define (g x) x) (set! + *) (f 5)   | 5",
        "(define (f x) (car x)) (define (car x) (list 'my x)) (f 5)     | (my 5)",
        "(define old +) (set! + -) (define a (+ 5 1)) (set! + old) (list a (+ 5 1)) | (4 6)",
        "(define (f n) (if (= n 0) 'zero (f (- n 1)))) (define (= a b) #t) (f 5)    | zero",
        "(define (f n) (if (= n 0) 'zero (f (- n 1)))) (define (- a b) 0) (f 5)     | zero",
        "(define (f l) (if (null? l) 'end (f (cdr l)))) (set! null? pair?) (f '(1)) | end",
        "(define (f a b) (list a (+ a b) b)) (define (+ a b) (cons b a)) (f 1 2)    | (1 (2 . 1)"
            + " 2)",
        "(set! not (lambda (x) 'called)) (list (not 1))                 | (called)",
        "(let ((+ -)) (+ 5 1))                                          | 4",
      })
  void obeysReplacedProcedures(String program, String value) {
    assertThat(result(program)).isEqualTo(value);
  }

  @Test
  void makesARedirectedCallInTailPositionATailCall() {
    String program =
        "(define (not n) (if (eq? n 0) 'done (not (- n 1)))) (define (f n) (not n)) (f 100000)";
    Run run = Programs.begin(program, Programs.BOUNDS);
    assertThat(Programs.describe(run.complete())).isEqualTo("done");
    assertThat(run.peakFrames()).isLessThan(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x                         | unbound: unbound variable",
        "(set! x 1)                | unbound: unbound variable",
        "(define (f) y) (f)        | unbound: unbound variable",
        "(5 1)                     | not-procedure: not a procedure",
        "(define (f) ('a)) (f)     | not-procedure: not a procedure",
        "(car 1)                   | type: car: argument 1 is not a pair",
        "(cdr '())                 | type: cdr: argument 1 is not a pair",
        "((lambda (x) x))          | arity: lambda@1:2: expected 1 argument, but the number given"
            + " is",
        "((lambda (x . r) x))      | arity: lambda@1:2: expected at least 1 argument, but the"
            + " number given is",
        "(define (f) 1) (f 1)      | arity: f: expected 0 arguments, but the number given is",
        "((case-lambda) 1)         | arity: case-lambda: no clause takes the number of arguments",
        "(let ((x (values 1 2))) 3) | arity: expected 1 value, but the number returned is",
        "(let-values (((a) (values 1 2))) 3) | arity: expected 1 value, but the number returned is",
        "(let () (define (f) a) (define b (f)) (define-values (a) 7) b) | uninitialized: a variable"
            + " was used before its initialiser had run",
        "(car 1 2)                 | arity: car: expected 1 argument, but the number given is",
        "(make-vector)             | arity: make-vector: expected 1 to 2 arguments, but the number"
            + " given is",
        "(+ 'a 1)                  | type: +: argument 1 is not a number",
        "(define (f x) (- x 1)) (f 'a) | type: -: argument 1 is not a number",
        "(define (f x) (if (< x 1) 1 2)) (f 'a) | type: <: argument 1 is not a number",
        "(define (f x) (car x)) (f 'a) | type: car: argument 1 is not a pair",
      })
  void raisesErrors(String program, String error) {
    assertThat(result(program)).isEqualTo(error);
  }

  @Test
  void tellsWhichCallsWerePendingButNotTailCallers() {
    Outcome outcome =
        Programs.run(
            """
            (define (inner x) (car x))
            (define (tail x) (inner x))
            (define (middle x) (+ 1 (tail x)))
            (define (outer x) (list (middle x)))
            (list (outer 5))
            """);
    assertThat(outcome).isInstanceOf(Outcome.Uncaught.class);
    Outcome.Uncaught error = (Outcome.Uncaught) outcome;
    assertThat(error.span().text()).isEqualTo("(car x)");
    assertThat(error.calls())
        .extracting(PendingCall::procedure)
        .containsExactly("inner", "middle", "outer", "main");
    assertThat(error.calls())
        .extracting(PendingCall::span)
        .extracting(Span::text)
        .containsExactly("(car x)", "(tail x)", "(middle x)", "(outer 5)");
  }

  @Test
  void pointsAtTheRightPartOfAFusedSequence() {
    Outcome outcome = Programs.run("(define (f n) (if (= n 0) 1 2)) (f 'a)");
    assertThat(((Outcome.Uncaught) outcome).span().text()).isEqualTo("(= n 0)");
  }

  @Test
  void tellsOfTheInnermostCallsOnly() {
    Outcome outcome =
        Programs.run("(define (f n) (if (= n 0) (car 0) (+ 1 (f (- n 1))))) (f 1000)");
    assertThat(((Outcome.Uncaught) outcome).calls()).hasSize(Outcome.Uncaught.MOST_CALLS);
  }

  @Test
  void runsTailCallsInConstantSpace() {
    assertThat(peaks("(define (loop n) (if (= n 0) 'done (loop (- n 1)))) (loop 10)"))
        .isEqualTo(peaks("(define (loop n) (if (= n 0) 'done (loop (- n 1)))) (loop 100000)"));
    String mutual =
        "(define (e n) (if (= n 0) #t (o (- n 1) 'x))) (define (o n y) (if (= n 0) #f (e (- n"
            + " 1))))";
    assertThat(peaks(mutual + "(e 10)")).isEqualTo(peaks(mutual + "(e 100000)"));
  }

  private static List<Integer> peaks(String program) {
    Run run = Programs.begin(program, Programs.BOUNDS);
    assertThat(run.complete()).isInstanceOf(Outcome.Done.class);
    return List.of(run.peakFrames(), run.peakStack());
  }

  @Test
  void recursesAMillionDeep() {
    Run run =
        Programs.begin(
            "(define (count n) (if (= n 0) 0 (+ 1 (count (- n 1))))) (count 1000000)",
            Programs.BOUNDS);
    assertThat(Programs.describe(run.complete())).isEqualTo("1000000");
    assertThat(run.peakFrames()).isBetween(1_000_000, 1_000_010);
    assertThat(run.peakStack()).isBetween(2_000_000, 6_000_000);
  }

  @Test
  void recursesAgainAfterAPollHasClearedTheStacks() {
    String program =
        """
        (define (count n) (if (= n 0) 0 (+ 1 (count (- n 1)))))
        (define (again k) (if (= k 0) 'ok (if (= (count 3000) 3000) (again (- k 1)) 'wrong)))
        (again 50)
        """;
    assertThat(result(program)).isEqualTo("ok");
  }

  @Test
  void takesManyArgumentsAndLocals() {
    StringBuilder program = new StringBuilder("(length (list");
    for (int i = 0; i < 100_000; i++) {
      program.append(" 1");
    }
    assertThat(result(program.append("))").toString())).isEqualTo("100000");
  }

  @Test
  void countsCallsAsSteps() {
    Run run = Programs.begin("(define (f) 1) (f) (f) (+ 1 2)", Programs.BOUNDS);
    run.complete();
    assertThat(run.steps()).isEqualTo(2);
  }

  @Test
  void givesEachRunItsOwnWorld() {
    World first = Programs.world();
    new Run(Programs.compile("(set! car cdr)"), first, Programs.BOUNDS).complete();
    Outcome changed = new Run(Programs.compile("(car '(1 2))"), first, Programs.BOUNDS).complete();
    assertThat(Programs.describe(changed)).isEqualTo("(2)");
    assertThat(result("(car '(1 2))")).isEqualTo("1");
  }
}
