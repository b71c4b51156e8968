package dev.touchstone.conformance.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadBackTest {
  private static final Renderer MAP =
      Maps.of(
          """
          values:
            words: { nil: (), "true": "#t", "false": "#f" }
            either:
              "1": { boolean: "#t", otherwise: "1" }
            patterns: [{ match: '<fn .*>', value: "#<procedure>" }]
            square: vector
            dropped: "\\n"
          """);

  private static final ReadBack BACK = MAP.map().readBack();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "nil | ()",
        "(a nil (true . false)) | (a () (#t . #f))",
        "\"nil\" | \"nil\"",
        "(\"a \\\" nil\" nil) | (\"a \\\" nil\" ())",
        "nilly | nilly",
        "#\\n | #\\n",
        "#\\( | #\\(",
        "[1.5 [nil]] | #(1.5 #(()))",
        "<fn 7> | #<procedure>",
        "(<fn 7>) | (<fn 7>)",
      })
  void wordsMeanWhatTheMapSaysOutsideOfStrings(String written, String meant) {
    assertThat(BACK.read(List.of(written), ValueKind.UNKNOWN)).contains(List.of(meant));
  }

  @Test
  void wordsBetweenBarsAreSymbols() {
    assertThat(BACK.read(List.of("(|nil| nil)"), ValueKind.OTHER)).contains(List.of("(|nil| ())"));
  }

  @Test
  void whatMayMeanTwoThingsIsDecidedByTheProgramOrNotAtAll() {
    assertThat(BACK.read(List.of("1"), ValueKind.BOOLEAN)).contains(List.of("#t"));
    assertThat(BACK.read(List.of("1"), ValueKind.OTHER)).contains(List.of("1"));
    assertThat(BACK.read(List.of("1"), ValueKind.UNKNOWN)).isEmpty();
    assertThat(BACK.read(List.of("(1 2)"), ValueKind.OTHER)).isEmpty();
    assertThat(BACK.read(List.of("12"), ValueKind.UNKNOWN)).contains(List.of("12"));
  }

  @Test
  void whatPrintAddsIsNoOutput() {
    assertThat(BACK.output("1\n2\n")).isEqualTo("12");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "(= 1 2) | BOOLEAN",
        "#f | BOOLEAN",
        "(quote #t) | BOOLEAN",
        "(not x) | BOOLEAN",
        "(if x (null? y) (eq? x y)) | BOOLEAN",
        "(if x 1 (+ 2 3)) | OTHER",
        "(if x 1 #t) | UNKNOWN",
        "(and (< 1 2) (= 3 4)) | BOOLEAN",
        "(or (< 1 2) 3) | UNKNOWN",
        "(cond ((= 1 2) 3) (else 4)) | OTHER",
        "(cond ((= 1 2) => car)) | UNKNOWN",
        "(let ((x 1)) x) | UNKNOWN",
        "(let* ((x 1)) (+ x 1)) | OTHER",
        "(begin #t 1) | OTHER",
        "(let-values (((x) 1)) #t 1) | OTHER",
        "(let*-values (((x) 1)) (not x)) | BOOLEAN",
        "(parameterize ((x 1)) (= x 1)) | BOOLEAN",
        "(case-lambda ((x) #t)) | OTHER",
        "(guard (e (#t 1)) #t) | UNKNOWN",
        "(define (f) #t) (define-values (f) car) (f) | UNKNOWN",
        "(car x) | UNKNOWN",
        "(lambda (x) #t) | OTHER",
        "'() | OTHER",
        "(define (e n) (if (= n 0) #t (o (- n 1)))) (define (o n) (if (= n 0) #f (e (- n 1)))) (e"
            + " 7) | BOOLEAN",
        "(define (f n) (if (= n 0) 0 (f (- n 1)))) (f 7) | OTHER",
        "(define (f n) #t) (define (g f) (f 1)) (g car) | UNKNOWN",
        "(define (f n) #t) (set! f car) (f 1) | UNKNOWN",
        "(let loop ((i 0)) (if (< i 5) (loop (+ i 1)) i)) | UNKNOWN",
        "(let loop ((i 0)) (if (< i 5) (loop (+ i 1)) (= i 5))) | BOOLEAN",
        "(define (not x) 1) (not 2) | OTHER",
      })
  void theFormOfTheLastExpressionTellsWhetherItYieldsATruthValue(String program, ValueKind kind) {
    assertThat(MAP.render(Source.of("p", program)))
        .isInstanceOfSatisfying(
            Rendering.Text.class, text -> assertThat(text.kind()).isEqualTo(kind));
  }
}
