package dev.touchstone.vm.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.Bytevector;
import dev.touchstone.vm.value.Equivalence;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import dev.touchstone.vm.value.Vector;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read, by the grammar of R7RS 7.1.1 and 7.1.2. */
class DatumReaderTest {
  private static String rewritten(String text) {
    return Printer.writeShared(DatumReader.readDatum(text));
  }

  private static Symbol symbol(String text) {
    return (Symbol) DatumReader.readDatum(text);
  }

  private static String string(String text) {
    return ((Str) DatumReader.readDatum(text)).text();
  }

  private static Syntax only(String text) {
    List<Syntax> data = DatumReader.readAll(Source.of("t", text));
    assertThat(data).hasSize(1);
    return data.getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\u0001',
      value = {
        "#t ~ #t",
        "#true ~ #t",
        "#F ~ #f",
        "#FALSE ~ #f",
        "() ~ ()",
        "( ) ~ ()",
        "(a b c) ~ (a b c)",
        "(a . b) ~ (a . b)",
        "(a . (b . (c . ()))) ~ (a b c)",
        "(a b . c) ~ (a b . c)",
        "(a(b)c) ~ (a (b) c)",
        "(a .5) ~ (a 0.5)",
        "(a ...) ~ (a ...)",
        "(a . ...) ~ (a . ...)",
        "(a .b) ~ (a .b)",
        "#() ~ #()",
        "#(a #(b) \"c\") ~ #(a #(b) \"c\")",
        "#u8() ~ #u8()",
        "#U8(0 #xff #;999 7) ~ #u8(0 255 7)",
        "'a ~ (quote a)",
        "`a ~ (quasiquote a)",
        ",a ~ (unquote a)",
        ",@a ~ (unquote-splicing a)",
        "''a ~ (quote (quote a))",
        "'(a 'b) ~ (quote (a (quote b)))",
        "' #;b #||# a ~ (quote a)",
        "(a ,b ,@c) ~ (a (unquote b) (unquote-splicing c))",
        "', a ~ (quote (unquote a))",
        "#;a b ~ b",
        "(a #;b) ~ (a)",
        "(#;a) ~ ()",
        "(a #;#;b c) ~ (a)",
        "(a . #;b c) ~ (a . c)",
        "(a . b #;c) ~ (a . b)",
        "(a #;'b . c) ~ (a . c)",
        "'#;a b ~ (quote b)",
        "(a #;(b #;c) d) ~ (a d)",
        "#;#0=a b ~ b",
        "(#;#0=a #0=b #0#) ~ (b b)",
        "#|x|#a ~ a",
        "a#|x|# ~ NOT",
        "a #|#|x|#|# ~ a",
        "#| ; |#a ~ a",
        "(a #||# b) ~ (a b)",
        "#!fold-case ABC ~ abc",
        "#!fold-case (A #!no-fold-case B) ~ (a B)",
        "#!fold-case #\\SPACE ~ #\\space",
        "#!fold-case #\\A ~ #\\A",
        "#!fold-case |A| ~ A",
        "#!fold-case STRASSE ~ strasse",
        "#!fold-case Straße ~ strasse",
        "#!fold-case ΣΑΣ ~ σασ",
        "abc ~ abc",
        "ABC ~ ABC",
        "|a b| ~ |a b|",
        "|| ~ ||",
        "|a\\x41;\\t\\|| ~ |aA\\t\\||",
        "|abc| ~ abc",
        "a|b| ~ NOT",
        "+ ~ +",
        "- ~ -",
        ". . ~ NOT",
        "-.5 ~ -0.5",
        "+a ~ +a",
        "#\\a ~ #\\a",
        "#\\A ~ #\\A",
        "#\\( ~ #\\(",
        "#\\; ~ #\\;",
        "#\\\" ~ #\\\"",
        "#\\| ~ #\\|",
        "#\\x ~ #\\x",
        "#\\x41 ~ #\\A",
        "#\\X41 ~ #\\A",
        "#\\x000041 ~ #\\A",
        "#\\λ ~ #\\λ",
        "#\\😀 ~ #\\😀",
        "#\\x1F600 ~ #\\😀",
        "#\\0 ~ #\\0",
        "#\\# ~ #\\#",
        "(#\\)) ~ (#\\))",
        "(#\\a) ~ (#\\a)",
        "#\\space ~ #\\space",
        "#\\nul ~ NOT",
        "#\\null ~ #\\null",
        "#\\alarm ~ #\\alarm",
        "#\\delete ~ #\\delete",
        "#\\Space ~ NOT",
        "(1 -2 +3 1/2 1e3 #xA) ~ (1 -2 3 1/2 1000.0 10)",
        "\"\"\"\" ~ NOT",
        "(\"a\"\"b\"c) ~ (\"a\" \"b\" c)",
        "(a\"b\") ~ (a \"b\")",
        "(|a||b|) ~ (a b)",
        "(|a|b) ~ (a b)"
      })
  void data(String text, String written) {
    if (written.equals("NOT")) {
      assertThat(ReadErrorsTest.isRejected(text)).isTrue();
    } else {
      assertThat(rewritten(text)).isEqualTo(written);
    }
  }

