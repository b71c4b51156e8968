package dev.touchstone.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.reports.Hostile;
import dev.touchstone.reports.SampleReports;
import dev.touchstone.reports.model.CaseReport;
import dev.touchstone.reports.model.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlSiteTest {
  @TempDir Path directory;

  /** Also leaves a page to look at, in target/sample-site. */
  @Test
  void showsWhatRanWithDenominators() throws Exception {
    Path sample = Path.of("target", "sample-site");

    HtmlSite.write(SampleReports.of(200, 2), sample);

    assertThat(sample.resolve("index.html"))
        .content()
        .contains("200 cases of corpus 2026.11", "<b>148</b> / 194")
        .contains("aria-label=\"22 passed of 28 applicable, 1 unsupported\"")
        .contains("No case in this run counts for: core.");
    assertThat(sample.resolve("chapters/tail-calls.html"))
        .content()
        .contains("guile -q --no-auto-compile --r7rs &#39;/tmp/t 1/main.scm&#39;")
        .contains("exit code 139", "Unchecked: error.phase: not reported");
  }

  @Test
  void everyLinkLeadsToAPlaceThatExists() throws Exception {
    HtmlSite.write(SampleReports.of(60, 2), directory);

    Pattern link = Pattern.compile("<a href=\"([^\"#]*)(?:#([^\"]*))?\"");
    for (Path page : pages()) {
      Matcher matcher = link.matcher(Files.readString(page));
      while (matcher.find()) {
        if (matcher.group(1).startsWith("https:") || matcher.group(1).endsWith("results.json")) {
          continue;
        }
        Path target =
            matcher.group(1).isEmpty() ? page : page.resolveSibling(matcher.group(1)).normalize();
        assertThat(target).exists();
        if (matcher.group(2) != null) {
          String id =
              java.net.URLDecoder.decode(matcher.group(2), java.nio.charset.StandardCharsets.UTF_8);
          assertThat(Files.readString(target)).contains("id=\"" + id + "\"");
        }
      }
    }
  }

  @Test
  void escapesEveryField() throws Exception {
    for (String text :
        List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "'--></style></title><script>x</script>",
            "{{{head.script}}}{{#cases}}",
            "![x](https://example.org/x.png) [y](javascript:alert(1)) <b>z</b>")) {
      HtmlSite.write(Hostile.report(text), directory);

      for (Path page : pages()) {
        String html = Files.readString(page);
        String rest = html.replaceFirst("(?s)<style>.*?</style>", "");
        assertThat(rest)
            .doesNotContain("<script>alert", "<script>x", "<img", "<b>z", "javascript:a\"");
        assertThat(rest.split("<script>", -1).length - 1)
            .isEqualTo(page.endsWith("index.html") ? 1 : 0);
        assertThat(rest).doesNotContainPattern("href=\"javascript");
      }
    }
    assertThat(pages()).hasSizeGreaterThan(3);
  }

  @Test
  void loadsNothing() throws Exception {
    HtmlSite.write(SampleReports.of(20, 1), directory);

    for (Path page : pages()) {
      assertThat(Files.readString(page))
          .contains("http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;")
          .doesNotContainPattern("<link(?! rel=\"icon\" href=\"data:,\")")
          .doesNotContain("<img", "<iframe", "src=", "@import", "url(");
    }
  }

  @Test
  void cutsWhatIsTooLong() throws Exception {
    String text = "(".repeat(3_000_000);
    CaseReport hostile = Hostile.result("a/b/c", "fail", text);
    CaseReport huge =
        new CaseReport(
            hostile.id(),
            hostile.verdict(),
            text,
            List.of(),
            List.of(),
            List.of(),
            "b.yaml",
            1,
            text,
            text,
            text + "!",
            hostile.checked(),
            hostile.unchecked(),
            hostile.runs());

    HtmlSite.write(SampleReports.of(huge), directory);

    assertThat(Files.size(directory.resolve("chapters/a.html"))).isLessThan(200_000);
    assertThat(Files.readString(directory.resolve("chapters/a.html")))
        .contains("Only the start is shown of 3,000,000 characters", "more characters)");
  }

  @Test
  void isQuickAndSmallForALargeCorpus() throws Exception {
    RunReport large = SampleReports.of(5_000, 5);
    Instant start = Instant.now();

    HtmlSite.write(large, directory);

    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
    long bytes = 0;
    for (Path page : pages()) {
      bytes += Files.size(page);
    }
    assertThat(bytes).isLessThan(40_000_000);
    assertThat(Files.size(directory.resolve("index.html"))).isLessThan(3_000_000);
  }

  private List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(f -> f.toString().endsWith(".html")).toList();
    }
  }
}
