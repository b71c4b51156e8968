package dev.touchstone.conformance.explain.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.corpus.CaseLimits;
import dev.touchstone.conformance.subject.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
  private static final CaseLimits SHORT =
      new CaseLimits(
          Optional.of(Duration.ofSeconds(2)), OptionalLong.of(100_000), OptionalLong.of(1_000_000));
  private static final List<Tree> LITERALS = TreeText.read("0 #t '()").orElseThrow().items();
  private static final Budget ENOUGH = new Budget(Duration.ofMinutes(2), 100_000);

  /** Stands before the forms that show a fault, so that there is something to take away. */
  private static final String LIBRARY =
      """
      (define (fold f start items)
        (if (null? items) start (fold f (f start (car items)) (cdr items))))
      (define (iota n) (if (= n 0) '() (append (iota (- n 1)) (list n))))
      (define (make-counter)
        (let ((count 0))
          (lambda (step) (set! count (+ count step)) count)))
      (define counter (make-counter))
      (define (index-of item items position)
        (cond ((null? items) #f)
              ((equal? (car items) item) position)
              (else (index-of item (cdr items) (+ position 1)))))
      """;

  private static Oracle.Runner runner(Subject subject) {
    return text -> subject.run(FaultySubject.job(text, SHORT));
  }

  private static Optional<Shrunk> shrink(Subject subject, String program, Budget budget)
      throws InterruptedException {
    Oracle oracle =
        new Oracle(
            runner(FaultySubject.sound()),
            runner(subject),
            subject.profile().reports(),
            tree -> true);
    Tree tree = TreeText.read(program).orElseThrow();
    return Shrinker.shrink(tree, oracle, LITERALS, budget, (nodes, runs) -> {});
  }

  /** What is left of the library and some forms. */
  private static Shrunk smallest(Subject subject, String forms) throws InterruptedException {
    Shrunk shrunk = shrink(subject, LIBRARY + forms, ENOUGH).orElseThrow();
    assertThat(shrunk.complete()).isTrue();
    return shrunk;
  }

  private static String text(Subject subject, String forms) throws InterruptedException {
    Shrunk shrunk = smallest(subject, forms);
    assertThat(shrunk.program().nodes()).isLessThanOrEqualTo(10);
    return TreeText.flat(shrunk.program());
  }

  @Test
  void aWrongProcedureIsFoundInAHigherOrderProgram() throws InterruptedException {
    Subject subject =
        FaultySubject.with("(define m -) (define (- a . r) (if (null? r) (m a) (m (car r) a)))");
    assertThat(text(subject, "(fold - 100 (list 1 2 (index-of 'c '(a b c d) 0)))"))
        .isEqualTo("(- 0 1)");
  }

  @Test
  void aWrongProcedureOnLists() throws InterruptedException {
    Subject subject =
        FaultySubject.with(
            """
            (define (append a b)
              (cond ((null? a) b)
                    ((null? b) (cdr a))
                    (else (cons (car a) (append (cdr a) b)))))
            """);
    assertThat(text(subject, "(list (fold + 0 (append (list 1 2 3) '())) (counter 5))"))
        .isEqualTo("(append '(0) '())");
  }

  @Test
  void assignmentsThatAreLost() throws InterruptedException {
    Subject subject = FaultySubject.reading("(set! ", "(list '");
    assertThat(text(subject, "(counter 1) (counter 2) (counter 3)"))
        .isEqualTo("(define count 0)\n(set! count #t)\ncount");
  }

  @Test
  void redefinitionsThatAreIgnored() throws InterruptedException {
    Subject subject = FaultySubject.reading("(define (+ ", "(define (ignored ");
    String forms =
        "(define (twice x) (* 2 (+ x 1))) (define (+ . xs) 40) (display 'hi) (list (twice 5) 'end)";
    assertThat(text(subject, forms)).startsWith("(define (+ . xs) 0)");
  }

  @Test
  void bindingsThatSeeOneAnother() throws InterruptedException {
    Subject subject = FaultySubject.reading("(let (", "(let* (");
    String forms =
        "(define x 'outer) (define (f y) (let ((x y) (z (list x y))) (cons z x))) (f 'inner)";
    Shrunk shrunk = smallest(subject, forms);
    assertThat(TreeText.flat(shrunk.program())).isEqualTo("(define x 0)\n(let ((x #t) (z x)) z)");
    assertThat(shrunk.program().nodes()).isEqualTo(14);
  }

  @Test
  void aNumberThatIsTooBigIsFoundInALoop() throws InterruptedException {
    Subject subject =
        FaultySubject.with(
            """
            (define p +)
            (define (+ . r)
              (let ((s (if (null? r) 0 (if (null? (cdr r)) (car r) (p (car r) (car (cdr r)))))))
                (if (> s 1073741823) (- s 1073741824) s)))
            """);
    String forms =
        "(define (fib n a b) (if (= n 0) a (fib (- n 1) b (+ a b)))) (list 'fib (fib 100 0 1))";
    assertThat(text(subject, forms)).matches("\\(\\+ \\d+( \\d+)?\\)");
  }

  @Test
  void aCrashStaysACrash() throws InterruptedException {
    Subject subject = FaultySubject.with("(define (vector-fill! . x) (vector-ref 'crash-here 0))");
    String forms =
        "(define v (make-vector 3 (iota 2))) (vector-fill! v (counter 4)) (vector-ref v 1)";
    assertThat(text(subject, forms)).isEqualTo("(vector-fill! (make-vector 0) 0)");
  }

  @Test
  void wrongOutputStaysWrongOutput() throws InterruptedException {
    Subject subject =
        FaultySubject.with("(define d display) (define (display x) (d (if (pair? x) (cdr x) x)))");
    String forms = "(define (show x) (display x) (newline)) (show (list 1 2)) (show 3) (counter 1)";
    assertThat(text(subject, forms)).isEqualTo("(display '(0))");
  }

  @Test
  void anErrorOfAnotherClassKeepsBothClasses() throws InterruptedException {
    Subject subject =
        FaultySubject.with(
            """
            (define vr vector-ref)
            (define (vector-ref v i) (if (< i (vector-length v)) (vr v i) (car i)))
            """);
    String forms =
        "(define v (vector 1 2 (counter 3))) (+ (vector-ref v 0) (vector-ref v (+ 1 9)))";
    Shrunk shrunk = smallest(subject, forms);
    assertThat(TreeText.flat(shrunk.program())).isEqualTo("(vector-ref #() 0)");
    assertThat(shrunk.seen().divergence())
        .isEqualTo(new Divergence.OfEnd("error range", "error type"));
  }

  @Test
  void anErrorThatIsMissed() throws InterruptedException {
    Subject subject =
        FaultySubject.with("(define c car) (define (car x) (if (null? x) '() (c x)))");
    assertThat(text(subject, "(cons (fold + 0 (iota 4)) (car (cdr (iota 1))))"))
        .isEqualTo("(car '())");
  }

  @Test
  void nothingIsFoundWhereTheTwoAgree() throws InterruptedException {
    assertThat(shrink(FaultySubject.sound(), LIBRARY + "(counter 1)", ENOUGH)).isEmpty();
  }

  @Test
  void anUnspecifiedValueIsNoEvidence() throws InterruptedException {
    Subject subject = FaultySubject.with("(define s set-car!) (define (set-car! p x) (s p x) p)");
    assertThat(shrink(subject, "(define p (list 1 2)) (set-car! p 3)", ENOUGH)).isEmpty();
  }

  @Test
  void aUsedUpBudgetEndsTheSearch() throws InterruptedException {
    Subject subject = FaultySubject.reading("(set! ", "(list '");
    Shrunk shrunk =
        shrink(subject, LIBRARY + "(counter 2)", new Budget(Duration.ofMinutes(1), 3))
            .orElseThrow();
    assertThat(shrunk.complete()).isFalse();
    assertThat(shrunk.subjectRuns()).isLessThanOrEqualTo(4);
  }
}