  @Test
  void stringEscapes() {
    assertThat(string("\"\\a\\b\\t\\n\\r\\\"\\\\\\|\"")).isEqualTo("\u0007\b\t\n\r\"\\|");
    assertThat(string("\"\\x41;\\x3bb;\\X1F600;\"")).isEqualTo("Aλ😀");
    assertThat(string("\"a\\x0;b\"")).isEqualTo("a\0b");
    assertThat(string("\"😀é|\"")).isEqualTo("😀é|");
  }

  @Test
  void aBackslashContinuesALine() {
    assertThat(string("\"a \\\n   b\"")).isEqualTo("a b");
    assertThat(string("\"a\\ \t\r\n\tb\"")).isEqualTo("ab");
    assertThat(string("\"a\\\r  b\"")).isEqualTo("ab");
    assertThat(string("\"a\\\n\\\n\nb\"")).isEqualTo("a\nb");
  }

  @Test
  void everyLineEndInAStringIsANewline() {
    assertThat(string("\"a\nb\r\nc\rd\"")).isEqualTo("a\nb\nc\nd");
  }

  @Test
  void symbolsHaveTheirNames() {
    assertThat(symbol("|a b|").name()).isEqualTo("a b");
    assertThat(symbol("|H\\x65;llo|")).isSameAs(Symbol.of("Hello"));
    assertThat(symbol("|\\t\\t|")).isSameAs(symbol("|\\x9;\\x9;|"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \t\r\n\f",
        "; a",
        "#|a|#",
        "#;a",
        "#;(a) #;b ;",
        "\uFEFF",
        "#!fold-case",
        "#!/bin/vm",
        "#! /bin/vm -x\n",
        "\uFEFF#!/bin/vm\r\n;"
      })
  void aTextMayHoldNoDatum(String text) {
    assertThat(DatumReader.readAll(Source.of("t", text))).isEmpty();
  }

  @Test
  void aTextHoldsItsDataInOrder() {
    List<Syntax> data = DatumReader.readAll(Source.of("t", "a 'b; x\n(c)\"d\"#\\e"));
    assertThat(data.stream().map(datum -> datum.span().text()))
        .containsExactly("a", "'b", "(c)", "\"d\"", "#\\e");
  }

  @Test
  void everyPartKnowsItsSpan() {
    Syntax.ListForm list = (Syntax.ListForm) only(" (a #(b) . \"c\" ) ");
    assertThat(list.span().text()).isEqualTo("(a #(b) . \"c\" )");
    assertThat(list.items().get(0).span()).hasToString("t:1:3");
    Syntax.VectorForm vector = (Syntax.VectorForm) list.items().get(1);
    assertThat(vector.span().text()).isEqualTo("#(b)");
    assertThat(vector.items().getFirst().span().text()).isEqualTo("b");
    Syntax tail = Objects.requireNonNull(list.tail());
    assertThat(tail.span().text()).isEqualTo("\"c\"");
  }

  @Test
  void anAbbreviationsSymbolHasTheSpanOfItsSign() {
    Syntax.ListForm list = (Syntax.ListForm) only(",@ (a)");
    assertThat(list.span().text()).isEqualTo(",@ (a)");
    assertThat(list.items().getFirst().span().text()).isEqualTo(",@");
    assertThat(list.items().getLast().span().text()).isEqualTo("(a)");
  }

  @Test
  void labelsStayInTheSyntax() {
    Syntax.Labelled labelled = (Syntax.Labelled) only("#12=(a . #12#)");
    assertThat(labelled.label()).isEqualTo(12);
    assertThat(labelled.span().text()).isEqualTo("#12=(a . #12#)");
    Syntax.ListForm list = (Syntax.ListForm) labelled.datum();
    assertThat(list.tail()).isInstanceOf(Syntax.LabelReference.class);
  }

  @Test
  void labelsMakeSharedAndCyclicStructure() {
    Pair ring = (Pair) DatumReader.readDatum("#0=(a b . #0#)");
    assertThat(((Pair) ring.cdr()).cdr()).isSameAs(ring);
    Vector vector = (Vector) DatumReader.readDatum("#1=#(#1# #2=(x) #2#)");
    assertThat(vector.get(0)).isSameAs(vector);
    assertThat(vector.get(1)).isSameAs(vector.get(2));
    Pair aliases = (Pair) DatumReader.readDatum("(#0=\"s\" #1=#0# . #1#)");
    assertThat(((Pair) aliases.cdr()).car()).isSameAs(aliases.car());
    assertThat(((Pair) aliases.cdr()).cdr()).isSameAs(aliases.car());
    Pair two = (Pair) DatumReader.readDatum("#0=#1=(#0# . #1#)");
    assertThat(two.car()).isSameAs(two);
    assertThat(two.cdr()).isSameAs(two);
    assertThat(rewritten("#0='(a #0#)")).isEqualTo("#0=(quote (a #0#))");
  }

  @Test
  void referencesAreToTheLastLabelOfTheirNumber() {
    Vector two = (Vector) DatumReader.readDatum("#(#0=(a . #0#) #0=(b . #0#) #00#)");
    assertThat(((Pair) two.get(0)).cdr()).isSameAs(two.get(0));
    assertThat(((Pair) two.get(1)).cdr()).isSameAs(two.get(1));
    assertThat(two.get(2)).isSameAs(two.get(1));
    Pair nested = (Pair) DatumReader.readDatum("#0=(#0=(a) #0# #0=(b) . #0#)");
    assertThat(Printer.write(nested)).isEqualTo("((a) (a) (b) b)");
  }

  @Test
  void aLabelMayHaveAnyNumber() {
    Pair pair =
        (Pair) DatumReader.readDatum("(#99999999999999999999=(a) . #99999999999999999999#)");
    assertThat(pair.cdr()).isSameAs(pair.car());
    pair = (Pair) DatumReader.readDatum("(#007=(a) . #7#)");
    assertThat(pair.cdr()).isSameAs(pair.car());
  }

  @Test
  void aLabelsScopeIsItsOutermostDatum() {
    assertThat(DatumReader.readAll(Source.of("t", "#0=a #0=b"))).hasSize(2);
    assertThat(ReadErrorsTest.isRejected("(#0=a) (#0#)")).isTrue();
  }

  @Test
  void literalsAreImmutable() {
    Pair pair = (Pair) DatumReader.readDatum("(#(a) \"s\" #u8(1))");
    assertThat(pair.isLiteral()).isTrue();
    assertThat(((Vector) pair.car()).isLiteral()).isTrue();
    Pair rest = (Pair) pair.cdr();
    assertThat(((Str) rest.car()).isLiteral()).isTrue();
    assertThat(((Bytevector) ((Pair) rest.cdr()).car()).isLiteral()).isTrue();
  }

  @Test
  void aSyntaxDenotesItsValueAsOftenAsItIsAsked() {
    Syntax syntax = only("(a \"b\" #(1/2))");
    Value one = DatumReader.toValue(syntax);
    Value two = DatumReader.toValue(syntax);
    assertThat(one).isNotSameAs(two);
    assertThat(Equivalence.equal(one, two)).isTrue();
  }

  private static String program(String text) {
    return DatumReader.readAll(Source.of("t", text)).stream()
        .map(DatumReader::toValue)
        .map(Printer::writeShared)
        .collect(java.util.stream.Collectors.joining(" "));
  }

  /** In code a reference stands for the text that it names; in a literal, for the object. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      value = {
        "(f #0=(g) #0#) ~ (f (g) (g))",
        "(f '(#0=(g) #0#)) ~ (f (quote (#0=(g) #0#)))",
        "(f (quote (#0=(g) #0#))) ~ (f (quote (#0=(g) #0#)))",
        "(f '#0=(g . #0#)) ~ (f (quote #0=(g . #0#)))",
        "(f #(#0=(g) #0#)) ~ (f #(#0=(g) #0#))",
        "(f '#0=(g) '(h . #0#)) ~ (f (quote (g)) (quote (h g)))",
        "(f '#0=(g) #0#) ~ (f (quote (g)) (g))",
        "(f #;#0=(g) #0=(h) #0#) ~ (f (h) (h))",
        "(f #0=(g) #0# #0=(h) #0#) ~ (f (g) (g) (h) (h))",
        "(f '(#0=(g) #;#0=(h) #0#)) ~ (f (quote (#0=(g) #0#)))",
        "(f #0=(g)) (#0=h #0#) ~ (f (g)) (h h)",
        "(f #0=(g #1=(h) #1#) #0#) ~ (f (g (h) (h)) (g (h) (h)))",
        "#0=(f #0#) ~ #0=(f #0#)"
      })
  void labelsInPrograms(String text, String written) {
    assertThat(program(text)).isEqualTo(written);
  }

  /** Labels of labels could stand for more than any machine holds. */
  @Test
  void labelsInCodeStandForSoMuchAndNoMore() {
    StringBuilder text = new StringBuilder("(f #0=(g a b c d e f g h)");
    for (int i = 1; i < 40; i++) {
      text.append(" #%d=(#%d# #%d#)".formatted(i, i - 1, i - 1));
    }
    assertThatThrownBy(() -> program(text.append(')').toString()))
        .isInstanceOf(dev.touchstone.vm.source.DiagnosticException.class)
        .hasMessageContaining("stand for more than");
  }
}
