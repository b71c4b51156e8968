package dev.touchstone.vm.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.bytecode.assembly.AssemblyWriter;
import dev.touchstone.vm.expand.Expander;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.source.Source;
import org.junit.jupiter.api.Test;

class CompilerTest {
  static Unit compile(String text) {
    Source source = Source.of("test.scm", text);
    return Compiler.compile(
        Expander.expand(source, DatumReader.readAll(source), Expander.DEFAULT_NESTING_LIMIT));
  }

  static String listing(String text) {
    return AssemblyWriter.write(compile(text));
  }

  /** The listing of the first nested procedure alone. */
  static String body(String text) {
    String listing = listing(text);
    return listing.substring(listing.indexOf("\n\n") + 2);
  }

  @Test
  void listsAProgramWithItsProcedures() {
    assertThat(listing("(define (inc x)\n  (+ x 1))\n(inc 41)"))
        .isEqualTo(
            """
            main: 0 arguments, 0 locals, stack 2, captures 0
            ; 1: (define (inc x)
                0  CLOSURE       0  ; inc
                2  DEFINE_GLOBAL 0  ; inc
            ; 3: (inc 41)
                4  GLOBAL        0  ; inc
                6  CONST         0  ; 41
                8  TAIL_CALL     1

            inc: 1 arguments, 0 locals, stack 4, captures 0
            ; 2: (+ x 1))
                0  TAKE_LOCAL    0
                2  CONST         0  ; 1
                4  ADD
                5  RETURN
            """);
  }

  @Test
  void makesTailCallsInBothBranches() {
    assertThat(body("(define (f x) (if x (g x) (h (g x))))"))
        .isEqualTo(
            """
            f: 1 arguments, 0 locals, stack 4, captures 0
            ; 1: (define (f x) (if x (g x) (h (g x))))
                0  LOCAL         0
                2  JUMP_IF_FALSE 10
                4  GLOBAL        0  ; g
                6  TAKE_LOCAL    0
                8  TAIL_CALL     1
            >  10  GLOBAL        1  ; h
               12  GLOBAL        0  ; g
               14  TAKE_LOCAL    0
               16  CALL          1
               18  TAIL_CALL     1
            """);
  }

  @Test
  void boxesAssignedParametersAtEntryAndCapturesTheBox() {
    assertThat(body("(define (counter n) (lambda () (set! n (+ n 1)) n))"))
        .isEqualTo(
            """
            counter: 1 arguments, 0 locals, stack 2, captures 0
            ; 1: (define (counter n) (lambda () (set! n (+ n 1)) n))
                0  TAKE_LOCAL    0
                2  BOX
                3  SET_LOCAL     0
                5  TAKE_LOCAL    0
                7  CLOSURE       0  ; lambda@1:21
                9  RETURN

            lambda@1:21: 0 arguments, 0 locals, stack 4, captures 1
            ; 1: (define (counter n) (lambda () (set! n (+ n 1)) n))
                0  CAPTURED      0
                2  CAPTURED      0
                4  UNBOX
                5  CONST         0  ; 1
                7  ADD
                8  SET_BOX
                9  CAPTURED      0
               11  UNBOX
               12  RETURN
            """);
  }

  @Test
  void boxesAnAssignedVariableThatNothingCaptures() {
    assertThat(body("(define (f) (let ((x 1)) (set! x 2) x))"))
        .containsSubsequence(
            "CONST", "BOX", "SET_LOCAL     0", "SET_BOX", "TAKE_LOCAL    0", "UNBOX");
  }

  @Test
  void copiesWhatIsNeverAssignedIntoFlatClosures() {
    assertThat(body("(define (f x y) (lambda () (lambda () (g x y x))))"))
        .contains(
            """
                0  TAKE_LOCAL    0
                2  TAKE_LOCAL    1
                4  CLOSURE       0
            """
                .strip())
        .contains(
            """
                0  CAPTURED      0
                2  CAPTURED      1
                4  CLOSURE       0
            """
                .strip());
  }

