package dev.touchstone.vm.expand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.CorePrinter;
import dev.touchstone.vm.core.CoreProgram;
import dev.touchstone.vm.value.Symbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What uses of macros become in Core. */
class MacroTest {
  private static final String MACROS =
      """
      (define-syntax or2 (syntax-rules () ((_ a b) (let ((t a)) (if t t b)))))
      (define-syntax def (syntax-rules () ((_ n v) (define n v))))
      (define-syntax def2 (syntax-rules () ((_ n v) (begin (define h v) (define n h)))))
      (define-syntax my-if (syntax-rules () ((_ c a b) (if c a b))))
      (define-syntax call (syntax-rules () ((_ f . r) (f . r))))
      (define-syntax q (syntax-rules () ((_ . r) '(s . r))))
      (define-syntax rules (syntax-rules () ((_ t) (syntax-rules () ((_) t)))))
      (define-syntax five (rules 5))
      (define-syntax fn (syntax-rules () ((_ x e) (lambda (x) e))))
      """;

  private static String core(String text) {
    return CorePrinter.print(ExpanderTest.expand(MACROS + text)).stripTrailing();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(or2 x t)                        | (let ((t @x)) (if t t @t))",
        "(let ((t 1)) (or2 t t))          | (let ((t '1)) (let ((t.2 t)) (if t.2 t.2 t)))",
        "(let ((if 1)) (my-if if 2 3))    | (let ((if '1)) (if if '2 '3))",
        "(def x 1)                        | (define @x '1)",
        "(def2 x 1)                       | `(define @h '1)\n(define @x @h)`",
        "(let () (def2 x 1) x)            | (letrec* ((h '1) (x h)) x)",
        "(call f 1 2)                     | (@f '1 '2)",
        "(call if 1 2 3)                  | (if '1 '2 '3)",
        "(call call call call f 1)        | (@f '1)",
        "(call (f) . (1 2))               | ((@f) '1 '2)",
        "(q 1 . 2)                        | '(s 1 . 2)",
        "(q 1 . (2 . (3)))                | '(s 1 2 3)",
        "(five)                           | '5",
        "(define f (fn x x))              | (define @f (lambda (x) x))",
        """
        (let-syntax ((m (syntax-rules () ((_) 1)))) (m) (define x (m)) x) | `'1
        (define @x '1)
        @x`\
        """,
        "(lambda () (let-syntax () (define x 1)) x) | (lambda () (letrec* ((x '1)) x))",
        "(f (let-syntax () (define x 1) x)) | (@f (letrec* ((x '1)) x))",
        "(f . (1 . (2)))                  | (@f '1 '2)",
        "(begin . (1 . (2)))              | `'1\n'2`",
      })
  void becomesCore(String program, String expected) {
    assertThat(core(program)).isEqualTo(expected);
  }

  @Test
  void eachUseDefinesAnotherGlobal() {
    CoreProgram program = ExpanderTest.expand(MACROS + "(def2 x 1) (def2 y 2)");
    assertThat(
            program.forms().stream()
                .map(form -> ((Core.DefineGlobal) form).name())
                .filter(name -> name.name().equals("h")))
        .hasSize(2)
        .doesNotHaveDuplicates()
        .doesNotContain(Symbol.of("h"));
  }

  @Test
  void insertedFieldsThatLookAlikeAreTwo() {
    String program =
        "(define-syntax def (syntax-rules () ((_ f) (define-record-type p (make x f) p? (x g)"
            + " (f h)))))\n(def x)";
    assertThat(CorePrinter.print(ExpanderTest.expand(program)))
        .contains("(#%%make-record-type 'p '(x x.2))")
        .contains("'g 'x)")
        .contains("'h 'x.2)");
  }

  @Test
  void anInsertedPartHasTheSpanOfTheUseAndAMatchedOneItsOwn() {
    CoreProgram program =
        ExpanderTest.expand("(define-syntax m (syntax-rules () ((_ x) (f x))))\n(m   y)");
    Core.Call call = (Core.Call) program.forms().getFirst();
    assertThat(call.span().text()).isEqualTo("(m   y)");
    assertThat(call.operator().span().text()).isEqualTo("(m   y)");
    assertThat(call.operands().getFirst().span().text()).isEqualTo("y");
  }

  @Test
  void aProgramThatEndsWithAMacroHasNoValue() {
    assertThat(ExpanderTest.expand("1 " + MACROS).hasValue()).isFalse();
    assertThat(ExpanderTest.expand(MACROS + "(or2 1 2)").hasValue()).isTrue();
    assertThat(ExpanderTest.expand(MACROS + "(def x 2)").hasValue()).isFalse();
  }
}
