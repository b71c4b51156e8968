package dev.touchstone.conformance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.conformance.corpus.JsonSchema;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class ReportsTest {
  private static final JsonSchema SCHEMA =
      new JsonSchema(Path.of("src/main/resources/touchstone/bench/bench.schema.json"));

  private static final BenchReport REPORT =
      Toys.report(
          List.of(List.of(2.0, 1.0, 0.5), List.of(1.0, 2.0, -1.0), List.of(-1.0, 1.0, 1.0)));

  @Test
  void theMedianIsTheMiddleOneOrTheMeanOfTheTwoInTheMiddle() {
    assertThat(Statistics.median(List.of(9.0, 1.0, 5.0))).isEqualTo(5);
    assertThat(Statistics.median(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(3);
    assertThat(Statistics.median(List.of(7.0))).isEqualTo(7);
    assertThatThrownBy(() -> Statistics.median(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theQuartilesLieBetweenTheNearest() {
    assertThat(Statistics.interquartileRange(List.of(1.0, 2.0, 3.0, 4.0, 5.0))).isEqualTo(2);
    assertThat(Statistics.interquartileRange(List.of(1.0, 2.0))).isEqualTo(0.5);
  }

  @Test
  void theGeometricMeanOfInversesIsTheInverse() {
    assertThat(Statistics.geometricMean(List.of(2.0, 8.0))).isCloseTo(4, within(1e-9));
    assertThat(Statistics.geometricMean(List.of(0.5, 0.125))).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void aRatioNeedsBothTimes() {
    assertThat(REPORT.ratios("theirs")).containsExactly(2.0, 0.5);
    assertThat(REPORT.geometricMean("theirs").orElseThrow()).isCloseTo(1, within(1e-9));
    assertThat(REPORT.ratios("<other> & \"co\"")).containsExactly(4.0);
  }

  @Test
  void theTextShowsTimesRatiosMeansAndWhatCannotRun() {
    assertThat(TextReport.render(REPORT, 100))
        .contains("median of 5 rounds; after 1 warm-up run in the same process")
        .contains("2 processors, load 0.10 before and 1.20 after")
        .containsPattern("p2\\.0 +2\\.000 s +1\\.000 s +2\\.00 +0\\.500 s +4\\.00")
        .containsPattern("p1\\.0 +1\\.000 s +2\\.000 s +0\\.50 +cannot run +-")
        .containsPattern("p-1\\.0 +cannot run +1\\.000 s +- +1\\.000 s +-")
        .containsPattern("mean +of 2 +1\\.00 +of 1 +4\\.00")
        .contains("p1.0 on <other> & \"co\": cannot run: unbound <x>")
        .doesNotContain("warning");
  }

  @Test
  void whatDoesNotFitSideBySideIsPutBelow() {
    String narrow = TextReport.render(REPORT, 50);
    assertThat(narrow.lines().filter(line -> line.startsWith("start-up"))).hasSize(2);
    assertThat(narrow.lines().filter(line -> line.startsWith(" ") || line.startsWith("p")))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void aBusyMachineAndFewRoundsAreWarnedAbout() {
    MachineState busy = new MachineState("Toy", 2, 3.1, 4.0);
    BenchReport report =
        new BenchReport(
            Instant.EPOCH, busy, Toys.plan(4, 1, 1), REPORT.participants(), REPORT.rows());
    assertThat(TextReport.render(report, 100))
        .contains("warning: the machine was not quiet: load 3.10 on 2 processors before")
        .contains("load 4.00 on 2 processors after")
        .contains("fewer than 5 rounds");
    assertThat(new MachineState("Toy", 2, -1, -1).warnings()).hasSize(1);
    assertThat(new MachineState("Toy", 2, 0.2, 1.5).isQuiet()).isTrue();
  }

  @Test
  void timesThatAreSpreadAreMarked() {
    Measurement spread = new Measurement.Times(List.of(1.0, 1.1, 1.0, 1.5, 1.6));
    BenchReport.Row row = new BenchReport.Row("p", "t", "1", Map.of("ours", spread));
    BenchReport report =
        new BenchReport(
            Instant.EPOCH,
            REPORT.machine(),
            REPORT.plan(),
            REPORT.participants().subList(0, 1),
            List.of(row));
    assertThat(TextReport.render(report, 100)).contains("1.100 s ~");
  }

  @Test
  void theJsonHasTheShapeOfItsSchema() throws Exception {
    String json = JsonReport.text(REPORT);
    assertThat(SCHEMA.mistakes(json)).isEmpty();
    assertThat(SCHEMA.mistakes(json.replace("\"rounds\"", "\"round\""))).isNotEmpty();
    assertThat(SCHEMA.mistakes(json.replace("cannot-run", "wont-run"))).isNotEmpty();
    assertThat(SCHEMA.undescribed()).isEmpty();
    assertThat(json).contains("\"geometric-mean\" : 4.0", "\"quiet\" : true");
  }

  @Test
  void theChartIsWellFormedAndHasABarForEachRatio() throws Exception {
    String svg = Chart.svg(REPORT);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(document.getDocumentElement().getTextContent())
        .contains("<other> & \"co\": title of", "geometric mean", "2.00", "0.50");
    NodeList rectangles = document.getElementsByTagName("rect");
    // The background, two in the legend, three ratios, two means.
    assertThat(rectangles.getLength()).isEqualTo(1 + 2 + 3 + 2);
    for (int i = 0; i < rectangles.getLength(); i++) {
      String width = rectangles.item(i).getAttributes().getNamedItem("width").getNodeValue();
      assertThat(Double.parseDouble(width)).isBetween(0.0, 740.0);
    }
  }
}
