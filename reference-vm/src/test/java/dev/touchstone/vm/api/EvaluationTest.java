package dev.touchstone.vm.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.SourceFiles;
import dev.touchstone.vm.value.Condition;
import dev.touchstone.vm.value.Printer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code eval}, on both machines; what the corpus cannot say of it. */
class EvaluationTest {
  private static final ReferenceVm VM = ReferenceVm.create();
  private static final List<Vm> BOTH = List.of(VM, DefinitionalVm.create());

  private static String value(String program) {
    List<String> values = BOTH.stream().map(vm -> written(run(vm, program))).distinct().toList();
    assertThat(values).hasSize(1);
    return values.getFirst();
  }

  private static Completion run(Vm vm, String program) {
    JvmHost host = new JvmHost(_ -> {});
    host.reading(SourceFiles.of(Map.of("bad.scm", "(define x 1) (if")), List.of());
    return vm.run(Source.of("main.scm", program), Limits.GENEROUS, host);
  }

  private static String written(Completion completion) {
    return switch (completion) {
      case Completion.Returned returned -> Printer.write(returned.values().getFirst());
      case Completion.Raised(Condition condition, var _, var _, var _) ->
          condition.errorClass().id() + ": " + condition.message();
      default -> completion.toString();
    };
  }

  @Test
  void callsInTailPositionWithoutFrames() {
    String program =
        "(define e (interaction-environment))"
            + " (define (loop n) (if (= n 0) 'done (eval (list loop (- n 1)) e))) (loop 20000)";
    Limits few = Limits.GENEROUS.withStack(200, 20);
    for (Vm vm : BOTH) {
      Completion completion = vm.run(Source.of("m", program), few, new JvmHost(_ -> {}));
      assertThat(written(completion)).isEqualTo("done");
    }
  }

  @Test
  void handsOnTheLiteralItself() {
    assertThat(
            value(
                "(define l (list 1 2)) (define v (vector l))"
                    + " (define c (list 1)) (set-cdr! c c)"
                    + " (define e (environment '(scheme base)))"
                    + " (map (lambda (x) (eq? x (eval (list 'quote x) e))) (list l v c))"))
        .isEqualTo("(#t #t #t)");
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 99, 101, 150, 5000})
  void evaluatesWhatIsNestedDeeply(int depth) {
    String nest =
        "(define (nest n) (let loop ((i 0) (x 0)) (if (= i n) x (loop (+ i 1) (list '+ 1 x)))))";
    assertThat(value(nest + "(eval (nest " + depth + ") (interaction-environment))"))
        .isEqualTo(Integer.toString(depth));
  }

  @Test
  void refusesWhatIsNestedTooDeeply() {
    String nest =
        "(define (nest n) (let loop ((i 0) (x 0)) (if (= i n) x (loop (+ i 1) (list '+ 1 x)))))";
    assertThat(value(nest + "(eval (nest 20000) (interaction-environment))")).startsWith("limit:");
  }

  @Test
  void takesALibraryOnceAlsoIfTheFormIsTriedTwice() {
    String deep = "(+ 1 ".repeat(200) + "0" + ")".repeat(200);
    assertThat(
            value(
                "(define-library (a) (export x) (import (scheme base)) (begin (define x 5)))"
                    + " (eval '(begin (import (a)) (+ x "
                    + deep
                    + ")) (interaction-environment))"))
        .isEqualTo("205");
  }

  @Test
  void tellsOfTheFileThatCannotBeRead() {
    assertThat(value("(load \"bad.scm\")"))
        .startsWith("syntax: bad.scm:1:14: The text ends before this parenthesis is closed.");
    assertThat(value("(load \"none.scm\")"))
        .isEqualTo("file: load: the file none.scm cannot be read");
  }

  @Test
  void keepsNoCodeThatNobodyCanReach() {
    String program =
        "(let loop ((i 0)) (if (< i 30000) (begin (eval '(let ((v (make-vector 100 0)))"
            + " (lambda () v)) (interaction-environment)) (loop (+ i 1))) 'done))";
    assertThat(written(run(VM, program))).isEqualTo("done");
  }

  @Test
  void assignsInTheInteractionEnvironmentWhatTheProgramHasDefined() {
    assertThat(
            value(
                "(import (scheme base) (scheme eval) (scheme repl)) (define x 1) (define (get) x)"
                    + " (eval '(set! x 2) (interaction-environment))"
                    + " (eval '(define y (* 10 x)) (interaction-environment))"
                    + " (eval '(define (car p) 'mine) (interaction-environment))"
                    + " (list (get) y (car '(1)) (eval '(car 1) (interaction-environment)))"))
        .isEqualTo("(2 20 1 mine)");
  }

  @Test
  void writesAnEnvironmentAsOne() {
    assertThat(value("(environment)")).isEqualTo("#<environment>");
  }

  @Test
  void neverShowsARenamedSymbolToTheProgram() {
    assertThat(
            value(
                "(import (scheme base)) (guard (e (#t (eq? 'cadddr (car (error-object-irritants"
                    + " e))))) (cadddr 1))"))
        .isEqualTo("#t");
  }

  @Test
  void tracesWhatIsEvaluated() {
    var recorder = dev.touchstone.vm.trace.Recorder.ofEnds(dev.touchstone.vm.trace.Level.STEPS);
    Completion completion =
        VM.trace(
            Source.of("m", "(eval '(begin (define q 1) (+ q q)) (interaction-environment))"),
            Limits.GENEROUS,
            new JvmHost(_ -> {}),
            recorder);
    assertThat(written(completion)).isEqualTo("2");
  }
}
