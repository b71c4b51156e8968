package dev.touchstone.vm.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.core.CorePrinter;
import dev.touchstone.vm.core.CoreProgram;
import dev.touchstone.vm.expand.Expander;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.source.Source;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of {@code letrec}: as little as can be told apart from locations. */
class LoweringTest {
  private static String lowered(String text) {
    Source source = Source.of("test.scm", text);
    CoreProgram program =
        Expander.expand(source, DatumReader.readAll(source), Expander.DEFAULT_NESTING_LIMIT);
    FreeVariables free = new FreeVariables();
    CoreProgram lowered =
        new CoreProgram(
            source,
            program.forms().stream().map(form -> Lowering.lower(form, free)).toList(),
            program.hasValue());
    return CorePrinter.print(lowered).stripTrailing();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // Procedures that know each other.
        "(letrec ((f (lambda () (g))) (g (lambda () (f)))) (f))"
            + "| (fix ((f (lambda () (g))) (g (lambda () (f)))) (f))",
        // One after the other, each with its value when the next is evaluated.
        "(letrec* ((a 1) (b (h a))) b)  | (let ((a '1)) (let ((b (@h a))) b))",
        "(letrec* ((a (h)) (f (lambda () (g a))) (g (lambda (x) (f))) (b (f))) b)"
            + "| (let ((a (@h))) (fix ((f (lambda () (g a))) (g (lambda (x) (f))))"
            + " (let ((b (f))) b)))",
        // All values before any variable has its own; procedures cannot tell. A continuation may
        // return to the initialiser after something has captured the variable.
        "(letrec ((a (h)) (f (lambda () 1))) a)"
            + "| (locations ((a)) (fix ((f (lambda () '1))) (let ((value (@h))) (seq (set! a value)"
            + " a))))",
        // A procedure that may be called before what it refers to has a value.
        "(letrec* ((f (lambda () a)) (b (f)) (a 1)) b)"
            + "| (locations ((a)) (fix ((f (lambda () a))) (let ((b (f))) (seq (set! a '1) b))))",
        "(letrec ((a (h b)) (b 1)) a)"
            + "| (locations ((a) (b)) (let ((value (@h b)) (value.2 '1)) (seq (set! a value)"
            + " (set! b value.2) a)))",
        "(letrec ((a a)) a)" + "| (locations ((a)) (let ((value a)) (seq (set! a value) a)))",
        "(letrec ((f (lambda () 1)) (v (f))) v)| (locations ((f) (v)) (let ((value (lambda () '1))"
            + " (value.2 (f))) (seq (set! f value) (set! v value.2) v)))",
        // A procedure of several arities is not patched; to make it calls nobody.
        "(letrec* ((f (case-lambda ((a) (f a 1)) ((a b) b)))) f)"
            + "| (locations ((f)) (seq (set! f (case-lambda (lambda (a) (f a '1))"
            + " (lambda (a.2 b) b))) f))",
        "(letrec ((f (lambda () 1)) (c (case-lambda ((a) (f))))) c)"
            + "| (fix ((f (lambda () '1))) (let ((c (case-lambda (lambda (a) (f))))) c))",
        // Several values are defined in one step between other definitions.
        "(let () (define (f) a) (define-values (a) (f)) (define (g) (h)) (define (h) a) (k g))"
            + "| (locations ((a)) (fix ((f (lambda () a)))"
            + " (let ((value (receive (value.2) (f) (set! a value.2))))"
            + " (fix ((g (lambda () (h))) (h (lambda () a))) (@k g)))))",
        "(let () (define (f) (g)) (define-values (a) (f)) (define (g) a) a)"
            + "| (locations ((a)) (locations ((g)) (fix ((f (lambda () (g))))"
            + " (let ((value (receive (value.2) (f) (set! a value.2))))"
            + " (seq (set! g (lambda () a)) a)))))",
        "(let-values (((a b) (letrec ((c d) (d 1)) c))) (letrec ((e 1)) e))"
            + "| (receive (a b) (locations ((d)) (let ((c d) (value '1)) (seq (set! d value) c)))"
            + " (let ((e '1)) e))",
        // A continuation may return to the initialiser after the assignment.
        "(let () (define a (h)) (define b 1) (set! a 2) (set! b 3) b)| (locations ((a)) (seq (set!"
            + " a (@h)) (let ((b '1)) (seq (set! a '2) (set! b '3) b))))",
        // What is assigned is no procedure to be patched.
        "(letrec ((f (lambda () (f)))) (set! f 1) f)"
            + "| (locations ((f)) (let ((value (lambda () (f)))) (seq (set! f value)"
            + " (seq (set! f '1) f))))",
      })
  void takesTheLetrecsOut(String program, String expected) {
    assertThat(lowered(program)).isEqualTo(expected);
  }

  /** To look through each level again for free variables would take a minute. */
  @Test
  @Timeout(20)
  void looksIntoNestedLoopsOnce() throws InterruptedException {
    int depth = Expander.DEFAULT_NESTING_LIMIT - 1;
    String program = "(do () (#t) ".repeat(depth) + "0" + ")".repeat(depth);
    AtomicReference<String> core = new AtomicReference<>("");
    Thread thread = new Thread(null, () -> core.set(lowered(program)), "deep", 1L << 28);
    thread.start();
    thread.join();
    assertThat(core.get()).startsWith("(loop do () (if '#t '#<unspecified> (seq (loop do.2 ()");
  }
}