  @Test
  void keepsLetVariablesInSlotsAndUsesThemAgain() {
    assertThat(body("(define (f) (g (let ((x 1)) (h x)) (let ((y 2)) (h y))))"))
        .isEqualTo(
            """
            f: 0 arguments, 1 locals, stack 5, captures 0
            ; 1: (define (f) (g (let ((x 1)) (h x)) (let ((y 2)) (h y))))
                0  GLOBAL        0  ; g
                2  CONST         0  ; 1
                4  SET_LOCAL     0
                6  GLOBAL        1  ; h
                8  TAKE_LOCAL    0
               10  CALL          1
               12  CONST         1  ; 2
               14  SET_LOCAL     0
               16  GLOBAL        1  ; h
               18  TAKE_LOCAL    0
               20  CALL          1
               22  TAIL_CALL     2
            """);
  }

  @Test
  void clearsAVariableOnTheBranchThatDoesNotUseItIfACallFollows() {
    assertThat(body("(define (f x y) (if y (g (h)) (g x)))"))
        .isEqualTo(
            """
            f: 2 arguments, 0 locals, stack 4, captures 0
            ; 1: (define (f x y) (if y (g (h)) (g x)))
                0  TAKE_LOCAL    1
                2  JUMP_IF_FALSE 14
                4  CLEAR_LOCAL   0
                6  GLOBAL        0  ; g
                8  GLOBAL        1  ; h
               10  CALL          0
               12  TAIL_CALL     1
            >  14  GLOBAL        0  ; g
               16  TAKE_LOCAL    0
               18  TAIL_CALL     1
            """);
  }

  @Test
  void leavesADeadVariableAloneWhereNoCallFollows() {
    assertThat(body("(define (f x y) (if y 1 x))")).doesNotContain("CLEAR_LOCAL");
  }

  @Test
  void clearsAnUnusedParameterBeforeACall() {
    assertThat(body("(define (f x) (g) 1)"))
        .containsSubsequence("0  CLEAR_LOCAL   0", "CALL          0", "POP", "RETURN");
    assertThat(body("(define (f x) (g))")).doesNotContain("CLEAR_LOCAL");
  }

  @Test
  void takesALocalAtItsLastUseOnly() {
    assertThat(body("(define (f x) (g x x))"))
        .containsSubsequence("LOCAL         0", "TAKE_LOCAL    0", "TAIL_CALL     2");
  }

  @Test
  void jumpsFromWithinATest() {
    assertThat(body("(define (f a b) (if (and (p a) (or b (q))) 1 2))"))
        .isEqualTo(
            """
            f: 2 arguments, 0 locals, stack 4, captures 0
            ; 1: (define (f a b) (if (and (p a) (or b (q))) 1 2))
                0  GLOBAL        0  ; p
                2  TAKE_LOCAL    0
                4  CALL          1
                6  JUMP_IF_FALSE 23
                8  TAKE_LOCAL    1
               10  JUMP_IF_FALSE 14
               12  JUMP          20
            >  14  GLOBAL        1  ; q
               16  CALL          0
               18  JUMP_IF_FALSE 23
            >  20  CONST         0  ; 1
               22  RETURN
            >  23  CONST         1  ; 2
               25  RETURN
            """);
  }

  @Test
  void integratesCallsOfTheRightNumberOfArgumentsAlone() {
    assertThat(body("(define (f x) (+ (car x) (+ 1 2 3)))"))
        .contains("CAR")
        .contains("ADD")
        .contains("GLOBAL        0  ; +");
    assertThat(body("(define (f car x) (car x))")).contains("TAIL_CALL").doesNotContain("  CAR");
  }

  @Test
  void wastesNothingOnValuesThatNobodyWants() {
    assertThat(body("(define (f x) 1 x (if x (g)) 2)"))
        .isEqualTo(
            """
            f: 1 arguments, 0 locals, stack 2, captures 0
            ; 1: (define (f x) 1 x (if x (g)) 2)
                0  TAKE_LOCAL    0
                2  JUMP_IF_FALSE 9
                4  GLOBAL        0  ; g
                6  CALL          0
                8  POP
            >   9  CONST         0  ; 2
               11  RETURN
            """);
  }

  @Test
  void countsTheRestListAsAnArgument() {
    assertThat(body("(define (f a . r) r)"))
        .startsWith("f: 1 or more arguments, 0 locals, stack 3, captures 0")
        .contains("TAKE_LOCAL    1");
  }
}
