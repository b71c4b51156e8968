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
        "(case-lambda ((x) x) ((x . r) r)) | (case-lambda (lambda (x) x) (lambda (x.2 . r) r))",
        "(case-lambda)                | (case-lambda)",
        "(let-values (((a b) (f)) ((c . r) (g)) (all a)) (h a b c r all)) | (receive (a b) (@f)"
            + " (receive (c . r) (@g) (receive (. all) @a (@h a b c r all))))",
        "(let-values () (define x 1) x) | (letrec* ((x '1)) x)",
        // An expression between definitions is evaluated in its turn.
        "(let () (f) (define x 1) (begin (g x) (define y 2)) (h) y) | (letrec* ((value (seq (@f)"
            + " '#<unspecified>)) (x '1) (value.2 (seq (@g x) '#<unspecified>)) (y '2)) (seq (@h)"
            + " y))",
        "(let () 1 (begin 2 3)) | (seq '1 '2 '3)",
        "(let () 1 (cond-expand (no 2))) | (seq '1 '#<unspecified>)",
        "(let*-values (((a) (f)) ((a b) (g a))) b) | (receive (a) (@f) (receive (a.2 b) (@g a) b))",
        "(define-values (a b . c) (f a)) | (receive (value value.2 . value.3) (@f @a)"
            + " (seq (define @a value) (define @b value.2) (define @c value.3)))",
        "(define-values all (f))      | (receive (. value) (@f) (define @all value))",
        "(define-values () (f))       | (receive () (@f) '#<unspecified>)",
        "(begin (define-values (a) 1) a) | `(receive (value) '1 (define @a value))\n@a`",
        "(delay (f))                  | (#%%delay-force (lambda () (#%%make-forced (@f))))",
        "(delay-force (f))            | (#%%delay-force (lambda () (@f)))",
        "(parameterize ((p 1) (q 2)) (f) 3) | (#%%parameterize (#%list @p @q) (#%list '1 '2)"
            + " (lambda () (seq (@f) '3)))",
        "(parameterize () (define x 1) x) | (letrec* ((x '1)) x)",
        "(guard (e ((f e) 1) ((g e) => h)) (i) 2) | (#%%guard (lambda () (seq (@i) '2))"
            + " (lambda (e reraise) (if (@f e) '1 (let ((value (@g e)))"
            + " (if value (@h value) (reraise))))))",
        "(guard (e (#t 1) (else e)) 2) | (#%%guard (lambda () '2) (lambda (e reraise)"
            + " (if '#t '1 e)))",
        "(guard (e) reraise)          | (#%%guard (lambda () @reraise) (lambda (e reraise)"
            + " (reraise)))",
        "(guard (reraise (reraise)) 1) | (#%%guard (lambda () '1) (lambda (reraise reraise.2)"
            + " (let ((value reraise)) (if value value (reraise.2)))))",
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
        "(let ((guard f)) (guard (e) 1))   | (let ((guard @f)) (guard (@e) '1))",
        "(define-values (if) f) (if 1)     | `(receive (value) @f (define @if value))\n(@if '1)`",
        "(define-record-type if when unless) (if) | `"
            + "(define @if (#%%make-record-type 'if '()))\n"
            + "(define @when (#%%record-constructor @if 'when '()))\n"
            + "(define @unless (#%%record-predicate @if 'unless))\n(@if)`",
        "(let () (define-values (if) f) (if 1)) | (locations ((if)) (letrec* ((value"
            + " (receive (value.2) @f (set! if value.2)))) (if '1)))",
        "(let ((list f)) (parameterize ((p 1)) list)) | (let ((list @f)) (#%%parameterize"
            + " (#%list @p) (#%list '1) (lambda () list)))",
        "(define guard 1) guard            | `(define @guard '1)\n@guard`",
        "(lambda (else) (cond (else 1)))   | (lambda (else) (if else '1 '#<unspecified>))",
        "(let ((=> 1)) (cond (a => f)))    | `(let ((=> '1)) (if @a (seq => @f) '#<unspecified>))`",
      })
  void letsAnyBindingShadowAKeyword(String program, String core) {
    assertThat(core(program)).isEqualTo(core);
  }

  @Test
  void definesSeveralValuesInABodyInOneStepAmongTheOthers() {
    assertThat(
            core(
                "(let () (define (f) (g b)) (define-values (a . b) (h)) (define (g x) a)"
                    + " (define c a) (f))"))
        .isEqualTo(
            "(locations ((a) (b)) (letrec* ((f (lambda () (g b)))"
                + " (value (receive (value.2 . value.3) (@h) (seq (set! a value.2)"
                + " (set! b value.3))))"
                + " (g (lambda (x) a)) (c a)) (f)))");
    assertThat(core("(let () (define-values () (f)) 1)"))
        .isEqualTo("(letrec* ((value (receive () (@f) '#<unspecified>))) '1)");
  }

  @Test
  void definesARecordTypeAndItsProcedures() {
    assertThat(core("(define-record-type point (make y) point? (x px set-px!) (y py))"))
        .isEqualTo(
            """
            (define @point (#%%make-record-type 'point '(x y)))
            (define @make (#%%record-constructor @point 'make '(y)))
            (define @point? (#%%record-predicate @point 'point?))
            (define @px (#%%record-accessor @point 'px 'x))
            (define @set-px! (#%%record-modifier @point 'set-px! 'x))
            (define @py (#%%record-accessor @point 'py 'y))\
            """);
    assertThat(core("(define-record-type point make point? (x px) (y py))"))
        .contains("(define @make (#%%record-constructor @point 'make '(x y)))");
    assertThat(core("(define-record-type p m p?)"))
        .isEqualTo(
            """
            (define @p (#%%make-record-type 'p '()))
            (define @m (#%%record-constructor @p 'm '()))
            (define @p? (#%%record-predicate @p 'p?))\
            """);
  }

  @Test
  void definesRecordsInABodyAsItsOtherVariables() {
    assertThat(core("(let () (define x (m 1)) (define-record-type p (m a) p? (a pa)) (pa x))"))
        .isEqualTo(
            "(letrec* ((x (m '1)) (p (#%%make-record-type 'p '(a)))"
                + " (m (#%%record-constructor p 'm '(a))) (p? (#%%record-predicate p 'p?))"
                + " (pa (#%%record-accessor p 'pa 'a))) (pa x))");
  }

  @Test
  void namesLambdasByTheirVariableOrTheirPlace() {
    assertThat(names("(define f (case-lambda ((x) 1)))")).isEqualTo("f");
    assertThat(names("(case-lambda ((x) 1))")).isEqualTo("lambda@1:1");
    assertThat(names("(delay 1)")).isEqualTo("delay@1:1");
    assertThat(names("(delay-force 1)")).isEqualTo("delay-force@1:1");
    assertThat(names("(parameterize ((p 1)) 1)")).isEqualTo("parameterize@1:1");
    assertThat(names("(guard (e) 1)")).isEqualTo("guard@1:8");
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
    assertThat(expand("1 (define-values () (f))").hasValue()).isFalse();
    assertThat(expand("1 (define-record-type p m p?)").hasValue()).isFalse();
    assertThat(expand("(define-values (x) 1) x").hasValue()).isTrue();
  }

  @Test
  void keepsTheSpanOfEachForm() {
    CoreProgram program = expand("(f\n  (g x))");
    assertThat(program.forms().getFirst().span()).hasToString("test.scm:1:1");
    assertThat(program.forms().getFirst().span().text()).isEqualTo("(f\n  (g x))");
  }
}
