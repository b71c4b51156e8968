package dev.touchstone.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.reports.SampleReports;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HtmlSiteTest {
  @Test
  void writesASampleThatCanBeLookedAt() throws Exception {
    Path directory = Path.of("target", "sample-site");

    HtmlSite.write(SampleReports.of(200, 2), directory);

    assertThat(directory.resolve("index.html")).content().contains("tail-calls");
  }
}
