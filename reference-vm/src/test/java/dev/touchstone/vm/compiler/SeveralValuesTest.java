package dev.touchstone.vm.compiler;

import static dev.touchstone.vm.compiler.CompilerTest.body;
import static dev.touchstone.vm.compiler.CompilerTest.compile;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where several values are received, and where one is demanded. */
class SeveralValuesTest {
  @Test
  void receivesRightAfterEachCallInWhichTheProducerEnds() {
    assertThat(
            body("(define (f x) (let-values (((a . r) (if x (g) (let ((y 1)) (h y))))) (k a r)))"))
        .isEqualTo(
            """
            function f 1 locals 2 stack 6
            line 1 (define (f x) (let-values (((a . r) (if x (g) (let ((y 1)) (h y))))) (k a r)))
              TAKE_LOCAL    0
              JUMP_IF_FALSE L13
              GLOBAL        g
              CALL          0
              RECEIVE       1 1
              JUMP          L26
            L13:
              CONST         1
              SET_LOCAL     1
              GLOBAL        h
              TAKE_LOCAL    1
              CALL          1
              RECEIVE       1 1
            L26:
              SET_LOCAL     2
              SET_LOCAL     1
              GLOBAL        k
              TAKE_LOCAL    1
              TAKE_LOCAL    2
              TAIL_CALL     2
            end
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "x",
        "g",
        "(lambda () x)",
        "(case-lambda ((a) x))",
        "(+ x 1)",
        "(set! g x)",
        "(set! x 1)",
        "(begin (g) (h))",
        "(letrec ((l (lambda () (l)))) (l))",
        "(let-values ((() (g))) (h))",
        "(let () (define-values (p q) (g)) (p q))",
        "(guard (e) x)",
        "(delay x)",
        "(or x (g))",
        "(cond (x => g) (else (h)))",
        "(case x ((1) (g)) (else 2))",
        "(let-values ((r (g))) r)",
        "(if (and x (or (g) (h))) (values 1 2 3))",
        "(let ((unused (g))) 1)",
      })
  void agreesOnTheDepthWhateverTheProducerIs(String producer) {
    for (String use :
        List.of(
            "(let-values (((a b c) %s)) (k c b a))",
            "(list 1 (let-values (((a . b) %s)) (lambda () (set! b a))))",
            "(let-values ((() %s)) (if x 1 (k)))",
            "(let ((unused %s)) (k))",
            "(begin %s (k x))",
            "(let*-values (((a) %1$s) (b %1$s)) b)",
            "(let () (define (l) a) (define-values (a b) %s) (l))",
            "(if (let-values (((a b) %s)) (set! b a) b) (k) 2)")) {
      StackDepths.check(compile("(define (f x) " + use.formatted(producer) + ")").main());
    }
  }

  @Test
  void demandsOneValueForAVariableThatNobodyRefersTo() {
    assertThat(body("(define (f) (let ((x (g)) (y (car (h))) (z 1)) (if (i) 2 3)))"))
        .containsSubsequence(
            "CALL          0\n  RECEIVE       1 0\n  POP\n",
            "CAR\n  RECEIVE       1 0\n  POP\n",
            "  GLOBAL        i");
  }

  @Test
  void dropsAnyNumberOfValuesInASequence() {
    assertThat(body("(define (f x) (if x (g) (begin (h) 1)) 2)"))
        .contains("CALL          0\n  POP\n", "CALL          0\n  POP\n")
        .doesNotContain("RECEIVE");
  }

  @Test
  void dropsReceivedValuesThatNobodyRefersTo() {
    assertThat(body("(define (f) (let-values (((a b . c) (g))) b))"))
        .isEqualTo(
            """
            function f 0 locals 3 stack 6
            line 1 (define (f) (let-values (((a b . c) (g))) b))
              GLOBAL        g
              CALL          0
              RECEIVE       2 1
              POP
              SET_LOCAL     1
              POP
              TAKE_LOCAL    1
              RETURN
            end
            """);
  }

  @Test
  void boxesReceivedVariablesThatAreAssigned() {
    assertThat(body("(define (f) (let-values (((a b) (g))) (set! a b) a))"))
        .containsSubsequence(
            "RECEIVE       2 0", "SET_LOCAL     1", "BOX", "SET_LOCAL     0", "SET_BOX", "UNBOX");
  }

  @Test
  void definesSeveralValuesInBoxesThatAreEmptyBefore() {
    assertThat(body("(define (f) (define-values (a b) (g)) (h a))"))
        .containsSubsequence(
            "EMPTY_BOX\n  SET_LOCAL     0",
            "EMPTY_BOX\n  SET_LOCAL     1",
            "RECEIVE       2 0",
            "TAKE_LOCAL    0\n",
            "UNBOX\n",
            "TAIL_CALL     1");
  }

  @Test
  void makesAProcedureOfSeveralClosures() {
    assertThat(body("(define (f x y) (case-lambda ((a) (x a)) ((a . r) (y x a r))))"))
        .isEqualTo(
            """
            function f 2 stack 5
            line 1 (define (f x y) (case-lambda ((a) (x a)) ((a . r) (y x a r))))
              LOCAL         0
              CLOSURE       lambda@1:17
              TAKE_LOCAL    1
              TAKE_LOCAL    0
              CLOSURE       lambda@1:17~1
              CASE_CLOSURE  2
              RETURN
            end

            function lambda@1:17 1 stack 3 captures value
            line 1 (define (f x y) (case-lambda ((a) (x a)) ((a . r) (y x a r))))
              CAPTURED      0
              TAKE_LOCAL    0
              TAIL_CALL     1
            end

            function lambda@1:17~1 1 rest stack 6 captures value value called lambda@1:17
            line 1 (define (f x y) (case-lambda ((a) (x a)) ((a . r) (y x a r))))
              CAPTURED      0
              CAPTURED      1
              TAKE_LOCAL    0
              TAKE_LOCAL    1
              TAIL_CALL     3
            end
            """);
  }
}
