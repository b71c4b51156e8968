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
    int main = listing.indexOf("function main");
    return listing.substring(listing.indexOf("\n\n", main) + 2);
  }

  @Test
  void listsAProgramWithItsProcedures() {
    assertThat(listing("(define (inc x)\n  (+ x 1))\n(inc 41)"))
        .isEqualTo(
            """
            source "test.scm"
            function main 0 stack 2
            line 1 (define (inc x)
              CLOSURE       inc
              DEFINE_GLOBAL inc
            line 3 (inc 41)
              GLOBAL        inc
              CONST         41
              TAIL_CALL     1
            end

            function inc 1 stack 4
            line 2 (+ x 1))
              TAKE_LOCAL    0
              CONST         1
              ADD
              RETURN
            end
            """);
  }

  @Test
  void makesTailCallsInBothBranches() {
    assertThat(body("(define (f x) (if x (g x) (h (g x))))"))
        .isEqualTo(
            """
            function f 1 stack 4
            line 1 (define (f x) (if x (g x) (h (g x))))
              LOCAL         0
              JUMP_IF_FALSE L10
              GLOBAL        g
              TAKE_LOCAL    0
              TAIL_CALL     1
            L10:
              GLOBAL        h
              GLOBAL        g
              TAKE_LOCAL    0
              CALL          1
              TAIL_CALL     1
            end
            """);
  }

  @Test
  void boxesAssignedParametersAtEntryAndCapturesTheBox() {
    assertThat(body("(define (counter n) (lambda () (set! n (+ n 1)) n))"))
        .isEqualTo(
            """
            function counter 1 stack 2
            line 1 (define (counter n) (lambda () (set! n (+ n 1)) n))
              TAKE_LOCAL    0
              BOX
              SET_LOCAL     0
              TAKE_LOCAL    0
              CLOSURE       lambda@1:21
              RETURN
            end

            function lambda@1:21 0 stack 4 captures box
            line 1 (define (counter n) (lambda () (set! n (+ n 1)) n))
              CAPTURED      0
              CAPTURED      0
              UNBOX
              CONST         1
              ADD
              SET_BOX
              CAPTURED      0
              UNBOX
              RETURN
            end
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
              TAKE_LOCAL    0
              TAKE_LOCAL    1
              CLOSURE       lambda@1:17
            """
                .strip())
        .contains(
            """
              CAPTURED      0
              CAPTURED      1
              CLOSURE       lambda@1:28
            """
                .strip());
  }

  @Test
  void keepsLetVariablesInSlotsAndUsesThemAgain() {
    assertThat(body("(define (f) (g (let ((x 1)) (h x)) (let ((y 2)) (h y))))"))
        .isEqualTo(
            """
            function f 0 locals 1 stack 5
            line 1 (define (f) (g (let ((x 1)) (h x)) (let ((y 2)) (h y))))
              GLOBAL        g
              CONST         1
              SET_LOCAL     0
              GLOBAL        h
              TAKE_LOCAL    0
              CALL          1
              CONST         2
              SET_LOCAL     0
              GLOBAL        h
              TAKE_LOCAL    0
              CALL          1
              TAIL_CALL     2
            end
            """);
  }

  @Test
  void clearsAVariableOnTheBranchThatDoesNotUseItIfACallFollows() {
    assertThat(body("(define (f x y) (if y (g (h)) (g x)))"))
        .isEqualTo(
            """
            function f 2 stack 4
            line 1 (define (f x y) (if y (g (h)) (g x)))
              TAKE_LOCAL    1
              JUMP_IF_FALSE L14
              CLEAR_LOCAL   0
              GLOBAL        g
              GLOBAL        h
              CALL          0
              TAIL_CALL     1
            L14:
              GLOBAL        g
              TAKE_LOCAL    0
              TAIL_CALL     1
            end
            """);
  }

  @Test
  void leavesADeadVariableAloneWhereNoCallFollows() {
    assertThat(body("(define (f x y) (if y 1 x))")).doesNotContain("CLEAR_LOCAL");
  }

  @Test
  void clearsAnUnusedParameterBeforeACall() {
    assertThat(body("(define (f x) (g) 1)"))
        .containsSubsequence("CLEAR_LOCAL   0", "CALL          0", "POP", "RETURN");
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
            function f 2 stack 4
            line 1 (define (f a b) (if (and (p a) (or b (q))) 1 2))
              GLOBAL        p
              TAKE_LOCAL    0
              CALL          1
              JUMP_IF_FALSE L23
              TAKE_LOCAL    1
              JUMP_IF_FALSE L14
              JUMP          L20
            L14:
              GLOBAL        q
              CALL          0
              JUMP_IF_FALSE L23
            L20:
              CONST         1
              RETURN
            L23:
              CONST         2
              RETURN
            end
            """);
  }

  @Test
  void integratesCallsOfTheRightNumberOfArgumentsAlone() {
    assertThat(body("(define (f x) (+ (car x) (+ 1 2 3)))"))
        .contains("CAR")
        .contains("ADD")
        .contains("GLOBAL        +");
    assertThat(body("(define (f car x) (car x))")).contains("TAIL_CALL").doesNotContain("  CAR");
  }

  @Test
  void wastesNothingOnValuesThatNobodyWants() {
    assertThat(body("(define (f x) 1 x (if x (g)) 2)"))
        .isEqualTo(
            """
            function f 1 stack 2
            line 1 (define (f x) 1 x (if x (g)) 2)
              TAKE_LOCAL    0
              JUMP_IF_FALSE L9
              GLOBAL        g
              CALL          0
              POP
            L9:
              CONST         2
              RETURN
            end
            """);
  }

  @Test
  void countsTheRestListAsAnArgument() {
    assertThat(body("(define (f a . r) r)"))
        .startsWith("function f 1 rest stack 3\n")
        .contains("TAKE_LOCAL    1");
  }
}
