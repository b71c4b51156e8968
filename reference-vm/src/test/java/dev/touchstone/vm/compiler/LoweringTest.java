package dev.touchstone.vm.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.core.CorePrinter;
import dev.touchstone.vm.core.CoreProgram;
import dev.touchstone.vm.expand.Expander;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.source.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of {@code letrec}: as little as can be told apart from locations. */
class LoweringTest {
  private static String lowered(String text) {
    Source source = Source.of("test.scm", text);
    CoreProgram program =
        Expander.expand(source, DatumReader.readAll(source), Expander.DEFAULT_NESTING_LIMIT);
    CoreProgram lowered =
        new CoreProgram(
            source, program.forms().stream().map(Lowering::lower).toList(), program.hasValue());
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
        // All values before any variable has its own; procedures cannot tell.
        "(letrec ((a (h)) (f (lambda () 1))) a) | (fix ((f (lambda () '1))) (let ((a (@h))) a))",
        // A procedure that may be called before what it refers to has a value.
        "(letrec* ((f (lambda () a)) (b (f)) (a 1)) b)"
            + "| (locations ((a)) (fix ((f (lambda () a))) (let ((b (f))) (seq (set! a '1) b))))",
        "(letrec ((a (h b)) (b 1)) a)"
            + "| (locations ((b)) (let ((a (@h b)) (value '1)) (seq (set! b value) a)))",
        "(letrec ((a a)) a)" + "| (locations ((a)) (let ((value a)) (seq (set! a value) a)))",
        "(letrec ((f (lambda () 1)) (v (f))) v)"
            + "| (locations ((f)) (let ((value (lambda () '1)) (v (f))) (seq (set! f value) v)))",
        // What is assigned is no procedure to be patched.
        "(letrec ((f (lambda () (f)))) (set! f 1) f)"
            + "| (locations ((f)) (let ((value (lambda () (f)))) (seq (set! f value)"
            + " (seq (set! f '1) f))))",
      })
  void takesTheLetrecsOut(String program, String expected) {
    assertThat(lowered(program)).isEqualTo(expected);
  }
}
