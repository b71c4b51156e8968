package dev.touchstone.vm.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTest {
  @ParameterizedTest
  @CsvSource({"0, 1, 1", "2, 1, 3", "3, 2, 1", "4, 3, 1", "5, 3, 2", "6, 3, 3"})
  void placesCountFromOne(int offset, int line, int column) {
    Source source = Source.of("s", "ab\n\ncd");
    assertThat(source.line(offset)).isEqualTo(line);
    assertThat(source.column(offset)).isEqualTo(column);
  }

  @Test
  void columnsCountCodePoints() {
    Source source = Source.of("s", "x\n😀é😀y");
    assertThat(source.column(source.text().indexOf('y'))).isEqualTo(4);
    assertThat(source.column(source.text().length())).isEqualTo(5);
  }

  @Test
  void aNewlineAReturnAndBothEndALine() {
    Source source = Source.of("s", "a\r\nb\rc\nd");
    assertThat(source.line(source.text().indexOf('b'))).isEqualTo(2);
    assertThat(source.line(source.text().indexOf('c'))).isEqualTo(3);
    assertThat(source.line(source.text().indexOf('d'))).isEqualTo(4);
    assertThat(source.lineText(1)).isEqualTo("a");
    assertThat(source.lineText(2)).isEqualTo("b");
    assertThat(source.lineText(4)).isEqualTo("d");
  }

  @Test
  void aLineKeepsTheSpacesAtItsEnd() {
    assertThat(Source.of("s", "a \t\nb").lineText(1)).isEqualTo("a \t");
  }

  @Test
  void theEndOfTheTextIsAPlace() {
    assertThat(Source.of("s", "").line(0)).isEqualTo(1);
    assertThat(Source.of("s", "").column(0)).isEqualTo(1);
    assertThat(Source.of("s", "").lineText(1)).isEmpty();
    assertThat(Source.of("s", "a\n").line(2)).isEqualTo(2);
    assertThat(Source.of("s", "a\n").lineText(2)).isEmpty();
  }

  @Test
  void aTextOfManyLinesHasThemAll() {
    Source source = Source.of("s", "x\n".repeat(1000));
    assertThat(source.line(1998)).isEqualTo(1000);
    assertThat(source.line(2000)).isEqualTo(1001);
  }

  @Test
  void aSpanKnowsItsTextAndPlace() {
    Span span = new Span(Source.of("f.scm", "(a\n  bc)"), 5, 7);
    assertThat(span.text()).isEqualTo("bc");
    assertThat(span).hasToString("f.scm:2:3");
  }
}
