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
            f: 1 arguments, 2 locals, stack 6, captures 0
            ; 1: (define (f x) (let-values (((a . r) (if x (g) (let ((y 1)) (h y))))) (k a r)))
                0  TAKE_LOCAL    0
                2  JUMP_IF_FALSE 13
                4  GLOBAL        0  ; g
                6  CALL          0
                8  RECEIVE       1 1
               11  JUMP          26
            >  13  CONST         0  ; 1
               15  SET_LOCAL     1
               17  GLOBAL        1  ; h
               19  TAKE_LOCAL    1
               21  CALL          1
               23  RECEIVE       1 1
            >  26  SET_LOCAL     2
               28  SET_LOCAL     1
               30  GLOBAL        2  ; k
               32  TAKE_LOCAL    1
               34  TAKE_LOCAL    2
               36  TAIL_CALL     2
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
            "CALL          0\n    4  RECEIVE       1 0\n    7  POP\n",
            "CAR\n   13  RECEIVE       1 0\n   16  POP\n",
            "  17  GLOBAL        2  ; i");
  }

  @Test
  void dropsAnyNumberOfValuesInASequence() {
    assertThat(body("(define (f x) (if x (g) (begin (h) 1)) 2)"))
        .contains("CALL          0\n    8  POP\n", "CALL          0\n   15  POP\n")
        .doesNotContain("RECEIVE");
  }

  @Test
  void dropsReceivedValuesThatNobodyRefersTo() {
    assertThat(body("(define (f) (let-values (((a b . c) (g))) b))"))
        .isEqualTo(
            """
            f: 0 arguments, 3 locals, stack 6, captures 0
            ; 1: (define (f) (let-values (((a b . c) (g))) b))
                0  GLOBAL        0  ; g
                2  CALL          0
                4  RECEIVE       2 1
                7  POP
                8  SET_LOCAL     1
               10  POP
               11  TAKE_LOCAL    1
               13  RETURN
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
            "EMPTY_BOX\n    1  SET_LOCAL     0",
            "EMPTY_BOX\n    4  SET_LOCAL     1",
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
            f: 2 arguments, 0 locals, stack 5, captures 0
            ; 1: (define (f x y) (case-lambda ((a) (x a)) ((a . r) (y x a r))))
                0  LOCAL         0
                2  CLOSURE       0  ; lambda@1:17
                4  TAKE_LOCAL    1
                6  TAKE_LOCAL    0
                8  CLOSURE       1  ; lambda@1:17
               10  CASE_CLOSURE  2
               12  RETURN

            lambda@1:17: 1 arguments, 0 locals, stack 3, captures 1
            ; 1: (define (f x y) (case-lambda ((a) (x a)) ((a . r) (y x a r))))
                0  CAPTURED      0
                2  TAKE_LOCAL    0
                4  TAIL_CALL     1

            lambda@1:17: 1 or more arguments, 0 locals, stack 6, captures 2
            ; 1: (define (f x y) (case-lambda ((a) (x a)) ((a . r) (y x a r))))
                0  CAPTURED      0
                2  CAPTURED      1
                4  TAKE_LOCAL    0
                6  TAKE_LOCAL    1
                8  TAIL_CALL     3
            """);
  }
}
