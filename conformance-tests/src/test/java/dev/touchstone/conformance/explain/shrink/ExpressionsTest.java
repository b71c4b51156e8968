package dev.touchstone.conformance.explain.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionsTest {
  /** Each call of {@code f} becomes one of {@code F}. */
  private static Tree renamed(Tree call) {
    if (!call.isListOf("f")) {
      return call;
    }
    List<Tree> items = new ArrayList<>(call.items());
    items.set(0, Tree.symbol("F"));
    return Tree.list(items);
  }

  private static String rewritten(String program, boolean reverse) {
    Expressions expressions = new Expressions(ExpressionsTest::renamed, reverse);
    return TreeText.flat(expressions.program(TreeText.read(program).orElseThrow())).strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(g (f 1) (f 2))                          | (g (F 1) (F 2))",
        "(quote (f 1))                            | '(f 1)",
        "(lambda (f) (f 1))                       | (lambda (f) (F 1))",
        "(case-lambda ((f 1) (f 1)) (f (f 2)))    | (case-lambda ((f 1) (F 1)) (f (F 2)))",
        "(define-values (f a) (f 1))              | (define-values (f a) (F 1))",
        "(define-record-type f (f a) f? (a b))    | (define-record-type f (f a) f? (a b))",
        "(cond ((f 1) (f 2)) (else (f 3)))        | (cond ((F 1) (F 2)) (else (F 3)))",
        "(case (f 1) ((f 2) (f 3)) (else => (f))) | (case (F 1) ((f 2) (F 3)) (else => (F)))",
        "(guard (f ((f 1) => (f 2))) (f 3))       | (guard (f ((F 1) => (F 2))) (F 3))",
        "(delay (f 1))                            | (delay (F 1))",
        "(let loop ((f (f 1))) (f 2))             | (let loop ((f (F 1))) (F 2))",
        "(do ((i (f 1) (f 2))) ((f 3) (f 4)) (f 5)) | (do ((i (F 1) (F 2))) ((F 3) (F 4)) (F 5))",
        "(let-values (((f a) (f 1))) (f 2))       | (let-values (((f a) (F 1))) (F 2))",
        "(let*-values (((f . a) (f 1))) (f 2))    | (let*-values (((f . a) (F 1))) (F 2))",
        "(parameterize (((f 1) (f 2))) (f 3))     | (parameterize (((F 1) (F 2))) (F 3))",
        "(list (guard) (case) (let-values) (do)) | (list (guard) (case) (let-values) (do))",
      })
  void findsTheCallsInEachForm(String program, String expected) {
    assertThat(rewritten(program, false)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(let ((a 1) (b 2)) a)                 | (let ((b 2) (a 1)) a)",
        "(let loop ((a 1) (b 2)) a)            | (let loop ((a 1) (b 2)) a)",
        "(let* ((a 1) (b 2)) a)                | (let* ((a 1) (b 2)) a)",
        "(let-values (((a) 1) ((b) 2)) a)      | (let-values (((b) 2) ((a) 1)) a)",
        "(let*-values (((a) 1) ((b) 2)) a)     | (let*-values (((a) 1) ((b) 2)) a)",
        "(parameterize ((p 1) (q 2)) 3)        | (parameterize ((q 2) (p 1)) 3)",
        "(do ((a 1) (b 2)) (a))                | (do ((b 2) (a 1)) (a))",
      })
  void reordersTheBindingsWhoseOrderIsFree(String program, String expected) {
    assertThat(rewritten(program, true)).isEqualTo(expected);
  }
}
