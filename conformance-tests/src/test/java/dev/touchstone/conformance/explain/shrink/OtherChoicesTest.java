package dev.touchstone.conformance.explain.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.corpus.CaseLimits;
import dev.touchstone.conformance.subject.Subject;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherChoicesTest {
  private static final Subject SOUND = FaultySubject.sound();

  private static boolean isSettled(String program) throws InterruptedException {
    Oracle.Runner reference = text -> SOUND.run(FaultySubject.job(text, CaseLimits.NONE));
    Oracle oracle = new Oracle(reference, reference, Set.of(), tree -> true);
    return oracle.isSettled(TreeText.read(program).orElseThrow(), reference.run(program));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(define n 0) (define (f) (set! n (+ n 1)) n) (list (f) (f))",
        "(define n 0) (define (f) (set! n (+ n 1)) n) (list n (f))",
        "(define n 0) (define (f) (set! n (+ n 1)) n) (let ((a (f)) (b (f))) (cons a b))",
        "(define n 0) (define (f) (set! n (+ n 1)) n) (let-values (((a) (f)) ((b) (f))) (cons a"
            + " b))",
        "(define n 0) (define (f) (set! n (+ n 1)) n) (case (list (f) (f)) ((1) 1) (else => list))",
        "(define n 0) (define (f) (set! n (+ n 1)) n) (do ((a (f)) (b (f))) (#t (cons a b)))",
        "(define n 0) (define (f) (set! n (+ n 1)) n) ((case-lambda ((a) (list a (f) (f)))) 1)",
        "(cons (display 1) (display 2))",
        "(if (eq? 5 5) 'same 'other)",
        "(memq 100 (list 1 100))",
        "(eq? \"abc\" \"abc\")",
        "(eqv? '(a) '(a))",
        "(make-string 2)"
      })
  void whatR7rsLeavesOpenIsNotSettled(String program) throws InterruptedException {
    assertThat(isSettled(program)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(define n 0) (define (f) (set! n (+ n 1)) n) (list (f) 'b)",
        "(define n 0) (define (f) (set! n (+ n 1)) n) (let* ((a (f)) (b (f))) (cons a b))",
        "(define (f n) (cond ((= n 0) 'done) (else (f (- n 1))))) (f 1000)",
        "(define n 0) (define (f) (set! n (+ n 1)) n) (let*-values (((a) (f)) ((b) (f))) (cons a"
            + " b))",
        "(begin (display 1) (display 2))",
        "(list (eq? 'a 'a) (eq? '() '()) (eqv? 5 5) (eqv? 2 3) (eq? 'a \"a\"))",
        "(let ((p (list 1))) (eq? p p))",
        "(assq 'b '((a 1) (b 2)))",
        "(make-string 2 #\\a)",
        "(vector-ref (vector 1 2) 7)"
      })
  void whatFollowsFromR7rsIsSettled(String program) throws InterruptedException {
    assertThat(isSettled(program)).isTrue();
  }
}
