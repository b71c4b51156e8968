package dev.touchstone.conformance.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class OfflinePageTest {
  private static final String PAGE =
      """
      <html><head>
          <meta charset="utf-8">
          <title>Allure Report</title>
      </head><body>
          <script src="data:text/javascript;base64,AAAA"></script>
          <script async src="https://www.googletagmanager.com/gtag/js?id=G-X"></script>
          <script>
              window.dataLayer = window.dataLayer || [];
              function gtag(){dataLayer.push(arguments);}
          </script>
          <script async>
              window.reportDataReady = false;
          </script>
      </body></html>
      """;

  @Test
  void cutsTheAnalyticsAndForbidsRequests() throws Exception {
    assertThat(OfflinePage.of(PAGE))
        .doesNotContain("google", "gtag", "dataLayer")
        .contains("<meta charset=\"utf-8\">\n    <meta http-equiv=\"Content-Security-Policy\"")
        .contains("default-src 'none'")
        .contains("base64,AAAA\"></script>\n    \n    <script async>\n        window.reportData");
  }

  @Test
  void publishesNoPageThatItDoesNotKnow() {
    refuses(PAGE.replace("googletagmanager", "analytics.example"), "exactly once");
    refuses(PAGE.replace("window.dataLayer = ", "window.other = "), "exactly once");
    refuses(PAGE.replace("<meta charset=\"utf-8\">", ""), "exactly once");
    refuses(PAGE + PAGE, "exactly once");
    refuses(PAGE.replace("<script>\n", "<p>in between</p><script>\n"), "exactly once");
  }

  @Test
  void publishesNoPageThatStillAsks() {
    refuses(PAGE + "<img src='http://example.org/x'>", "by src='http://example.org/x");
    refuses(PAGE + "<link href=//example.org/x.css>", "by href=//example.org/x.css");
    refuses(PAGE + "<script>gtag('js')</script>", "analytics are still there");
  }

  private static void refuses(String page, String part) {
    assertThatThrownBy(() -> OfflinePage.of(page))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Allure's page is not published: ")
        .hasMessageContaining(part);
  }
}
