package dev.touchstone.conformance.allure;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes from Allure's page what would be asked of the network. */
final class OfflinePage {
  private static final String ANALYTICS =
      "<script async src=\"https://www.googletagmanager.com/gtag/js?id=";
  private static final String SETUP = "<script>\n        window.dataLayer";
  private static final String END = "</script>";
  private static final String CHARSET = "<meta charset=\"utf-8\">";

  /** Scripts and styles are the page's own, written into it; every other source is forbidden. */
  private static final String POLICY =
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
          + "script-src 'unsafe-inline' 'unsafe-eval' data: blob:; "
          + "style-src 'unsafe-inline' data:; img-src data: blob:; font-src data:; "
          + "media-src data: blob:; frame-src data: blob:; connect-src data: blob:; "
          + "base-uri 'none'; form-action 'none'\">";

  private static final Pattern REQUEST =
      Pattern.compile(
          "(?:src|href|action|data|poster)\\s*=\\s*[\"']?\\s*(?:[a-z]+:)?//[^\"'\\s>]*");

  private OfflinePage() {}

  /**
   * The page without the analytics scripts and with a policy that allows no request.
   *
   * @throws IOException if the page is not as Allure 2.34 makes it, or still refers elsewhere
   */
  static String of(String page) throws IOException {
    int first = only(page, ANALYTICS);
    int second = only(page, SETUP);
    int firstEnd = page.indexOf(END, first) + END.length();
    if (second < firstEnd || !page.substring(firstEnd, second).isBlank()) {
      throw unknown(SETUP);
    }
    int secondEnd = page.indexOf(END, second) + END.length();
    String rest = page.substring(0, first) + page.substring(secondEnd);
    int charset = only(rest, CHARSET) + CHARSET.length();
    check(rest);
    return rest.substring(0, charset) + "\n    " + POLICY + rest.substring(charset);
  }

  private static int only(String page, String text) throws IOException {
    int at = page.indexOf(text);
    if (at < 0 || page.indexOf(text, at + 1) >= 0) {
      throw unknown(text);
    }
    return at;
  }

  private static IOException unknown(String text) {
    return new IOException(
        ("Allure's page is not published: \"%s\" was expected in it exactly once, so its"
                + " analytics may still be there.")
            .formatted(text.lines().findFirst().orElse(text)));
  }

  private static void check(String page) throws IOException {
    Matcher matcher = REQUEST.matcher(page);
    if (matcher.find()) {
      throw new IOException(
          "Allure's page is not published: it refers to the network by " + matcher.group() + ".");
    }
    if (page.contains("googletagmanager") || page.contains("gtag(")) {
      throw new IOException("Allure's page is not published: its analytics are still there.");
    }
  }
}
