package dev.touchstone.vm.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.api.Completion;
import dev.touchstone.vm.api.JvmHost;
import dev.touchstone.vm.api.Limits;
import dev.touchstone.vm.api.ReferenceVm;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.Condition;
import dev.touchstone.vm.value.Printer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryTest {
  private static final ReferenceVm VM = ReferenceVm.create();

  private static String result(String program) {
    StringBuilder output = new StringBuilder();
    Completion completion =
        VM.run(Source.of("test.scm", program), Limits.GENEROUS, new JvmHost(output::append));
    return output
        + switch (completion) {
          case Completion.Returned returned -> Printer.write(returned.values().getFirst());
          case Completion.Raised raised when raised.payload() instanceof Condition c ->
              c.errorClass().id() + ": " + c.message();
          default -> completion.toString();
        };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(eqv? 100000000000000000000 100000000000000000000) | #t",
        "(equal? '(1 #(2 \"x\")) (list 1 (vector 2 \"x\")))  | #t",
        "(list (not #f) (not '()) (boolean? '()) (procedure? car) (procedure? 'car)) | (#t #f #f #t"
            + " #f)",
        "(list (symbol? 'a) (symbol=? 'a 'a 'a) (symbol=? 'a 'b)) | (#t #t #f)",
        "(list (symbol->string 'aB) (string->symbol \"x y\")) | `(\"aB\" |x y|)`",
        "(list (pair? '()) (null? '()) (list? '(1 . 2)) (list? '(1 2))) | (#f #t #f #t)",
        "(list (caar '((1) 2)) (cadr '(1 2)) (cdar '((1 . 3))) (cddr '(1 2 3))) | (1 2 3 (3))",
        "(list (caddr '(1 2 3)) (cadddr '(1 2 3 4)) (cddddr '(1 2 3 4 5))) | (3 4 (5))",
        "(let ((p (cons 1 2))) (set-car! p 3) (set-cdr! p 4) p) | (3 . 4)",
        "(list (list) (make-list 2 'x) (length '(1 2 3))) | (() (x x) 3)",
        "(list (append) (append '(1)) (append '(1) '(2) 3) (append '() '())) | (() (1) (1 2 . 3)"
            + " ())",
        "(let ((tail (list 2))) (eq? tail (cdr (append '(1) tail)))) | #t",
        "(list (reverse '(1 2 3)) (list-tail '(1 2 3) 1) (list-ref '(1 2 3) 2)) | ((3 2 1) (2 3)"
            + " 3)",
        "(list (list-copy '(1 2 . 3)) (list-copy 5)) | ((1 2 . 3) 5)",
        "(let ((l (list 1 2 3))) (list-set! l 1 'x) l) | (1 x 3)",
        "(list (memq 'c '(a b c d)) (memv 101 '(100 101)) (member \"b\" '(\"a\" \"b\")) (memq 'x"
            + " '(a))) | ((c d) (101) (\"b\") #f)",
        "(list (assq 'b '((a 1) (b 2))) (assv 5 '((5 . x))) (assoc '(a) '(((a) . 1))) (assq 'x"
            + " '())) | ((b 2) (5 . x) ((a) . 1) #f)",
        "(list (+) (+ 1) (+ 1 2 3) (*) (* 2 3 4) (- 5) (- 10 1 2)) | (0 1 6 1 24 -5 7)",
        "(list (= 1 1 1) (< 1 2 3) (< 1 3 2) (>= 3 3 2) (<= 1 2 1)) | (#t #t #f #t #f)",
        "(list (quotient -7 2) (remainder -7 2) (modulo -7 2) (floor-quotient -7 2)) | (-3 -1 1"
            + " -4)",
        "(list (abs -5) (min 3 1 2) (max 3 1 2) (gcd 12 18) (gcd) (lcm 4 6) (lcm)) | (5 1 3 6 0 12"
            + " 1)",
        "(list (even? 0) (odd? -3) (square 5) (expt 2 70) (exact-integer? 5) (exact-integer? 'a)) |"
            + " (#t #t 25 1180591620717411303424 #t #f)",
        "(list (number? 1) (integer? \"1\") (zero? 0) (positive? 1) (negative? 1)) | (#t #f #t #t"
            + " #f)",
        "(list (char->integer #\\A) (integer->char 955) (char<? #\\a #\\b #\\c) (char=? #\\a #\\A))"
            + " | (65 #\\λ #t #f)",
        "(list (string #\\a #\\b) (make-string 2 #\\z) (string-length \"a😀\") (string-ref \"a😀\""
            + " 1)) | (\"ab\" \"zz\" 2 #\\😀)",
        "(list (string=? \"a\" \"a\") (string<? \"a\" \"ab\" \"b\") (string>=? \"b\" \"a\" \"c\"))"
            + " | (#t #t #f)",
        "(list (substring \"abcd\" 1 3) (string-copy \"abc\" 1) (string-append) (string-append"
            + " \"a\" \"\" \"b\")) | (\"bc\" \"bc\" \"\" \"ab\")",
        "(list (string->list \"abc\" 1) (list->string '(#\\x #\\y))) | ((#\\b #\\c) \"xy\")",
        "(let ((s (string-copy \"hello\"))) (string-set! s 0 #\\j) (string-fill! s #\\p 2 4) s) |"
            + " \"jeppo\"",
        "(let ((s (string-copy \"12345\"))) (string-copy! s 1 s 0 3) s) | \"11235\"",
        "(list (number->string 255 16) (number->string -5) (string->number \"ff\" 16)"
            + " (string->number \"x\") (string->number \"1.5\")) | (\"ff\" \"-5\" 255 #f 1.5)",
        "(list (vector 1 2) (make-vector 2 'x) (vector-length #(1 2 3)) (vector-ref #(1 2) 1)) |"
            + " (#(1 2) #(x x) 3 2)",
        "(list (vector->list #(1 2 3) 1 2) (list->vector '(1 2)) (vector-append #(1) #() #(2))) |"
            + " ((2) #(1 2) #(1 2))",
        "(let ((v (vector 1 2 3 4))) (vector-copy! v 0 v 1 4) (vector-fill! v 'x 3) v) | #(2 3 4"
            + " x)",
        "(list (vector-copy #(1 2 3) 1) (vector->string #(#\\a #\\b)) (string->vector \"ab\" 1)) |"
            + " (#(2 3) \"ab\" #(#\\b))",
        "(let ((v (vector 1 2))) (vector-set! v 0 'x) v) | #(x 2)",
        "(begin (display \"a\\\"b\") (write \"a\\\"b\") (newline) (write-shared '(1)) (write-simple"
            + " #\\a) 1) | `a\"b\"a\\\"b\"\n"
            + "(1)#\\a1`",
      })
  void computes(String program, String value) {
    assertThat(result(program)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(length 5)                     | type: length: argument 1 is not a list",
        "(length '(1 . 2))              | type: length: argument 1 is not a list",
        "(length '#0=(1 . #0#))         | type: length: argument 1 is not a list",
        "(reverse '#0=(1 2 . #0#))      | type: reverse: argument 1 is not a list",
        "(append '(1) '(2 . 3) '())     | type: append: argument 2 is not a list",
        "(append '#0=(1 . #0#) '())     | type: append: argument 1 is not a list",
        "(list-copy '#0=(1 . #0#))      | type: list-copy: argument 1 is not a list that ends",
        "(memq 'x '#0=(a b c . #0#))    | type: memq: argument 2 is not a list",
        "(member 1 '(2 . 3))            | type: member: argument 2 is not a list",
        "(assq 'x '#0=((a . 1) . #0#))  | type: assq: argument 2 is not a list",
        "(assq 'x '(5))                 | type: assq: argument 2 is not a list of pairs",
        "(list->vector '(1 . 2))        | type: list->vector: argument 1 is not a list",
        "(list-tail '(1 2) 3)           | range: list-tail: argument 1 is a list that is too short"
            + " for",
        "(list-ref '(1 2) 2)            | range: list-ref: argument 1 is a list that is too short"
            + " for",
        "(list-ref '(1 2) -1)           | range: list-ref: argument 2 is not from 0 to 2147483647",
        "(list-ref '(1 2) 99999999999999999999) | range: list-ref: argument 1 is a list that is too"
            + " short for",
        "(cadr '(1))                    | type: cadr: argument 1 is not made of pairs as deep as"
            + " needed",
        "(set-car! '(1) 2)              | type: set-car!: argument 1 is not mutable, but a literal"
            + " constant",
        "(list-set! '(1) 0 2)           | type: list-set!: argument 1 is not mutable, but a literal"
            + " constant",
        "(string-set! \"a\" 0 #\\b)     | type: string-set!: argument 1 is not mutable, but a"
            + " literal constant",
        "(string-set! (symbol->string 'a) 0 #\\b) | type: string-set!: argument 1 is not mutable,"
            + " but a literal constant",
        "(vector-fill! #(1) 2)          | type: vector-fill!: argument 1 is not mutable, but a"
            + " literal constant",
        "(vector-ref #(1 2) 2)          | range: vector-ref: argument 2 is not from 0 to 1",
        "(vector-ref #() 0)             | range: vector-ref: argument 2 is an index into something"
            + " empty",
        "(vector-ref #(1) 'a)           | type: vector-ref: argument 2 is not an exact integer",
        "(vector-ref '(1) 0)            | type: vector-ref: argument 1 is not a vector",
        "(string-ref \"abc\" -1)        | range: string-ref: argument 2 is not from 0 to 2",
        "(substring \"abc\" 2 1)        | range: substring: argument 2 is not from 0 to 1",
        "(substring \"abc\" 0 4)        | range: substring: argument 3 is not from 0 to 3",
        "(string-append \"a\" 'b)       | type: string-append: argument 2 is not a string",
        "(list->string '(1))            | type: list->string: argument 1 is not a list of"
            + " characters",
        "(string-copy! (make-string 2) 1 \"ab\") | range: string-copy!: what is copied is longer"
            + " than the room in argument 1",
        "(vector-copy! (vector 1 2) 1 #(1 2)) | range: vector-copy!: what is copied is longer than"
            + " the room in argument 1",
        "(make-vector -1)               | range: make-vector: argument 1 is not from 0 to 67108864",
        "(make-string 99999999999999999999 #\\a) | limit: make-string: the result would have more"
            + " elements than",
        "(integer->char 55296)          | range: integer->char: argument 1 is the number of a"
            + " surrogate",
        "(integer->char 1114112)        | range: integer->char: argument 1 is not from 0 to"
            + " 1114111",
        "(char<? #\\a 1)                | type: char<?: argument 2 is not a character",
        "(symbol->string \"a\")         | type: symbol->string: argument 1 is not a symbol",
        "(symbol=? 'a 'b 5)             | type: symbol=?: argument 3 is not a symbol",
        "(< 1 0 'a)                     | type: <: argument 3 is not a number",
        "(max 1 'a)                     | type: max: argument 2 is not a number",
        "(quotient 1 0)                 | divide-by-zero: quotient: the divisor is zero",
        "(expt 2 100000000000)          | overflow: expt: the result has more than 2^24 bits",
        "(number->string 5 1)           | range: number->string: argument 2 is not from 2 to 16",
        "(member 1 '(1) = =)            | arity: member: expected 2 to 3 arguments, but the number"
            + " given is",
        "(assoc 1 '((1)) 2)             | type: assoc: argument 3 is not a procedure",
        "(map car 5)                    | type: map: argument 2 is not a list",
        "(map 5 '())                    | type: map: argument 1 is not a procedure",
        "(vector-map car #(1) 5)        | type: vector-map: argument 3 is not a vector",
        "(apply + 1)                    | type: apply: argument 2 is not a list",
        "(floor/ 1 0)                   | divide-by-zero: floor/: the divisor is zero",
        "(exact-integer-sqrt -1)        | range: exact-integer-sqrt: argument 1 is negative",
        "(error-object-message 1)       | type: error-object-message: argument 1 is not an error"
            + " object",
        "(dynamic-wind 1 list list)     | type: dynamic-wind: argument 1 is not a procedure",
        "(abort-current-continuation (make-continuation-prompt-tag)) | range: no pending call has a"
            + " prompt with that tag",
      })
  void complains(String program, String error) {
    assertThat(result(program)).isEqualTo(error);
  }

  @Test
  void namesTheRightArgumentOfASum() {
    assertThat(result("(+ 1 2 'a)")).isEqualTo("type: +: argument 3 is not a number");
    assertThat(result("(gcd 4 'a)")).isEqualTo("type: gcd: argument 2 is not a number");
  }

  @Test
  void answersForCyclesAndLongLists() {
    assertThat(result("(list? '#0=(1 2 3 . #0#))")).isEqualTo("#f");
    assertThat(result("(length (make-list 1000000 0))")).isEqualTo("1000000");
    assertThat(result("(length (append (make-list 1000000 0) (make-list 1000000 0)))"))
        .isEqualTo("2000000");
    assertThat(result("(vector-length (list->vector (reverse (make-list 1000000 0))))"))
        .isEqualTo("1000000");
  }

  @Test
  void leavesDataAloneWhenItFails() {
    assertThat(
            result(
                "(define v (vector 1 2 3)) (define (try) (vector-copy! v 1 #(a b c)))"
                    + " (display v) (try)"))
        .startsWith("#(1 2 3)range:");
  }

  @Test
  void bindsNeitherOtherNamesNorItsOwn() {
    for (String name : new String[] {"nosuch", "%exit", "%pop"}) {
      assertThat(result(name)).isEqualTo("unbound: unbound variable");
    }
  }
}
