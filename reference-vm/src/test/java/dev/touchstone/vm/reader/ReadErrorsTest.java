package dev.touchstone.vm.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.vm.source.Diagnostic;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import dev.touchstone.vm.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Malformed texts: what the message says, and the place it points at. */
class ReadErrorsTest {
  static boolean isRejected(String text) {
    try {
      DatumReader.readAll(Source.of("t", text));
      return DatumReader.readDatum(text) == null;
    } catch (DiagnosticException _) {
      return true;
    }
  }

  private static Diagnostic diagnostic(String text) {
    DiagnosticException thrown =
        catchThrowableOfType(
            DiagnosticException.class, () -> DatumReader.readAll(Source.of("t", text)));
    assertThat(thrown).as("%s is read", text).isNotNull();
    return thrown.diagnostic();
  }

  /** Text, offset and marked part of the span, and a part of the sentence. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\u0001',
      value = {
        "(a (b) ~ 0 ~ ( ~ before this parenthesis is closed",
        "(a (b c ~ 3 ~ ( ~ before this parenthesis is closed",
        "#(a ~ 0 ~ #( ~ before this vector is closed",
        "#u8(1 ~ 0 ~ #u8( ~ before this bytevector is closed",
        "a) ~ 1 ~ ) ~ closes nothing",
        ". ~ 0 ~ . ~ only within a list",
        "#(a . b) ~ 4 ~ . ~ only within a list",
        "(' . a) ~ 3 ~ . ~ only within a list",
        "( . a) ~ 2 ~ . ~ Nothing stands before",
        "(a . ) ~ 3 ~ . ~ Nothing stands after",
        "(a . #;b) ~ 3 ~ . ~ Nothing stands after",
        "(a . b c) ~ 7 ~ c ~ one datum, not two",
        "(a . b . c) ~ 7 ~ . ~ has a dot already",
        "' ~ 0 ~ ' ~ No datum follows `'`",
        "(a ,@) ~ 3 ~ ,@ ~ No datum follows `,@`",
        "(a #;) ~ 3 ~ #; ~ No datum follows `#;`",
        "#; ~ 0 ~ #; ~ No datum follows `#;`",
        "#0= ~ 0 ~ #0= ~ No datum follows",
        "(a \"b c) ~ 3 ~ \" ~ before this string is closed",
        "\"a\\ ~ 0 ~ \" ~ before this string is closed",
        "\"a\\q\" ~ 2 ~ \\q ~ backslash before `q`",
        "\"a\\ b\" ~ 2 ~ \\  ~ backslash before U+0020",
        "\"\\x41\" ~ 1 ~ \\x41 ~ digits and a semicolon",
        "\"\\x;\" ~ 1 ~ \\x ~ digits and a semicolon",
        "\"\\xD800;\" ~ 1 ~ \\xD800; ~ surrogates",
        "\"\\x110000;\" ~ 1 ~ \\x110000; ~ last character",
        "|a ~ 0 ~ | ~ before this symbol is closed",
        "|a\\q| ~ 2 ~ \\q ~ backslash before `q`",
        "#|a #|b|# ~ 0 ~ #| ~ before this block comment is closed",
        "#!eof ~ 0 ~ #!eof ~ no directive `#!eof`",
        "#z ~ 0 ~ #z ~ `#z`",
        "# a ~ 0 ~ # ~ `#`",
        "#tr ~ 0 ~ #tr ~ `#tr`",
        "#u9(1) ~ 0 ~ #u9 ~ `#u9`",
        "#1(a) ~ 0 ~ #1 ~ `#1`",
        "#u8(1 256) ~ 6 ~ 256 ~ from 0 to 255",
        "#u8(-1) ~ 4 ~ -1 ~ from 0 to 255",
        "#u8(1.0) ~ 4 ~ 1.0 ~ from 0 to 255",
        "#u8((1)) ~ 4 ~ (1) ~ from 0 to 255",
        "#\\spac ~ 0 ~ #\\spac ~ No character has the name `spac`",
        "#\\ab ~ 0 ~ #\\ab ~ No character has the name `ab`",
        "#\\xD800 ~ 0 ~ #\\xD800 ~ surrogates",
        "#\\x110000 ~ 0 ~ #\\x110000 ~ last character",
        "#\\xffffffffffff ~ 0 ~ #\\xffffffffffff ~ last character",
        "(#\\ ~ 1 ~ #\\ ~ before the character",
        "1+ ~ 0 ~ 1+ ~ `1+` is neither a number nor an identifier",
        "(+5x) ~ 1 ~ +5x ~ neither a number nor an identifier",
        "#xg ~ 0 ~ #xg ~ no number",
        "1/0 ~ 0 ~ 1/0 ~ denominator zero",
        "#e+inf.0 ~ 0 ~ #e+inf.0 ~ no exact value",
        "#e1e999999999 ~ 0 ~ #e1e999999999 ~ too large",
        "[a] ~ 0 ~ [ ~ reserved",
        "(a b]) ~ 4 ~ ] ~ reserved",
        "don't ~ 3 ~ ' ~ character `'` cannot stand here",
        "a\\b ~ 1 ~ \\ ~ cannot stand here",
        "a\u00A0b ~ 1 ~ \u00A0 ~ U+00A0",
        "#0# ~ 0 ~ #0# ~ No label #0=",
        "(#1# #1=a) ~ 1 ~ #1# ~ No label #1=",
        "(#;#1=a #1#) ~ 8 ~ #1# ~ No label #1=",
        "#0=#0# ~ 0 ~ #0=#0# ~ name for itself",
        "(#0=#1=#0#) ~ 1 ~ #0=#1=#0# ~ name for itself",
        "(#0=a #0=#0#) ~ 6 ~ #0=#0# ~ name for itself",
        "(#;#0=a #0=b #1=c #01# #2#) ~ 23 ~ #2# ~ No label #2="
      })
  void malformed(String text, int start, String marked, String sentence) {
    Diagnostic diagnostic = diagnostic(text);
    assertThat(diagnostic.phase()).isEqualTo(Phase.READ);
    assertThat(diagnostic.errorClass()).isEqualTo(ErrorClass.SYNTAX);
    assertThat(diagnostic.message()).contains(sentence).endsWith(".");
    assertThat(diagnostic.span().start()).isEqualTo(start);
    assertThat(diagnostic.span().text().strip()).isEqualTo(marked.strip());
  }

  @Test
  void aLoneSurrogateIsNoCharacter() {
    for (String text : List.of("\"\uD800\"", "#\\\uDC00", "|\uD800|", "\uD800")) {
      assertThat(diagnostic(text).span().end()).isLessThanOrEqualTo(text.length());
    }
  }

  @Test
  void aLongWordIsShortenedInTheMessage() {
    assertThat(diagnostic("1" + "x".repeat(1_000_000)).message().length()).isLessThan(2000);
  }

  @Test
  void oneDatumIsAskedFor() {
    DiagnosticException none =
        catchThrowableOfType(DiagnosticException.class, () -> DatumReader.readDatum(" ; a"));
    assertThat(none.diagnostic().message()).contains("no datum");
    DiagnosticException two =
        catchThrowableOfType(DiagnosticException.class, () -> DatumReader.readDatum("a (b) c"));
    assertThat(two.diagnostic().span().text()).isEqualTo("(b)");
  }

  @Test
  void aPartWithoutItsLabelDenotesNoValue() {
    Syntax.Labelled whole =
        (Syntax.Labelled) DatumReader.readAll(Source.of("t", "#0=(a (b #0#))")).getFirst();
    Syntax inner = ((Syntax.ListForm) whole.datum()).items().getLast();
    DiagnosticException thrown =
        catchThrowableOfType(DiagnosticException.class, () -> DatumReader.toValue(inner));
    assertThat(thrown.diagnostic().span().text()).isEqualTo("#0#");
  }
}
