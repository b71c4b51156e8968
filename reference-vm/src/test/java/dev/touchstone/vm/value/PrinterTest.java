package dev.touchstone.vm.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.vm.source.ErrorClass;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrinterTest {
  private static Value list(Value... items) {
    Value list = EmptyList.INSTANCE;
    for (int i = items.length - 1; i >= 0; i--) {
      list = Pair.of(items[i], list);
    }
    return list;
  }

  private static Symbol symbol(String name) {
    return Symbol.of(name);
  }

  @Test
  void listsAndVectors() {
    assertThat(Printer.write(list())).isEqualTo("()");
    assertThat(Printer.write(list(symbol("a"), list(symbol("b")), Bool.TRUE)))
        .isEqualTo("(a (b) #t)");
    assertThat(Printer.write(Pair.of(symbol("a"), Pair.of(symbol("b"), symbol("c")))))
        .isEqualTo("(a b . c)");
    assertThat(Printer.write(Pair.of(Fixnum.of(1), Vector.of()))).isEqualTo("(1 . #())");
    assertThat(Printer.write(Vector.of(Fixnum.of(1), list(Fixnum.of(2)), Bool.FALSE)))
        .isEqualTo("#(1 (2) #f)");
    assertThat(Printer.write(Bytevector.of((byte) 0, (byte) 127, (byte) -1)))
        .isEqualTo("#u8(0 127 255)");
    assertThat(Printer.write(list(symbol("quote"), symbol("a")))).isEqualTo("(quote a)");
  }

  @ParameterizedTest
  @CsvSource({
    "97, a", "32, space", "10, newline", "9, tab", "13, return", "0, null", "7, alarm",
    "8, backspace", "127, delete", "27, escape", "40, (", "120, x", "955, λ", "128512, 😀",
    "1, x1", "160, xa0", "769, x301", "8203, x200b", "65535, xffff"
  })
  void characters(int codePoint, String name) {
    assertThat(Printer.write(Char.of(codePoint))).isEqualTo("#\\" + name);
    assertThat(Printer.display(Char.of(codePoint))).isEqualTo(Character.toString(codePoint));
  }

  @Test
  void strings() {
    Str string = Str.of("a\"b\\c\n\t\r\u0007\b\u0000\u001b|λ😀");
    assertThat(Printer.write(string)).isEqualTo("\"a\\\"b\\\\c\\n\\t\\r\\a\\b\\x0;\\x1b;|λ😀\"");
    assertThat(Printer.display(string)).isEqualTo(string.text());
    assertThat(Printer.write(Str.of(""))).isEqualTo("\"\"");
    assertThat(Printer.display(list(Str.of("a"), Char.of('b')))).isEqualTo("(a b)");
  }

  @Test
  void symbols() {
    assertThat(Printer.write(symbol("a->b"))).isEqualTo("a->b");
    assertThat(Printer.write(symbol("Hello"))).isEqualTo("Hello");
    assertThat(Printer.write(symbol(""))).isEqualTo("||");
    assertThat(Printer.write(symbol("1+"))).isEqualTo("|1+|");
    assertThat(Printer.write(symbol("a b"))).isEqualTo("|a b|");
    assertThat(Printer.write(symbol("a|b\\c\nd"))).isEqualTo("|a\\|b\\\\c\\nd|");
    assertThat(Printer.write(symbol("."))).isEqualTo("|.|");
    assertThat(Printer.write(symbol("+i"))).isEqualTo("|+i|");
    assertThat(Printer.display(symbol("a b"))).isEqualTo("a b");
  }

  @ParameterizedTest
  @CsvSource({
    "0.0, 0.0",
    "-0.0, -0.0",
    "1, 1.0",
    "0.5, 0.5",
    "-2.5, -2.5",
    "1e100, 1e100",
    "1e21, 1e21",
    "1e20, 100000000000000000000.0",
    "123456789.125, 123456789.125",
    "1.5e-10, 1.5e-10",
    "1e-7, 0.0000001",
    "-1.25e300, -1.25e300",
    "4.9e-324, 5e-324",
    "2e-3, 0.002",
    "NaN, +nan.0",
    "Infinity, +inf.0",
    "-Infinity, -inf.0"
  })
  void flonums(double value, String text) {
    assertThat(Printer.write(Flonum.of(value))).isEqualTo(text);
  }

  @Test
  void whatHasNoLiteral() {
    Procedure procedure =
        new Procedure() {
          @Override
          public String name() {
            return "car";
          }
        };
    assertThat(Printer.write(procedure)).isEqualTo("#<procedure car>");
    assertThat(Printer.write(Eof.INSTANCE)).isEqualTo("#<eof>");
    assertThat(Printer.write(Unspecified.INSTANCE)).isEqualTo("#<unspecified>");
    assertThat(Printer.write(new Condition(ErrorClass.DIVIDE_BY_ZERO, "Zero.", List.of())))
        .isEqualTo("#<condition divide-by-zero>");
  }

  @Test
  void cyclesGetLabels() {
    Pair ring = Pair.of(symbol("a"), EmptyList.INSTANCE);
    ring.setCdr(ring);
    assertThat(Printer.write(ring)).isEqualTo("#0=(a . #0#)");
    assertThat(Printer.display(ring)).isEqualTo("#0=(a . #0#)");
    assertThat(Printer.write(list(ring, ring))).isEqualTo("(#0=(a . #0#) #0#)");

    Vector vector = Vector.filled(2, Fixnum.of(1));
    vector.set(1, vector);
    assertThat(Printer.write(vector)).isEqualTo("#0=#(1 #0#)");

    Pair second = Pair.of(symbol("c"), EmptyList.INSTANCE);
    Pair tail = Pair.of(symbol("a"), Pair.of(symbol("b"), second));
    second.setCdr(second);
    assertThat(Printer.write(tail)).isEqualTo("(a b . #0=(c . #0#))");
    second.setCdr(tail);
    second.setCar(second);
    assertThat(Printer.write(tail)).isEqualTo("#0=(a b . #1=(#1# . #0#))");
  }

  @Test
  void sharingGetsLabelsInWriteSharedAlone() {
    Value shared = list(symbol("x"));
    Value both = list(shared, shared);
    assertThat(Printer.write(both)).isEqualTo("((x) (x))");
    assertThat(Printer.writeShared(both)).isEqualTo("(#0=(x) #0#)");
    assertThat(Printer.writeSimple(both)).isEqualTo("((x) (x))");
    assertThat(Printer.writeShared(Pair.of(shared, shared))).isEqualTo("(#0=(x) . #0#)");
    assertThat(Printer.writeShared(list(Fixnum.of(1), Fixnum.of(1)))).isEqualTo("(1 1)");
    Value empty = Vector.of();
    assertThat(Printer.writeShared(list(empty, empty))).isEqualTo("(#0=#() #0#)");
    assertThat(Printer.write(list(empty, empty))).isEqualTo("(#() #())");
  }

  @Test
  void sharingWithoutACycleGetsNoLabelHoweverLarge() {
    Value doubled = Symbol.of("x");
    for (int i = 0; i < 16; i++) {
      doubled = list(doubled, doubled);
    }
    assertThat(Printer.write(doubled)).hasSizeGreaterThan(1 << 17).doesNotContain("#");
  }

  @Test
  void aRingOfAnySizeGetsOneLabel() {
    for (int size : new int[] {10, 1000, 5000, 20_000}) {
      Pair last = Pair.of(Fixnum.of(1), EmptyList.INSTANCE);
      Value ring = last;
      for (int i = 1; i < size; i++) {
        ring = Pair.of(Fixnum.of(1), ring);
      }
      last.setCdr(ring);
      assertThat(Printer.write(ring)).isEqualTo("#0=(" + "1 ".repeat(size) + ". #0#)");
    }
  }

  /** Every cell twice in the next: 2 to the power 60 cells as text, 60 in memory. */
  @Test
  void aTextThatIsTooLongIsRefused() {
    Value doubled = symbol("x");
    for (int i = 0; i < 60; i++) {
      doubled = Pair.of(doubled, doubled);
    }
    Value value = doubled;
    assertThat(Printer.writeShared(value)).startsWith("(#0=(#1=(").hasSizeLessThan(1000);
    assertThat(
            catchThrowableOfType(SchemeError.class, () -> Printer.write(value))
                .condition()
                .errorClass())
        .isEqualTo(ErrorClass.LIMIT);
  }
}
