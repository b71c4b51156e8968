package dev.touchstone.vm.compiler;

import static dev.touchstone.vm.compiler.CompilerTest.body;
import static dev.touchstone.vm.compiler.CompilerTest.compile;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops, and the value of {@code or}. */
class LoopCompilerTest {
  @Test
  void goesBackWithNewValuesInTheSlots() {
    assertThat(body("(define (f n) (let l ((i n) (t 0)) (if (< i 0) t (l (- i 1) (+ t i)))))"))
        .isEqualTo(
            """
            function f 1 locals 2 stack 7
            line 1 (define (f n) (let l ((i n) (t 0)) (if (< i 0) t (l (- i 1) (+ t i)))))
              TAKE_LOCAL    0
              CONST         0
              LOOP          L8 1 2
            L8:
              LOCAL         1
              CONST         0
              LESS
              JUMP_IF_FALSE L18
              TAKE_LOCAL    2
              RETURN
            L18:
              LOCAL         1
              CONST         1
              SUB
              TAKE_LOCAL    2
              TAKE_LOCAL    1
              ADD
              LOOP          L8 1 2
            end
            """);
  }

  @Test
  void makesAFreshBoxInEachTurn() {
    assertThat(body("(define (f) (let l ((i 0)) (set! i (g)) (l i)))"))
        .containsSubsequence(
            "LOOP",
            "L6:",
            "TAKE_LOCAL",
            "BOX",
            "SET_BOX",
            "TAKE_LOCAL",
            "UNBOX",
            "LOOP          L6 0 1");
  }

  @Test
  void leavesAVariableThatKeepsItsValueInItsSlot() {
    assertThat(body("(define (f) (let l ((a 1) (b 2) (c 3)) (g b) (l c b a)))"))
        .containsSubsequence("LOOP          L10 0 3", "SET_LOCAL     2", "LOOP          L10 0 1");
  }

  @Test
  void doesNotTakeInATurnWhatALaterTurnUses() {
    assertThat(body("(define (f x) (let l ((i 0)) (g x) (l (+ i 1))))"))
        .contains("LOCAL         0")
        .doesNotContain("TAKE_LOCAL    0");
    // Nor inside of an inner loop what a turn of the outer one uses before that.
    assertThat(body("(define (f x) (let a () (g x) (let b ((j 0)) (if (g j) (b (g 1)) (a)))))"))
        .doesNotContain("TAKE_LOCAL    0")
        .doesNotContain("CLEAR_LOCAL   0");
  }

  @Test
  void clearsWhereTheLoopIsLeftWhatItAloneUses() {
    assertThat(body("(define (f x) (let l ((i 0)) (if (x i) (begin (g) 1) (l (+ i 1)))))"))
        .containsSubsequence("JUMP_IF_FALSE", "CLEAR_LOCAL   0", "CLEAR_LOCAL   1", "GLOBAL");
  }

  /** A value of one turn must not be held while the next turn calls somebody. */
  @Test
  void clearsWhatATurnLeavesBehind() {
    assertThat(body("(define (f) (let l ((i 0)) (let ((x (g i))) (if (h) (l 1) (k x)))))"))
        .containsSubsequence("JUMP_IF_FALSE", "CLEAR_LOCAL   1", "LOOP");
  }

  @Test
  void keepsTheValueOfOrOnTheStack() {
    assertThat(body("(define (f x) (or (null? x) (car x)))"))
        .isEqualTo(
            """
            function f 1 stack 3
            line 1 (define (f x) (or (null? x) (car x)))
              LOCAL         0
              IS_NULL
              JUMP_IF_TRUE_KEEP L9
              TAKE_LOCAL    0
              CAR
              RETURN
            L9:
              RETURN
            end
            """);
  }

  @Test
  void clearsAfterTheFirstValueOfOrWhatOnlyTheSecondUses() {
    assertThat(body("(define (f x) (g (or (h) (car x)) (k)))"))
        .containsSubsequence(
            "JUMP_IF_TRUE_KEEP L13", "JUMP          L15", "L13:", "CLEAR_LOCAL   0");
  }

  /** An {@code or} that is a branch: what is dead where its first value is kept is used before. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(or (h) (k) (car x))",
        "(if (h) (or (k) (car x)) 0)",
        "(if (h) x (or (k) (car x)))",
        "(or (and (h) (or (k) (car x))) 0)"
      })
  void clearsNothingBeforeAnOrThatUsesIt(String expression) {
    String code = body("(define (f x) (g " + expression + " (k)))");
    String used = code.substring(0, code.indexOf("CAR"));
    assertThat(used).contains("TAKE_LOCAL    0").doesNotContain("CLEAR_LOCAL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(let l ((i 0)) (if (g i) i (l (+ i 1))))",
        "(let l ((i 0)) (if (g i) (l (+ i 1)) i))",
        "(let l ((i 0)) (if (g i) (l 1) (l 2)))",
        "(let l ((i 0)) (l 1))",
        "(let l ((i 0)) (or (g i) (l 1)))",
        "(let l ((i 0)) (and (g i) (l 1)))",
        "(let l ((i 0)) (cond ((g i) => x) ((h) (l 1)) ((k)) (else (l 2))))",
        "(let l ((i 0)) (let-values (((a . b) (g))) (if a (l b) (values a b))))",
        "(let a ((i 0)) (let b ((j 0)) (if (g j) (a j) (if (h) (b i) x))))",
        "(let a ((i 0)) (list (let b ((j 0)) (if (g j) (b j) x)) (g)) (a 1))",
        "(let l ((i 0)) (set! i 1) (if (g) (begin (set! x i) (l 2)) (lambda () i)))",
        "(let l ((i 0) (unused (g))) (if (g) (l 1 (h)) i))",
        "(or x (g) (h))",
        "(or (and x (g)) (or (h) 1))",
      })
  void agreesOnTheDepthInEveryPosition(String loop) {
    for (String use :
        new String[] {
          "%s",
          "(g 1 2 %s 3)",
          "(begin %s 1)",
          "(if %s 1 2)",
          "(let ((y %s)) (g y y))",
          "(let-values (((p . q) %s)) (g p q))",
          "(let ((unused %s)) 1)",
          "(or (g) %s)",
          "(or %s (g))",
          "(let o ((m 0)) (if (g m) (o %s) (list %1$s)))",
        }) {
      StackDepths.check(compile("(define (f x) " + use.formatted(loop) + ")").main());
    }
  }
}
