package dev.touchstone.vm.definitional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.api.Completion;
import dev.touchstone.vm.api.DefinitionalVm;
import dev.touchstone.vm.api.JvmHost;
import dev.touchstone.vm.api.Limits;
import dev.touchstone.vm.source.Source;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules, each by what a program sees of it. */
class EvaluatorTest {
  private static final String ENDLESS = "(define (f) (f)) (f)";
  private static final String DEEP = "(define (f) (+ 1 (f))) (f)";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "constant             | '(1 . 2)                                          | (1 . 2)",
        "localVariable        | (let ((x 1)) (let ((y x)) y))                     | 1",
        "localVariable empty  | (letrec ((x x)) x)                                | uninitialized:"
            + " a variable was used before its initialiser had run",
        "globalVariable       | (define x 1) x                                    | 1",
        "globalVariable none  | x                                                 | unbound:"
            + " unbound variable",
        "standardProcedure    | (define append list) `(,@'(1) 2)                  | (1 2)",
        "procedure            | ((let ((x 1)) (lambda (y) (list x y))) 2)         | (1 2)",
        "procedureByCases     | ((case-lambda ((a) 1) ((a b) 2) (r r)) 7 8)       | 2",
        "setLocal             | (let ((x 1)) (let ((f (lambda () x))) (set! x 2) (f))) | 2",
        "setGlobal            | (define x 1) (set! x 2) x                         | 2",
        "setGlobal none       | (set! x 2)                                        | unbound:"
            + " unbound variable",
        "define               | (define (f) x) (define x 1) (f)                   | 1",
        "test                 | (list (if #f 1 2) (if '() 1 2))                   | (2 1)",
        "operand              | (list (begin (display 1) 1) (begin (display 2) 2)) | 12(1 2)",
        "sequence             | (begin (display 1) (values) 2)                    | 12",
        "let                  | (let ((x 1)) (let ((x 2) (y x)) (list x y)))      | (2 1)",
        "producer             | (let-values (((a . b) (values 1 2 3))) (list a b)) | (1 (2 3))",
        "producer fewer       | (let-values (((a b) 1)) a)                        | arity: expected"
            + " 2 values, but the number returned is",
        "producer more        | (let-values (((a) (values 1 2))) a)               | arity: expected"
            + " 1 value, but the number returned is",
        "letrec               | (letrec ((f (lambda () 1)) (x (f))) x)            | uninitialized:"
            + " a variable was used before its initialiser had run",
        "letrecInOrder        | (letrec* ((f (lambda () 1)) (x (f))) x)           | 1",
        "locations            | (let () (define-values (a b) (values 1 2)) (list b a)) | (2 1)",
        "end                  | (values 1 2 3)                                    | 1 2 3",
        "end without values   | (values)                                          | ``",
        "values to an operand | (list (values 1 2))                               | arity: expected"
            + " 1 value, but the number returned is",
        "applyProcedure       | ((lambda (a . r) (list a r)) 1 2 3)               | (1 (2 3))",
        "applyProcedure fewer | ((lambda (a . r) a))                              | arity:"
            + " lambda@1:2: expected at least 1 argument, but the number given is",
        "applyProcedure cases | (define f (case-lambda ((a) 1) ((a b) 2))) (f)    | arity: f: no"
            + " clause takes the number of arguments",
        "applyPrimitive       | (car '(1))                                        | 1",
        "applyControl none    | (1 2)                                             | not-procedure:"
            + " not a procedure",
        "signal               | (car 1)                                           | type: car:"
            + " argument 1 is not a pair",
        "signal to a handler  | (guard (e ((error-object? e) 'caught)) (car 1))   | caught",
        "endUncaught          | (raise 'x)                                        | raised: x",
        "reinstate            | (+ 1 (call/cc (lambda (k) (* 2 (k 3)))))          | 4",
      })
  void rule(String name, String program, String result) {
    assertThat(Both.definitional(program)).as(name).isEqualTo(result);
  }

  private static final String TAG = "(define t (make-continuation-prompt-tag 't)) ";

  @Test
  void leavesAPromptWithItsEntryOfTheDynamicState() {
    String program =
        TAG
            + "(define p (make-parameter 'out))"
            + "(parameterize ((p 'in))"
            + "  (list (call-with-continuation-prompt (lambda () (p)) t) (p)))";
    assertThat(Both.definitional(program)).isEqualTo("(in in)");
  }

  @Test
  void resumesOnTopOfWhatIsPending() {
    String program =
        TAG
            + "(define k (call-with-continuation-prompt"
            + "  (lambda () (* 2 (call-with-composable-continuation"
            + "    (lambda (k) (abort-current-continuation t k)) t))) t (lambda (k) k)))"
            + "(list (k 1) (+ 1 (k (k 10))))";
    assertThat(Both.definitional(program)).isEqualTo("(2 41)");
  }

  /** The thunk runs on top of the inner prompt's mark, but in the state outside of that prompt. */
  @Test
  void anAbortInAnAfterThunkGoesToThePromptOfItsDynamicState() {
    String program =
        TAG
            + "(call/cc (lambda (out)"
            + "  (list 'first (call-with-continuation-prompt"
            + "    (lambda () (dynamic-wind"
            + "      (lambda () #f)"
            + "      (lambda () (list 'second (call-with-continuation-prompt"
            + "        (lambda () (out 'escaped)) t (lambda (x) (list 'inner x)))))"
            + "      (lambda () (abort-current-continuation t 'after))))"
            + "    t (lambda (x) (list 'outer x))))))";
    assertThat(Both.definitional(program)).isEqualTo("(first (outer after))");
    assertThat(Both.machine(program)).isEqualTo("(first (outer after))");
  }

  /** The wind that is about to be entered has a prompt around it that is not pending. */
  @Test
  void anAbortInABeforeThunkFindsNoPromptThatIsNotPending() {
    String program =
        TAG
            + "(define k #f) (define n 0)"
            + "(call-with-continuation-prompt"
            + "  (lambda () (dynamic-wind"
            + "    (lambda ()"
            + "      (set! n (+ n 1))"
            + "      (if (= n 2) (abort-current-continuation t 'before)))"
            + "    (lambda () (call/cc (lambda (c) (set! k c))))"
            + "    (lambda () #f)))"
            + "  t (lambda (x) 'handled))"
            + "(k 1)";
    assertThat(Both.definitional(program)).startsWith("range: no pending call has a prompt");
    assertThat(Both.machine(program)).startsWith("range: no pending call has a prompt");
  }

  @Test
  void endsAtEachLimit() {
    Limits any = Limits.GENEROUS;
    assertThat(Both.definitional(ENDLESS, any.withSteps(12_345))).isEqualTo("limit: steps");
    assertThat(Both.definitional(DEEP, any.withStack(1, 1_000))).isEqualTo("limit: stack");
    assertThat(Both.definitional(ENDLESS, any.withTime(Duration.ofMillis(20))))
        .isEqualTo("limit: time");
    assertThat(Both.definitional("(define (f) (display 'xx) (f)) (f)", any.withOutput(5)))
        .isEqualTo("xxxx" + "limit: output");
    String garbage = "(define (f) (make-vector 100000 0) (f)) (f)";
    assertThat(Both.definitional(garbage, any.withAllocation(50_000_000)))
        .isEqualTo("limit: allocation");
  }

  @Test
  void noHandlerSeesALimit() {
    String program = "(define (f) (f)) (guard (e (#t 'caught)) (f))";
    assertThat(Both.definitional(program, Limits.GENEROUS.withSteps(1_000)))
        .isEqualTo("limit: steps");
  }

  @Test
  void countsCallsAsSteps() {
    String program = "(define (f) 1) (f) (f) (car '(1))";
    assertThat(Both.definitional(program, Limits.GENEROUS.withSteps(3))).isEqualTo("1");
    assertThat(Both.definitional(program, Limits.GENEROUS.withSteps(2))).isEqualTo("limit: steps");
  }

  @Test
  void pushesNothingInTailPosition() {
    String program =
        "(define (f n) (let ((m (- n 1)))  (begin (if (= m 0) 'done (letrec ((g (lambda () (f m))))"
            + " (let-values (((g) g)) (g)))))))(f 10000)";
    assertThat(Both.definitional(program, Limits.GENEROUS.withStack(1, 10))).isEqualTo("done");
  }

  @Test
  void tellsWhereTheProgramFailed() {
    String program = "(define (f x) (+ 1 (car x)))\n(list (f 5))";
    Completion completion =
        DefinitionalVm.create()
            .run(Source.of("test.scm", program), Limits.GENEROUS, new JvmHost(text -> {}));
    assertThat(completion)
        .isInstanceOfSatisfying(
            Completion.Raised.class,
            raised -> assertThat(raised.span()).hasToString("test.scm:1:20"));
  }

  @Test
  void namesThePlaceInTheProgramThatTheLibraryWasCalledFrom() {
    String program = "(list 1\n  (raise 'x))";
    Completion completion =
        DefinitionalVm.create()
            .run(Source.of("test.scm", program), Limits.GENEROUS, new JvmHost(text -> {}));
    assertThat(completion)
        .isInstanceOfSatisfying(
            Completion.Raised.class,
            raised -> assertThat(raised.span()).hasToString("test.scm:1:1"));
  }

  @Test
  void needsNoJavaStackForDepth() {
    String program = "(define (f n) (if (= n 0) 0 (+ 1 (f (- n 1))))) (f 200000)";
    assertThat(Both.definitional(program)).isEqualTo("200000");
  }

  @Test
  void runsAnEmptyProgram() {
    assertThat(Both.definitional("")).isEmpty();
  }
}
