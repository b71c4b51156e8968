package dev.touchstone.conformance.explain.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreeTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(f 'x `(a ,b ,@c))",
        "(lambda (a . rest) \"s\\n\" #\\space)",
        "#(1 #xff #true |a b|)",
        "'#0=(a . #0#)",
        "(quote a b)",
        "()"
      })
  void aProgramIsWrittenAsItStands(String text) {
    assertThat(TreeText.flat(TreeText.read(text).orElseThrow())).isEqualTo(text);
  }

  @Test
  void whatIsNoSequenceOfDataIsNoTree() {
    assertThat(TreeText.read("(a")).isEmpty();
    assertThat(TreeText.read("(".repeat(1000) + ")".repeat(1000))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {"x; 1", "(- a b); 4", "'x; 2", "'(); 2", "(a . b); 3", "#(1 2); 3", "(f) (g 1); 5"})
  void listsAtomsAndSignsCountOneEach(String text, int nodes) {
    assertThat(TreeText.read(text).orElseThrow().nodes()).isEqualTo(nodes);
  }

  @Test
  void longFormsGetLineBreaks() {
    String program =
        "(define (fold procedure start items) (if (null? items) start (fold procedure (procedure"
            + " start (car items)) (cdr items))))";
    assertThat(TreeText.pretty(TreeText.read(program).orElseThrow()))
        .isEqualTo(
            """
            (define (fold procedure start items)
              (if (null? items)
                start
                (fold procedure (procedure start (car items)) (cdr items))))\
            """);
  }
}
