package dev.touchstone.vm.machine;

import static dev.touchstone.vm.machine.Programs.result;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops in the frame of the procedure around them. */
class LoopTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(do ((i 0 (+ i 1)) (l '() (cons i l))) ((= i 3) l))          | (2 1 0)",
        "(let l ((a 1) (b 2) (n 3)) (if (= n 0) (list a b) (l b a (- n 1)))) | (2 1)",
        "(let l ((a 1) (k 5) (b 2) (n 3)) (if (= n 0) (list a k b) (l b k a (- n 1)))) | (2 5 1)",
        "(list 1 (let l ((i 0)) (if (= i 5) i (l (+ i 1)))) 2)        | (1 5 2)",
        "(list 1 (do ((i 0 (+ i 1)) (s 0 (+ s (do ((j 0 (+ j 1))) ((= j i) j))))) ((= i 4) s)) 2)"
            + " | (1 6 2)",
        "(let a ((i 0) (l '())) (let b ((j 0)) (if (< j i) (b (+ j 1)) (if (= i 3) l"
            + " (a (+ i 1) (cons j l))))))                            | (2 1 0)",
        // Every turn has its own variables, assigned or not.
        "(map (lambda (f) (f)) (do ((i 0 (+ i 1)) (l '() (cons (lambda () i) l))) ((= i 3) l)))"
            + " | (2 1 0)",
        "(map (lambda (f) (f)) (do ((i 0 (+ i 1)) (l '() (cons (lambda () (set! i (+ i 10)) i)"
            + " l))) ((= i 3) l)))                                    | (12 11 10)",
        "(let l ((i 0) (s '())) (set! i (+ i 1)) (if (> i 3) s (l i (cons i s)))) | (3 2 1)",
        "(let l ((i 0) (fs '())) (let ((x i)) (set! x (+ x 1)) (if (= i 3)"
            + " (map (lambda (f) (f)) fs) (l (+ i 1) (cons (lambda () x) fs))))) | (3 2 1)",
        "(call-with-values (lambda () (let l ((i 0)) (if (= i 2) (values i 'x) (l (+ i 1)))))"
            + " list)                                                 | (2 x)",
        "(let-values (((a b) (let l ((i 0)) (if (= i 2) (values i 'x) (l (+ i 1)))))) (list b a))"
            + " | (x 2)",
        "(let l ((i 0)) (or (and (= i 3) 'three) (l (+ i 1))))        | three",
        "(list (or #f 2) (or 1 (car '())) (or #f #f) (let-values ((r (or #f (values 1 2)))) r))"
            + " | (2 1 #f (1 2))",
        "(define (f x) (let l ((i 0)) (if (= i 2) x (l (+ i 1))))) (f 'a) | a",
      })
  void runs(String program, String value) {
    assertThat(result(program)).isEqualTo(value);
  }

  /** A continuation finds the variables of the turn in which it was captured, every time. */
  @Test
  void isEnteredAgainInAnyTurn() {
    assertThat(
            result(
                """
                (define ks '())
                (define seen '())
                (define (run)
                  (let loop ((i 0) (path '()))
                    (if (= i 3)
                        (set! seen (cons (reverse path) seen))
                        (loop (+ i 1)
                              (cons (call/cc (lambda (k) (set! ks (cons k ks)) i)) path))))
                  (if (null? ks)
                      (reverse seen)
                      (let ((k (car ks)))
                        (set! ks (cdr ks))
                        (if (< (length seen) 4) (k 'again) (reverse seen)))))
                (run)
                """))
        .isEqualTo("((0 1 2) (0 1 again) (0 again 2) (0 again again))");
  }

  @Test
  void keepsPendingTemporariesOfALoopThatIsEnteredAgain() {
    assertThat(
            result(
                """
                (define k #f)
                (define n 0)
                (define (run)
                  (let ((l (list 'a (let loop ((i 0))
                                      (if (= i 2)
                                          (list i (call/cc (lambda (c) (set! k c) n)))
                                          (loop (+ i 1))))
                                 'b)))
                    (set! n (+ n 1))
                    (if (< n 3) (k n) l)))
                (run)
                """))
        .isEqualTo("(a (2 2) b)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(do () (#f))",
        "(list 1 (let l ((i 0)) (if (= i -1) i (l (+ i 1)))))",
        "(let a () (let b ((i 0)) (if (= i 3) (a) (b (+ i 1)))))",
      })
  void endsAtALimit(String endless) {
    Bounds few = new Bounds(12_345, 1_000, 1_000, () -> {});
    Run run = Programs.begin(endless, few);
    assertThat(Programs.describe(run.complete())).isEqualTo("limit: steps");
    assertThat(run.steps()).isEqualTo(12_345);
    AtomicInteger polls = new AtomicInteger();
    Runnable interrupt =
        () -> {
          if (polls.incrementAndGet() == 5) {
            throw new Exhaustion(Exhaustion.TIME);
          }
        };
    Bounds interrupted = new Bounds(Long.MAX_VALUE, 1_000, 1_000, interrupt);
    assertThat(Programs.describe(Programs.begin(endless, interrupted).complete()))
        .isEqualTo("limit: time");
  }

  @Test
  void countsTheCallsThatTheTextHas() {
    Run run = Programs.begin("(let l ((n 9)) (if (= n 0) 'done (l (- n 1))))", Programs.BOUNDS);
    assertThat(Programs.describe(run.complete())).isEqualTo("done");
    assertThat(run.steps()).isEqualTo(10);
  }
}
