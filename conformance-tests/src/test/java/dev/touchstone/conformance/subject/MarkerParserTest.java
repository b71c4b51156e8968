package dev.touchstone.conformance.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.subject.process.Bytes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkerParserTest {
  private static MarkerParser parse(String text) {
    return MarkerParser.parse(Bytes.utf8(text), "<N>");
  }

  @Test
  void outputStandsBetweenStartAndValue() {
    MarkerParser parsed = parse("before<N>Sout<N>V1<N>,(2 3)<N>,<N>Eafter");
    assertThat(parsed.started()).isTrue();
    assertThat(parsed.ended()).isTrue();
    assertThat(parsed.output()).isEqualTo("out");
    assertThat(parsed.values()).isEqualTo(Optional.of(List.of("1", "(2 3)")));
  }

  @Test
  void aMarkedEndWithoutValueHasNone() {
    MarkerParser parsed = parse("<N>Sλ<N>E");
    assertThat(parsed.output()).isEqualTo("λ");
    assertThat(parsed.outputBytes()).isEqualTo(2);
    assertThat(parsed.values()).isEmpty();
    assertThat(parsed.ended()).isTrue();
  }

  @Test
  void noValuesAreAnEmptyList() {
    assertThat(parse("<N>S<N>V<N>E").values()).isEqualTo(Optional.of(List.of()));
  }

  @Test
  void aValueThatBreaksOffIsNone() {
    MarkerParser parsed = parse("<N>Sout<N>V(1 2");
    assertThat(parsed.output()).isEqualTo("out");
    assertThat(parsed.values()).isEmpty();
    assertThat(parsed.ended()).isFalse();
  }

  @Test
  void withoutAStartNothingElseCounts() {
    MarkerParser parsed = parse("out<N>V1<N>,<N>E");
    assertThat(parsed.started()).isFalse();
    assertThat(parsed.ended()).isFalse();
  }

  @Test
  void anotherNonceIsOutput() {
    assertThat(parse("<N>SNE<M>E V").output()).isEqualTo("NE<M>E V");
  }
}
