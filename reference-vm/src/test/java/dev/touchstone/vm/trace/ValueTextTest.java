package dev.touchstone.vm.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.value.Condition;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTextTest {
  private static String text(String datum) {
    return ValueText.of(DatumReader.readDatum(datum));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12",
        "-1/2",
        "#t",
        "(a b . c)",
        "#(1 (2) ())",
        "\"a\\nb\"",
        "#\\a",
        "()",
        "|a b|",
        "(quote x)"
      })
  void aShortDatumIsWritten(String datum) {
    assertThat(text(datum)).isEqualTo(datum);
  }

  @Test
  void whatIsLongIsItsKind() {
    assertThat(text("\"" + "x".repeat(58) + "\"")).hasSize(60);
    assertThat(text("\"" + "x".repeat(59) + "\"")).isEqualTo("#<string>");
    assertThat(text("(" + "x ".repeat(40) + ")")).isEqualTo("#<pair>");
    assertThat(text("#(" + "x ".repeat(40) + ")")).isEqualTo("#<vector>");
    assertThat(text("9".repeat(100_000))).isEqualTo("#<number>");
    assertThat(text("(".repeat(5_000) + ")".repeat(5_000))).isEqualTo("#<pair>");
    assertThat(text("#0=(1 . #0#)")).isEqualTo("#<pair>");
  }

  @Test
  void whatNoDatumStandsForIsItsKind() {
    Value error = new Condition(ErrorClass.TYPE, "m", List.of());
    assertThat(ValueText.of(error)).isEqualTo("#<error type>");
    assertThat(ValueText.of(Unspecified.INSTANCE)).isEqualTo("#<unspecified>");
  }
}
