package dev.touchstone.vm.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  private static String render(String text, int start, int end) {
    return Excerpt.render(new Span(Source.of("f", text), start, end), "Odd.");
  }

  @Test
  void caretsMarkTheSpan() {
    assertThat(render("(car foo)\n", 5, 8)).isEqualTo("f:1:6: Odd.\n  (car foo)\n       ^^^");
  }

  @Test
  void tabsStayBeforeTheCarets() {
    assertThat(render("\ta\tbc", 3, 5)).isEqualTo("f:1:4: Odd.\n  \ta\tbc\n  \t \t^^");
  }

  @Test
  void aSpanOverSeveralLinesIsMarkedInItsFirst() {
    assertThat(render("x (a\nb)", 2, 7)).isEqualTo("f:1:3: Odd.\n  x (a\n    ^^");
  }

  @Test
  void theEndOfTheTextGetsOneCaret() {
    assertThat(render("(a", 2, 2)).isEqualTo("f:1:3: Odd.\n  (a\n    ^");
    assertThat(render("(a\n", 3, 3)).isEqualTo("f:2:1: Odd.\n  \n  ^");
    assertThat(render("", 0, 0)).isEqualTo("f:1:1: Odd.\n  \n  ^");
  }

  @Test
  void anEmptySpanWithinALineGetsOneCaret() {
    assertThat(render("(abc)", 1, 1)).isEqualTo("f:1:2: Odd.\n  (abc)\n   ^");
  }

  @Test
  void aLineEndGetsOneCaret() {
    assertThat(render("ab\r\nc", 2, 4)).isEqualTo("f:1:3: Odd.\n  ab\n    ^");
  }

  @Test
  void charactersBeyondTheBasicPlaneAreOneColumn() {
    assertThat(render("😀😀 x", 5, 6)).isEqualTo("f:1:4: Odd.\n  😀😀 x\n     ^");
    assertThat(render("a 😀😀", 2, 6)).isEqualTo("f:1:3: Odd.\n  a 😀😀\n    ^^");
  }

  @Test
  void ofALongLineThePartAroundThePlaceIsShown() {
    String text = "x".repeat(5_000_000) + "!" + "y".repeat(5_000_000);
    String[] lines = render(text, 5_000_000, 5_000_001).split("\n", -1);
    assertThat(lines[0]).isEqualTo("f:1:5000001: Odd.");
    assertThat(lines[1]).isEqualTo("  ..." + "x".repeat(80) + "!" + "y".repeat(79) + "...");
    assertThat(lines[2]).isEqualTo("  " + " ".repeat(83) + "^");
  }

  @Test
  void caretsEndWhereTheShownPartEnds() {
    String[] lines = render("z".repeat(1000), 0, 1000).split("\n", -1);
    assertThat(lines[1]).isEqualTo("  " + "z".repeat(160) + "...");
    assertThat(lines[2]).isEqualTo("  " + "^".repeat(160));
  }

  @Test
  void controlCharactersAreReplaced() {
    assertThat(render("a\u001b[31mb\u0000c", 6, 7))
        .isEqualTo("f:1:7: Odd.\n  a\uFFFD[31mb\uFFFDc\n        ^");
  }

  @Test
  void aDiagnosticNamesPhaseAndClass() {
    Span span = new Span(Source.of("f", "(a"), 0, 1);
    assertThat(new Diagnostic(Phase.READ, ErrorClass.SYNTAX, "Not closed.", span).render())
        .isEqualTo("f:1:1: read error (syntax): Not closed.\n  (a\n  ^");
  }

  @Test
  void errorClassesHaveTheNamesOfTheCases() {
    assertThat(ErrorClass.DIVIDE_BY_ZERO.id()).isEqualTo("divide-by-zero");
    assertThat(ErrorClass.of("not-procedure")).contains(ErrorClass.NOT_PROCEDURE);
    assertThat(ErrorClass.of("NOT_PROCEDURE")).isEmpty();
  }
}
