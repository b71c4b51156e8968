package dev.touchstone.vm.bytecode.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.touchstone.vm.bytecode.CaptureKind;
import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.SpanTable;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Box;
import dev.touchstone.vm.value.Equivalence;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;
import dev.touchstone.vm.value.Vector;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryRoundTripTest {
  private static Code code(String name, List<Value> constants, List<Code> nested, Span span) {
    SpanTable.Builder spans = new SpanTable.Builder();
    spans.add(0, span);
    return new Code(
        name,
        2,
        true,
        3,
        70_000,
        List.of(CaptureKind.BOX, CaptureKind.VALUE),
        new int[] {0, 127, 128, 65_536, Integer.MAX_VALUE},
        constants,
        nested,
        spans.build());
  }

  private static Unit unit(Value... constants) {
    return new Unit(code("main", List.of(constants), List.of(), Span.NOWHERE), List.of(), false);
  }

  private static Value there(Value constant) {
    return BinaryReader.read(BinaryWriter.write(unit(constant))).main().constants().getFirst();
  }

  private static Value datum(String text) {
    Source source = Source.of("test", text);
    return DatumReader.toValue(DatumReader.readAll(source).getFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#t",
        "#f",
        "()",
        "0",
        "-1",
        "127",
        "128",
        "-128",
        "-129",
        "9223372036854775807",
        "-9223372036854775808",
        "9223372036854775808",
        "123456789012345678901234567890",
        "1/3",
        "-22/7",
        "1.5",
        "1/2-3i",
        "-0.0+2.5i",
        "-0.0",
        "+nan.0",
        "-inf.0",
        "1e-320",
        "#\\a",
        "#\\x1F600",
        "\"\"",
        "\"text\\n\\x1F600;\\x0;\"",
        "symbol",
        "|with space|",
        "||",
        "(1 (2 . 3) . 4)",
        "#()",
        "#(1 #(a) (b))",
        "#u8()",
        "#u8(0 255)",
        "#0=(1 . #0#)",
        "#0=#(#0# #1=(2) #1#)",
        "(#0=(x) #0#)"
      })
  void aDatumStaysWhatItIs(String text) {
    Value value = datum(text);
    Value back = there(value);
    assertThat(Printer.write(back)).isEqualTo(Printer.write(value));
    assertThat(Equivalence.equal(back, value)).isTrue();
  }

  @Test
  void theUnspecifiedValueIsAConstant() {
    assertThat(there(Unspecified.INSTANCE)).isSameAs(Unspecified.INSTANCE);
  }

  @Test
  void whatIsReadIsALiteral() {
    assertThat(((Str) there(datum("\"a\""))).isLiteral()).isTrue();
    assertThat(((Pair) there(datum("(a)"))).isLiteral()).isTrue();
    assertThat(((Vector) there(datum("#(a)"))).isLiteral()).isTrue();
  }

  @Test
  void whatIsOneStaysOne() {
    Value one = datum("(a)");
    Unit back = BinaryReader.read(BinaryWriter.write(unit(one, Pair.literal(one, one), one)));
    List<Value> constants = back.main().constants();
    assertThat(constants.get(2)).isSameAs(constants.get(0));
    assertThat(((Pair) constants.get(1)).cdr()).isSameAs(constants.get(0));
  }

  @Test
  void neitherDepthNorLengthMatters() {
    int depth = 1_000_000;
    Value nested = datum("(".repeat(depth) + ")".repeat(depth));
    assertThat(Equivalence.equal(there(nested), nested)).isTrue();
    Value list = datum("(" + "1 ".repeat(depth) + ")");
    assertThat(Equivalence.equal(there(list), list)).isTrue();
    Code code = code("last", List.of(), List.of(), Span.NOWHERE);
    for (int i = 0; i < 100_000; i++) {
      code = code("outer", List.of(), List.of(code), Span.NOWHERE);
    }
    byte[] bytes = BinaryWriter.write(new Unit(code, List.of(), false));
    assertThat(BinaryWriter.write(BinaryReader.read(bytes))).isEqualTo(bytes);
  }

  @Test
  void headersWordsNamesAndNestingStay() {
    Code first = code("first", List.of(), List.of(), Span.NOWHERE);
    Code second = code("second λ", List.of(), List.of(first), Span.NOWHERE);
    Code third = code("", List.of(), List.of(), Span.NOWHERE);
    Unit unit =
        new Unit(
            code("main", List.of(), List.of(second, third), Span.NOWHERE),
            List.of(Symbol.of("car"), Symbol.of("λ")),
            true);
    Unit back = BinaryReader.read(BinaryWriter.write(unit));
    assertThat(back.hasValue()).isTrue();
    assertThat(back.globals()).isEqualTo(unit.globals());
    Code main = back.main();
    assertThat(main.required()).isEqualTo(2);
    assertThat(main.hasRest()).isTrue();
    assertThat(main.locals()).isEqualTo(3);
    assertThat(main.maxStack()).isEqualTo(70_000);
    assertThat(main.captureKinds()).containsExactly(CaptureKind.BOX, CaptureKind.VALUE);
    assertThat(main.words()).isEqualTo(unit.main().words());
    assertThat(main.nested()).extracting(Code::name).containsExactly("second λ", "");
    assertThat(main.nested().getFirst().nested()).extracting(Code::name).containsExactly("first");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(car\n  x)", "😀(car λ\r\n 😀x)😀", ""})
  void spansKeepSourceLineAndColumn(String text) {
    Source source = Source.of("dir/a b.scm", text);
    for (int start = 0; start <= text.length(); start = next(text, start)) {
      for (int end = start; end <= text.length(); end = next(text, end)) {
        Span span = new Span(source, start, end);
        Unit unit = new Unit(code("main", List.of(), List.of(), span), List.of(), false);
        Span back = BinaryReader.read(BinaryWriter.write(unit)).main().spanAt(3);
        assertThat(back.toString()).isEqualTo(span.toString());
        assertThat(back.text()).isEqualTo(span.text());
        assertThat(back.source().text()).isEqualTo(text);
      }
    }
  }

  private static int next(String text, int unit) {
    return unit == text.length() ? unit + 1 : text.offsetByCodePoints(unit, 1);
  }

  @Test
  void theSameUnitIsTheSameBytes() {
    Unit unit = unit(datum("(a #0=(b) #0#)"));
    byte[] bytes = BinaryWriter.write(unit);
    assertThat(BinaryWriter.write(unit)).isEqualTo(bytes);
    assertThat(BinaryWriter.write(BinaryReader.read(bytes))).isEqualTo(bytes);
    assertThat(BinaryReader.isBinary(bytes)).isTrue();
    assertThat(BinaryReader.isBinary(new byte[] {'(', 'c'})).isFalse();
  }

  @Test
  void whatNoCompilerMakesIsNotWritten() {
    assertThatIllegalArgumentException().isThrownBy(() -> BinaryWriter.write(unit(new Box(null))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BinaryWriter.write(unit(Str.of("\uD800"))));
    Code negative =
        new Code(
            "main",
            0,
            false,
            0,
            1,
            List.of(),
            new int[] {-1},
            List.of(),
            List.of(),
            new SpanTable.Builder().build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BinaryWriter.write(new Unit(negative, List.of(), false)));
  }
}
