package dev.touchstone.conformance.subject.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TranscriptTest {
  private static void append(Transcript transcript, String text) {
    byte[] bytes = Bytes.utf8(text);
    transcript.append(bytes, bytes.length);
  }

  @Test
  void theBeginningAndTheEndAreKept() {
    Transcript transcript = new Transcript(10, new byte[0]);
    append(transcript, "0123456");
    assertThat(transcript.overflowed()).isFalse();
    append(transcript, "789" + "x".repeat(10_000) + "end");
    assertThat(transcript.overflowed()).isTrue();
    assertThat(transcript.total()).isEqualTo(10_013);
    assertThat(new String(transcript.head(), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("0123456789");
    assertThat(transcript.text()).startsWith("0123456789\n...\nxxx").endsWith("xend").hasSize(8207);
    assertThat(transcript.endsWith(Bytes.utf8("end"))).isTrue();
  }

  @Test
  void aTextIsSeenAcrossPiecesAndBeyondTheLimit() {
    Transcript transcript = new Transcript(4, Bytes.utf8("marker"));
    append(transcript, "123456mar");
    append(transcript, "k");
    assertThat(transcript.needleSeen()).isFalse();
    append(transcript, "er");
    assertThat(transcript.needleSeen()).isTrue();
  }

  @Test
  void theFirstInvalidByteIsFound() {
    assertThat(Bytes.firstInvalid(Bytes.utf8("aλ😀".repeat(5000)))).isEqualTo(OptionalInt.empty());
    byte[] bytes = Bytes.utf8("x".repeat(20_000) + "y");
    bytes[20_000] = (byte) 0xFF;
    assertThat(Bytes.firstInvalid(bytes)).isEqualTo(OptionalInt.of(20_000));
    assertThat(Bytes.firstInvalid(new byte[] {'a', (byte) 0xC3})).isEqualTo(OptionalInt.of(1));
  }
}
