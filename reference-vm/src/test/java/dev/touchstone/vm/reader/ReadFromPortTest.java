package dev.touchstone.vm.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.value.ByteSource;
import dev.touchstone.vm.value.Eof;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.TextInputPort;
import dev.touchstone.vm.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code read}: one datum at a time, and nothing behind it. */
class ReadFromPortTest {
  private static final String DATA =
      "(a #(b \"c\\\"\\n\" #\\( #\\space) . |d e|) #;(x 'y) 'λ #u8(1 2) #0=(z . #0#)\n"
          + "#| no #| nor |# this |# ; comment\n -12 #!fold-case ABC #t \"\" `(p ,q ,@r)";

  private static final List<String> READ =
      List.of(
          "(a #(b \"c\\\"\\n\" #\\( #\\space) . |d e|)",
          "(quote λ)",
          "#u8(1 2)",
          "#0=(z . #0#)",
          "-12",
          "abc",
          "#t",
          "\"\"",
          "(quasiquote (p (unquote q) (unquote-splicing r)))");

  /** Octets that come in pieces, each as if somebody had typed it. */
  private static ByteSource pieces(List<byte[]> pieces) {
    List<byte[]> left = new ArrayList<>(pieces);
    return new ByteSource() {
      @Override
      public int read(byte[] into, int from, int count) {
        if (left.isEmpty()) {
          return -1;
        }
        byte[] piece = left.removeFirst();
        System.arraycopy(piece, 0, into, from, piece.length);
        return piece.length;
      }

      @Override
      public boolean ready() {
        return true;
      }

      @Override
      public void close() {}
    };
  }

  private static List<String> readAll(TextInputPort port) {
    List<String> written = new ArrayList<>();
    Value datum = DatumReader.read(port);
    while (datum != Eof.INSTANCE) {
      written.add(Printer.write(datum));
      datum = DatumReader.read(port);
    }
    return written;
  }

  @Test
  void readsDatumAfterDatum() {
    assertThat(readAll(TextInputPort.of(Str.of(DATA)))).isEqualTo(READ);
  }

  @Test
  void readsTheSameWhereverTheOctetsAreSplit() {
    byte[] octets = DATA.getBytes(StandardCharsets.UTF_8);
    for (int split = 1; split < octets.length; split++) {
      byte[] first = java.util.Arrays.copyOfRange(octets, 0, split);
      byte[] second = java.util.Arrays.copyOfRange(octets, split, octets.length);
      assertThat(readAll(TextInputPort.of(pieces(List.of(first, second)))))
          .as("split at " + split)
          .isEqualTo(READ);
    }
  }

  @Test
  void readsOctetByOctet() {
    List<byte[]> single = new ArrayList<>();
    for (byte octet : DATA.getBytes(StandardCharsets.UTF_8)) {
      single.add(new byte[] {octet});
    }
    assertThat(readAll(TextInputPort.of(pieces(single)))).isEqualTo(READ);
  }

