package dev.touchstone.vm.compiler;

import static dev.touchstone.vm.bytecode.CaptureKind.BOX;
import static dev.touchstone.vm.bytecode.CaptureKind.VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.bytecode.CaptureKind;
import dev.touchstone.vm.bytecode.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaptureKindsTest {
  /** The kinds of the first closure that the first procedure makes. */
  private static List<CaptureKind> kinds(String text) {
    Code procedure = CompilerTest.compile(text).main().nested().getFirst();
    return procedure.nested().getFirst().captureKinds();
  }

  @Test
  void aVariableThatIsNeverAssignedIsCapturedAsItsValue() {
    assertThat(kinds("(define (f x) (lambda () x))")).containsExactly(VALUE);
  }

  @Test
  void anAssignedVariableIsCapturedAsItsBox() {
    assertThat(kinds("(define (f x y) (lambda () (set! y x) y))")).containsExactly(BOX, VALUE);
  }

  @Test
  void aVariableThatIsLookedAtBeforeItHasAValueIsCapturedAsItsBox() {
    assertThat(kinds("(define (f) (letrec ((g (lambda () x)) (x (g))) g))")).containsExactly(BOX);
  }

  @Test
  void proceduresThatKnowEachOtherCaptureValues() {
    assertThat(
            kinds(
                "(define (f n) (letrec ((e (lambda (k) (cons o n))) (o (lambda (k) e))) (cons e"
                    + " o)))"))
        .containsExactly(VALUE, VALUE);
  }

  @Test
  void aClosureThatCapturesNothingHasNoKinds() {
    assertThat(kinds("(define (f) (lambda (x) x))")).isEmpty();
  }
}
