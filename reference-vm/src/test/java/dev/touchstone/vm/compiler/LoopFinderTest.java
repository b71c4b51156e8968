package dev.touchstone.vm.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.core.CorePrinter;
import dev.touchstone.vm.core.CoreProgram;
import dev.touchstone.vm.expand.Expander;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.source.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which procedures become loops. */
class LoopFinderTest {
  private static String lowered(String text) {
    Source source = Source.of("test.scm", text);
    CoreProgram program =
        Expander.expand(source, DatumReader.readAll(source), Expander.DEFAULT_NESTING_LIMIT);
    return CorePrinter.print(Lowering.lower(program.forms().getFirst(), new FreeVariables()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(let l ((i 0)) (if (p i) i (l (+ i 1))))"
            + "| (loop l ((i '0)) (if (@p i) i (again l (@+ i '1))))",
        "(do ((i 0 (+ i 1)) (j 5)) ((p i) j) (g))"
            + "| (loop do ((i '0) (j '5)) (if (@p i) j (seq (@g) (again do (@+ i '1) j))))",
        // From inside of a loop that is the end of a turn.
        "(let a ((i 0)) (let b ((j 0)) (if (p j) (a j) (b i))))"
            + "| (loop a ((i '0)) (loop b ((j '0)) (if (@p j) (again a j) (again b i))))",
        // Inside of a loop that is not.
        "(let a ((i 0)) (let b ((j 0)) (if (p j) (b i))) (a 1))"
            + "| (loop a ((i '0)) (seq (loop b ((j '0)) (if (@p j) (again b i) '#<unspecified>))"
            + " (again a '1)))",
        // Other definitions of the same body remain.
        "(let () (define (f x) x) (define (l i) (if (f i) (l (f i)) i)) (l 1))"
            + "| (fix ((f (lambda (x) x))) (loop l ((i '1)) (if (f i) (again l (f i)) i)))",
        // The ends of other forms.
        "(let l ((i 0)) (let-values (((a b) (g))) (or (p a) (let ((x b)) (l x)))))"
            + "| (loop l ((i '0)) (receive (a b) (@g) (or (@p a) (let ((x b)) (again l x)))))",
      })
  void makesALoop(String program, String expected) {
    assertThat(lowered(program)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(let l ((i 0)) (+ 1 (l i)))",
        "(let l ((i 0)) (if (l i) 1 2))",
        "(let l ((i 0)) (l (l i)))",
        "(let l ((i 0)) (g l))",
        "(let l ((i 0)) (lambda () (l i)))",
        "(let l ((i 0)) (case-lambda ((a) (l a))))",
        "(let l ((i 0)) (delay (l i)))",
        "(let l ((i 0)) (l))",
        "(let l ((i 0)) (l i i))",
        "(let l ((i 0)) (set! l g) (l i))",
        "(let l ((i 0)) (let ((x (l i))) x))",
        "(let l ((i 0)) (begin (l i) 1))",
        "(let l ((i 0)) (or (l i) 1))",
        "(letrec ((l (lambda (i) (l i)))) (l (l 1)))",
        "(letrec ((l (lambda (i) (l i)))) (l l))",
        "(letrec ((l (lambda (i) (l i)))) (if (p) (l 1) (l 2)))",
        "(letrec ((l (lambda r (l r)))) (l 1))",
        "(letrec ((l (lambda (i) (l i))) (f (lambda () (l 1)))) (l f))",
        "(letrec ((l (lambda (i) (f))) (f (lambda () (l 1)))) (l 2))",
        "(letrec* ((l (lambda (i) (l i))) (x (g l))) (l x))",
      })
  void leavesOthersClosures(String program) {
    assertThat(lowered(program)).doesNotContain("(loop l").doesNotContain("again");
  }

  /** A procedure that is no loop keeps those around it, which it calls, from being loops. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(let a ((i 0)) (let b ((j 0)) (if (p j) (a j) (g b))))",
        "(let a ((i 0)) (let b ((j 0)) (if (p j) (a j) (b i))) 1)",
        "(let a ((i 0)) (+ 1 (let b ((j 0)) (let c ((k 0)) (if (p j) (a j) (c i))))))",
      })
  void looksAtWhereTheInnerLoopStands(String program) {
    assertThat(lowered(program)).doesNotContain("(loop a");
  }
}
