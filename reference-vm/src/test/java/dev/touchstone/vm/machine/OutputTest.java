package dev.touchstone.vm.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputTest {
  @ParameterizedTest
  @CsvSource({"abc, 3", "é, 2", "λλ, 4", "€, 3", "😀, 4", "a😀€é, 10"})
  void countsBytesOfUtf8(String text, int bytes) {
    StringBuilder written = new StringBuilder();
    new Output(written::append, bytes).write(text);
    assertThat(written).hasToString(text);
    Output tooSmall = new Output(written::append, bytes - 1);
    assertThatThrownBy(() -> tooSmall.write(text)).isInstanceOf(Exhaustion.class);
    assertThat(written).hasToString(text);
  }

  @Test
  void addsUpWhatIsWritten() {
    StringBuilder written = new StringBuilder();
    Output output = new Output(written::append, 5);
    output.write("abc");
    output.write("de");
    assertThatThrownBy(() -> output.write("f")).isInstanceOf(Exhaustion.class);
    assertThat(written).hasToString("abcde");
  }
}