  /** A person who types must not be waited for once the datum is whole. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      value = {
        "(a b)x ~ (a b) ~ x",
        "\"a\"x ~ \"a\" ~ x",
        "#(1)x ~ #(1) ~ x",
        "abc x ~ abc ~ ' '",
        "abc(x ~ abc ~ (",
        "12;x ~ 12 ~ ;",
        "#\\a x ~ #\\a ~ ' '",
        "#\\(x y ~ NO ~ ' '",
        "#t\"x ~ #t ~ \"",
        "'ab)x ~ (quote ab) ~ )",
        "#;a b c ~ b ~ ' '",
        "#u8(1)x ~ #u8(1) ~ x",
        "(a))x ~ (a) ~ )",
        "|a b|x ~ |a b| ~ x",
        "#0=(a)x ~ (a) ~ x"
      })
  void leavesWhatIsBehindTheDatum(String text, String written, String next) {
    TextInputPort port = TextInputPort.of(Str.of(text));
    if (written.equals("NO")) {
      assertThatThrownBy(() -> DatumReader.read(port)).isInstanceOf(SchemeError.class);
    } else {
      assertThat(Printer.write(DatumReader.read(port))).isEqualTo(written);
    }
    assertThat(Character.toString(port.read())).isEqualTo(next.equals("' '") ? " " : next);
  }

  @Test
  void asksForNothingBehindALastParenthesis() {
    TextInputPort port =
        TextInputPort.of(
            new ByteSource() {
              private boolean asked;

              @Override
              public int read(byte[] into, int from, int count) {
                assertThat(asked).as("asked again").isFalse();
                asked = true;
                into[from] = '(';
                into[from + 1] = ')';
                return 2;
              }

              @Override
              public boolean ready() {
                return !asked;
              }

              @Override
              public void close() {}
            });
    assertThat(Printer.write(DatumReader.read(port))).isEqualTo("()");
  }

  /** Whatever the text is, `read` finds in it what the reader of programs finds, or an error. */
  @Test
  void agreesWithTheReaderOfProgramsOnEachPrefix() {
    for (int end = 0; end <= DATA.length(); end++) {
      String text = DATA.substring(0, end);
      List<String> programs = null;
      try {
        programs =
            DatumReader.readAll(dev.touchstone.vm.source.Source.of("t", text)).stream()
                .map(syntax -> Printer.write(DatumReader.toValue(syntax)))
                .toList();
      } catch (dev.touchstone.vm.source.DiagnosticException rejection) {
        assertThatThrownBy(() -> readAll(TextInputPort.of(Str.of(text)))).as(text).isNotNull();
      }
      if (programs != null) {
        assertThat(readAll(TextInputPort.of(Str.of(text)))).as(text).isEqualTo(programs);
      }
    }
  }

  @Test
  void randomDataComeBackThroughAPort() {
    long seed = System.nanoTime();
    RandomData data = new RandomData(new Random(seed));
    for (int i = 0; i < 500; i++) {
      String first = Printer.write(data.tree(30));
      String second = Printer.write(data.tree(30));
      TextInputPort port = TextInputPort.of(Str.of(first + " " + second));
      assertThat(readAll(port)).as("seed " + seed).containsExactly(first, second);
    }
  }

  @Test
  void anErrorTellsTheLineAndColumnInThePort() {
    TextInputPort port = TextInputPort.of(Str.of("a\n(b\n  #<c>)"));
    DatumReader.read(port);
    assertThatThrownBy(() -> DatumReader.read(port))
        .isInstanceOfSatisfying(
            SchemeError.class,
            error -> {
              assertThat(error.condition().errorClass()).isEqualTo(ErrorClass.READ);
              assertThat(error.condition().message()).contains("line 3, column 3");
            });
  }

  @Test
  void octetsThatAreNoTextAreAnErrorAndThenPassed() {
    byte[] octets = {'a', (byte) 0xC3, 'b', (byte) 0xE2, (byte) 0x82};
    TextInputPort port = TextInputPort.of(ByteSource.of(octets));
    assertThat(port.read()).isEqualTo('a');
    assertThatThrownBy(port::read).isInstanceOf(SchemeError.class);
    assertThat(port.read()).isEqualTo('b');
    assertThatThrownBy(port::read).isInstanceOf(SchemeError.class);
    assertThatThrownBy(port::read).isInstanceOf(SchemeError.class);
    assertThat(port.read()).isEqualTo(TextInputPort.END);
  }

  @ParameterizedTest
  @CsvSource({"C0 80", "ED A0 80", "F4 90 80 80", "F8 88 80 80 80", "80", "E0 80 80", "FF"})
  void octetsThatLookLikeUtf8ButAreNoneAreRefused(String hex) {
    byte[] octets = java.util.HexFormat.ofDelimiter(" ").parseHex(hex);
    TextInputPort port = TextInputPort.of(ByteSource.of(octets));
    assertThatThrownBy(port::read).isInstanceOf(SchemeError.class);
  }
}
