package dev.touchstone.conformance.subject;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerScriptTest {
  private static final Markers MARKERS =
      new Markers("[{nonce}S]", "[{nonce}V {form}]", "[{nonce}E]", "[hold]");

  private static MarkerScript script(String program, boolean hold) {
    Preamble preamble = new Preamble("(imports)\n", "(preamble)\n");
    return MarkerScript.of(ProgramText.of(program), preamble, MARKERS, "N", hold);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1                               | [N S]~[NV 1]~[NE]~",
        "(a) (b ; c\\n) ; d              | [NS]~(a) [NV (b ; c~)] ; d~[NE]~",
        "; only a comment                | [NS]~; only a comment~[NE]~",
        "1 (define x \"{form}\")         | [NS]~1 (define x \"{form}\")~[NE]~",
        "(f \"{nonce} {form}\")          | [NS]~[NV (f \"{nonce} {form}\")]~[NE]~",
        "'x                              | [NS]~[NV 'x]~[NE]~",
        "(begin (define x 1) (f x))      | [NS]~(begin (define x 1) [NV (f x)])~[NE]~",
        "(begin (f) (g))                 | [NS]~[NV (begin (f) (g))]~[NE]~",
        "(begin (begin (define x 1)) x)  | [NS]~(begin (begin (define x 1)) [NV x])~[NE]~",
        "(begin (f) (define x 1))        | [NS]~(begin (f) (define x 1))~[NE]~",
        "(begin)                         | [NS]~(begin)~[NE]~",
      })
  void theMarkersStandAroundTheProgramAndItsLastExpression(String program, String expected) {
    String text = script(program.replace("\\n", "\n"), false).text();
    assertThat(text.replace("\n", "~"))
        .isEqualTo("(imports)~(preamble)~" + expected.replace("[N S]", "[NS]"));
  }

  @Test
  void whatStandsBeforeTheFirstFormStaysThere() {
    assertThat(script("#!fold-case\n; about\n(A)", false).text())
        .isEqualTo("(imports)\n(preamble)\n#!fold-case\n; about\n[NS]\n[NV (A)]\n[NE]\n");
  }

  @Test
  void holdComesLast() {
    assertThat(script("1", true).text()).endsWith("[NE]\n[hold]\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(import (scheme base)) 1", "; x\n(define-library (a)) (import (a)) 1"})
  void aProgramThatImportsForItselfGetsNoImports(String program) {
    assertThat(script(program, false).text()).doesNotContain("(imports)").contains("(preamble)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(f", "f)", "\"abc", "#| x", "'"})
  void aProgramThatDoesNotReadGetsTheStartMarkerOnly(String program) {
    MarkerScript script = script(program, true);
    assertThat(script.text()).isEqualTo("(imports)\n(preamble)\n[NS]\n" + program);
    assertThat(script.hasValue()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(define x 1)",
        "(define (f) 1)",
        "(define-values (a b) (values 1 2))",
        "(define-record-type p (m) p?)",
        "(define-syntax m (syntax-rules ()))",
        "(import (scheme base))",
        ""
      })
  void definitionsHaveNoValue(String program) {
    assertThat(script("1 " + program, false).hasValue()).isEqualTo(program.isEmpty());
    assertThat(script(program, false).hasValue()).isFalse();
  }
}
