package dev.touchstone.conformance.subject.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineBufferTest {
  private final LineBuffer buffer = new LineBuffer(10);

  private void take(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    buffer.take(bytes, bytes.length);
  }

  private Optional<String> poll() {
    return buffer.poll().map(line -> new String(line, StandardCharsets.UTF_8));
  }

  @Test
  void aLineIsThereWhenItHasItsEnd() {
    take("on");
    assertThat(buffer.ready()).isFalse();
    assertThat(poll()).isEmpty();
    take("e\nrest");
    assertThat(buffer.ready()).isTrue();
    assertThat(poll()).contains("one");
    assertThat(buffer.ready()).isFalse();
    assertThat(buffer.rest()).asString().isEqualTo("rest");
  }

  @Test
  void onlyWhatTheCallerCountsIsTaken() {
    buffer.take("a\nb\n".getBytes(StandardCharsets.UTF_8), 2);
    assertThat(poll()).contains("a");
    assertThat(poll()).isEmpty();
  }

  @Test
  void aLineOfJustTheLimitIsNotTooLong() {
    take("0123456789\n");
    assertThat(buffer.overlong()).isFalse();
    assertThat(poll()).contains("0123456789");
  }

  @Test
  void aLongerOneIsToldBeforeItsEndAndKeptUpToTheLimit() {
    take("0123456789");
    assertThat(buffer.ready()).isFalse();
    take("x");
    assertThat(buffer.ready()).isTrue();
    assertThat(buffer.overlong()).isTrue();
    assertThat(buffer.rest()).asString().isEqualTo("0123456789");
  }

  @Test
  void theLimitOfTheNextLineCanBeSet() {
    buffer.allow(12);
    take("0123456789x\n");
    assertThat(buffer.overlong()).isFalse();
    assertThat(poll()).contains("0123456789x");
  }

  @Test
  void ofALineThatNobodyWaitsForOnlyTheBeginningIsKept() {
    buffer.allow(100_000);
    take("answer\n" + "y".repeat(50_000) + "\nmore\nmore\n");
    assertThat(buffer.overlong()).isFalse();
    assertThat(poll()).contains("answer");
    assertThat(poll()).contains("y".repeat(400));
    assertThat(poll()).isEmpty();
  }
}
