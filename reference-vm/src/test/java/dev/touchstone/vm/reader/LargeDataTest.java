package dev.touchstone.vm.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.value.Equivalence;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deep and long data, on the stack of an ordinary thread. What is linear takes a second or two. */
@Timeout(120)
class LargeDataTest {
  private static final int MILLION = 1_000_000;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"(, ), ()", "#(, ), #()", "(a . , ), b"})
  void deep(String open, String close, String innermost) {
    String head = open.strip() + (open.contains(".") ? " " : "");
    String text = head.repeat(MILLION) + innermost + close.repeat(MILLION);
    Value value = DatumReader.readDatum(text);
    String written = Printer.write(value);
    if (!open.contains(".")) {
      assertThat(written.equals(text)).isTrue();
    }
    assertThat(Equivalence.equal(value, DatumReader.readDatum(written))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"'", "#;a '"})
  void deepAbbreviations(String sign) {
    Value value = DatumReader.readDatum(sign.repeat(MILLION) + "x");
    assertThat(Printer.write(value)).endsWith(" x" + ")".repeat(MILLION));
  }

  @Test
  void manyDatumCommentsInARow() {
    String text = "(" + "#;".repeat(MILLION) + "a ".repeat(MILLION) + "b)";
    assertThat(Printer.write(DatumReader.readDatum(text))).isEqualTo("(b)");
  }

  @Test
  void deepBlockComments() {
    assertThat(
            Printer.write(DatumReader.readDatum("#|".repeat(MILLION) + "|#".repeat(MILLION) + "x")))
        .isEqualTo("x");
  }

  @Test
  void unclosedAMillionTimes() {
    assertThat(ReadErrorsTest.isRejected("(".repeat(MILLION))).isTrue();
    assertThat(ReadErrorsTest.isRejected("'".repeat(MILLION))).isTrue();
  }

  @Test
  void aLongList() {
    String text = "(" + "12 ".repeat(MILLION) + "x)";
    Value value = DatumReader.readDatum(text);
    assertThat(Printer.write(value).equals(text)).isTrue();
    assertThat(Printer.writeShared(value).equals(text)).isTrue();
    assertThat(Equivalence.equal(value, DatumReader.readDatum(text))).isTrue();
  }

  @Test
  void aLongVector() {
    String text = "#(" + "a ".repeat(MILLION) + "x)";
    assertThat(Printer.write(DatumReader.readDatum(text)).equals(text)).isTrue();
  }

  @Test
  void aLongRing() {
    Value ring = DatumReader.readDatum("#0=(" + "a ".repeat(MILLION) + ". #0#)");
    assertThat(Printer.write(ring)).startsWith("#0=(a a ").endsWith(" a . #0#)");
    Value twice = DatumReader.readDatum("(a . #0=(" + "a ".repeat(7) + ". #0#))");
    assertThat(Equivalence.equal(ring, twice)).isTrue();
    ((Pair) twice).setCar(DatumReader.readDatum("b"));
    assertThat(Equivalence.equal(ring, twice)).isFalse();
  }

  @Test
  void aLongString() {
    String content = "λx\\n".repeat(2_500_000);
    Str string = (Str) DatumReader.readDatum("\"" + content + "\"");
    assertThat(string.length()).isEqualTo(7_500_000);
    assertThat(Printer.write(string).equals("\"" + content + "\"")).isTrue();
  }

  @Test
  void aLongNumber() {
    String digits = "7".repeat(200_000);
    assertThat(Printer.write(DatumReader.readDatum(digits)).equals(digits)).isTrue();
  }

  @Test
  void aLabelOfALabelOfALabel() {
    StringBuilder text = new StringBuilder("(#0=(a)");
    for (int i = 1; i < 200_000; i++) {
      text.append(" #").append(i).append("=#").append(i - 1).append('#');
    }
    Pair value = (Pair) DatumReader.readDatum(text.append(')').toString());
    assertThat(Printer.writeShared(value)).startsWith("(#0=(a) #0# #0# ").endsWith(" #0# #0#)");
  }

  @Test
  void aLongRatioIsReadOrRefusedSoon() {
    assertThat(ReadErrorsTest.isRejected("1" + "3".repeat(400_000) + "/" + "7".repeat(400_000)))
        .isTrue();
    assertThat(ReadErrorsTest.isRejected("#e1." + "3".repeat(400_000))).isTrue();
    assertThat(ReadErrorsTest.isRejected("1" + "3".repeat(400_000) + "/7")).isFalse();
  }

  @Test
  void manyLabels() {
    StringBuilder text = new StringBuilder("(");
    for (int i = 0; i < 100_000; i++) {
      text.append('#').append(i).append("=(a) #").append(i).append("# ");
    }
    Pair value = (Pair) DatumReader.readDatum(text.append(')').toString());
    assertThat(((Pair) value.cdr()).car()).isSameAs(value.car());
    assertThat(Printer.writeShared(value)).startsWith("(#0=(a) #0# #1=(a) #1# ");
  }
}
