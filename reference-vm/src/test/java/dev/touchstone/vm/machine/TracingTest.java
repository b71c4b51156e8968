package dev.touchstone.vm.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.api.Completion;
import dev.touchstone.vm.api.JvmHost;
import dev.touchstone.vm.api.Limits;
import dev.touchstone.vm.api.ReferenceVm;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.trace.Level;
import dev.touchstone.vm.trace.Recorder;
import dev.touchstone.vm.trace.TraceRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the cases of the corpus do not show of a trace. */
class TracingTest {
  private static final ReferenceVm VM = ReferenceVm.create();

  private static List<String> trace(Level level, String program) {
    Recorder recorder = Recorder.ofInterval(level, 1, 10_000);
    Completion completion =
        VM.trace(Source.of("t", program), Limits.GENEROUS, new JvmHost(_ -> {}), recorder);
    assertThat(completion).isInstanceOf(Completion.Returned.class);
    return recorder.records().stream().map(TraceRecord::text).toList();
  }

  private static List<String> calls(String program) {
    return trace(Level.CALLS, program);
  }

  @Test
  void stepsShowTheStateBeforeEachInstruction() {
    assertThat(trace(Level.STEPS, "(define (f x y) (- x y)) (cons 1 (f 5 2))"))
        .containsExactly(
            "main:0 | CLOSURE f |",
            "main:2 | DEFINE_GLOBAL f | <procedure#1>",
            "main:4 | CONST 1 |",
            "main:6 | GLOBAL f | 1",
            "main:8 | CONST 5 | 1 <procedure#1>",
            "main:10 | CONST 2 | 1 <procedure#1> 5",
            "main:12 | CALL 2 | 1 <procedure#1> 5 2",
            "f:0 | TAKE_LOCAL 0 | 5 2",
            "f:2 | TAKE_LOCAL 1 | - 2 5",
            "f:4 | SUB | - - 5 2",
            "f:5 | RETURN | - - 3",
            "main:14 | CONS | 1 3",
            "main:15 | RETURN | <pair#2>");
  }

  @Test
  void theLibraryHasNoSteps() {
    assertThat(trace(Level.STEPS, "(map car '((1)))"))
        .allMatch(text -> text.startsWith("main:"))
        .hasSize(4);
  }

  @Test
  void anAbortGivesUpThoseBetweenItAndThePrompt() {
    assertThat(
            calls(
                """
                (define (handler x) (list 'handled x))
                (define (inner) (+ 1 (abort-current-continuation (default-continuation-prompt-tag) 5)))
                (define (body) (+ 1 (inner)))
                (define (outer)
                  (cons 'o (call-with-continuation-prompt body (default-continuation-prompt-tag) handler)))
                (outer)
                """))
        .containsExactly(
            "call outer",
            "call body",
            "call inner",
            "call handler 5",
            "return handler (handled 5)",
            "return outer (o handled 5)");
  }

  @Test
  void aPartOfAContinuationReturnsEachTimeItIsResumed() {
    assertThat(
            calls(
                """
                (define k #f)
                (define (grab c) (set! k c) 1)
                (define (part) (* 10 (call-with-composable-continuation grab)))
                (define (start) (+ 0 (call-with-continuation-prompt part)))
                (define (twice) (+ (k 2) 1))
                (start)
                (twice)
                """))
        .containsExactly(
            "call start",
            "call part",
            "call grab #<procedure>",
            "return grab 1",
            "return part 10",
            "return start 10",
            "call twice",
            "return part 20",
            "return twice 21");
  }

  @Test
  void depthsAgreeWithTheFramesAlsoAfterManyCaptures() {
    String program =
        """
        (define (leaf k n) (if (= n 0) (k 'out) (+ 1 (leaf k (- n 1)))))
        (define (round n) (list (call/cc (lambda (k) (leaf k n)))))
        (define (rounds n) (if (= n 0) 'end (begin (round n) (rounds (- n 1)))))
        (rounds 3)
        """;
    List<String> events = calls(program);
    assertThat(events.stream().filter("return round (out)"::equals)).hasSize(3);
    assertThat(events.getLast()).isEqualTo("return rounds end");
  }

  @Test
  void severalValuesOfTheLastCallAreReturned() {
    assertThat(calls("(define (two) (values 1 2)) (two)"))
        .containsExactly("call two", "return two 1 2");
  }
}
