package dev.touchstone.vm.expand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.core.CorePrinter;
import dev.touchstone.vm.core.CoreProgram;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpanderTest {
  static CoreProgram expand(String text) {
    Source source = Source.of("test.scm", text);
    return Expander.expand(source, DatumReader.readAll(source), Expander.DEFAULT_NESTING_LIMIT);
  }

  private static String core(String text) {
    return CorePrinter.print(expand(text)).stripTrailing();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'a                           | 'a",
        "'(1 . #(x))                  | '(1 . #(x))",
        "(quote ())                   | '()",
        "#t                           | '#t",
        "x                            | @x",
        "(f x 1)                      | (@f @x '1)",
        "(if a b c)                   | (if @a @b @c)",
        "(set! x 1)                   | (set! @x '1)",
        "(define x 1)                 | (define @x '1)",
        "(begin 1 2)                  | `'1\n'2`",
        "(f (begin 1 2))              | (@f (seq '1 '2))",
        "(lambda (x) x)               | (lambda (x) x)",
        "(lambda (x . r) r)           | (lambda (x . r) r)",
        "(lambda r r)                 | (lambda (. r) r)",
        "(lambda (x) (set! x 1) x)    | (lambda (x) (seq (set! x '1) x))",
        "(define (f x) x)             | (define @f (lambda (x) x))",
        "(define (f . r) r)           | (define @f (lambda (. r) r))",
        "(let ((x 1) (y 2)) (f x y))  | (let ((x '1) (y '2)) (@f x y))",
        "(let () 1)                   | '1",
        "(let* ((x 1) (y x)) y)       | (let ((x '1)) (let ((y x)) y))",
        "(let* ((x 1) (x (+ x 1))) x) | (let ((x '1)) (let ((x.2 (@+ x '1))) x.2))",
        "(let ((x 1)) (let ((x x)) x)) | (let ((x '1)) (let ((x.2 x)) x.2))",
        "(letrec ((f (lambda () (f)))) f) | (letrec ((f (lambda () (f)))) f)",
        "(letrec* ((a 1) (b a)) b)    | (letrec* ((a '1) (b a)) b)",
        "(letrec () 1)                | '1",
        "(lambda () (define a 1) (begin (define (b) a)) b) | (lambda () (letrec* ((a '1) (b (lambda"
            + " () a))) b))",
        "(let loop ((i x)) (loop i))  | (letrec ((loop (lambda (i) (loop i)))) (loop @x))",
        "(let x ((i x)) i)            | (letrec ((x (lambda (i) i))) (x @x))",
        "(do ((i 0 (f i)) (j 1)) (i 2 j) (g)) | `(letrec ((do (lambda (i j) (if i (seq '2 j)"
            + " (seq (@g) (do (@f i) j)))))) (do '0 '1))`",
        "(case a ((1) 2) ((3 4) 5) (else 6)) | `(let ((value @a)) (if (#%eqv? value '1) '2"
            + " (if (#%memv value '(3 4)) '5 '6)))`",
        "(lambda (x) (if (case a ((1) x)) 2 3)) | (lambda (x) (if (let ((value @a))"
            + " (if (#%eqv? value '1) x '#<unspecified>)) '2 '3))",
        "(case a ((1) => f))          | (let ((value @a)) (if (#%eqv? value '1) (@f value)"
            + " '#<unspecified>))",
        "(quasiquote (a 1 #(b)))      | '(a 1 #(b))",
        "(quasiquote (a (unquote x) b)) | (#%list 'a @x 'b)",
        "(quasiquote ((unquote-splicing x) b)) | (#%append @x (#%list 'b))",
        "(quasiquote (a (unquote-splicing x))) | (#%append (#%list 'a) @x)",
        "(quasiquote (a unquote x))   | (#%append (#%list 'a) @x)",
        "(quasiquote #(a (unquote x)))  | (#%list->vector (#%list 'a @x))",
        "(quasiquote (quasiquote (unquote x))) | '(quasiquote (unquote x))",
        "(let ((unquote 1)) (quasiquote (unquote x))) | (let ((unquote '1)) '(unquote x))",
        "(and)                        | '#t",
        "(and a)                      | @a",
        "(and a b c)                  | (if @a (if @b @c '#f) '#f)",
        "(or)                         | '#f",
        "(or a)                       | @a",
        "(or a b)                     | (let ((value @a)) (if value value @b))",
        "(if (or a b) c d)            | (if (if @a '#t @b) @c @d)",
        "(if (and a (or b c)) d e)    | (if (if @a (if @b '#t @c) '#f) @d @e)",
        "(if (let ((x a)) (if x x (f x))) 1 2) | (if (let ((x @a)) (if x x (@f x))) '1 '2)",
        "(cond (a 1) (else 2))        | (if @a '1 '2)",
        "(cond (a 1 2) (b))           | `(if @a (seq '1 '2) (let ((value @b))"
            + " (if value value '#<unspecified>)))`",
        "(cond (a => f) (else 2))     | (let ((value @a)) (if value (@f value) '2))",
        "(cond (else 1 2))            | (seq '1 '2)",
      })
  void givesEachFormItsCore(String program, String core) {
    assertThat(core(program)).isEqualTo(core);
  }

  @Test
  void givesOneArmedFormsAnUnspecifiedValue() {
    assertThat(core("(if a b)")).isEqualTo("(if @a @b '#<unspecified>)");
    assertThat(core("(when a b c)")).isEqualTo("(if @a (seq @b @c) '#<unspecified>)");
    assertThat(core("(unless a b)")).isEqualTo("(if @a '#<unspecified> @b)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(lambda (if) (if 1))              | (lambda (if) (if '1))",
        "(let ((list f)) (list 1))         | (let ((list @f)) (list '1))",
        "(lambda (define) (define 1 2))    | (lambda (define) (define '1 '2))",
        "(lambda (quote) 'x)               | (lambda (quote) (quote @x))",
        "(define (if x) x) (if 1)          | `(define @if (lambda (x) x))\n(@if '1)`",
        "(define (when x) (when x))        | (define @when (lambda (x) (@when x)))",
        "(define guard 1) guard            | `(define @guard '1)\n@guard`",
        "(lambda (else) (cond (else 1)))   | (lambda (else) (if else '1 '#<unspecified>))",
        "(let ((=> 1)) (cond (a => f)))    | `(let ((=> '1)) (if @a (seq => @f) '#<unspecified>))`",
      })
  void letsAnyBindingShadowAKeyword(String program, String core) {
    assertThat(core(program)).isEqualTo(core);
  }

  @Test
  void namesLambdasByTheirVariableOrTheirPlace() {
    assertThat(names("(define f (lambda () 1))")).isEqualTo("f");
    assertThat(names("(define (g) 1)")).isEqualTo("g");
    assertThat(names("(let ((h (lambda () 1))) h)")).isEqualTo("h");
    assertThat(names("(list\n  (lambda () 1))")).isEqualTo("lambda@2:3");
  }

  private static String names(String text) {
    return expand(text).toString().replaceAll("(?s).*Lambda\\[name=([^,]*),.*", "$1");
  }

  @Test
  void hasAValueOnlyIfTheLastFormIsAnExpression() {
    assertThat(expand("1 2").hasValue()).isTrue();
    assertThat(expand("1 (define x 2)").hasValue()).isFalse();
    assertThat(expand("(begin 1 (define x 2))").hasValue()).isFalse();
    assertThat(expand("1 (begin)").hasValue()).isTrue();
    assertThat(expand("").hasValue()).isFalse();
  }

  @Test
  void keepsTheSpanOfEachForm() {
    CoreProgram program = expand("(f\n  (g x))");
    assertThat(program.forms().getFirst().span()).hasToString("test.scm:1:1");
    assertThat(program.forms().getFirst().span().text()).isEqualTo("(f\n  (g x))");
  }
}
