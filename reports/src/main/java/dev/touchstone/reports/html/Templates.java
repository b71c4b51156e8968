package dev.touchstone.reports.html;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** The templates, the style and the script of the pages, read from the class path. */
final class Templates {
  final Template index = compile("index.mustache");
  final Template chapter = compile("chapter.mustache");
  final Template clauses = compile("clauses.mustache");
  private final String style = read("style.css");
  private final String script = read("filter.js");

  /**
   * What stands in the head of a page.
   *
   * @param mark says who made the page
   * @param policy the Content-Security-Policy
   */
  record Head(String mark, String policy, String style, String script) {}

  /** The head of every page. */
  Head head() {
    String policy =
        "default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action 'none'"
            .formatted(hash(style), hash(script));
    return new Head(HtmlSite.MARK, policy, style, script);
  }

  private static Template compile(String name) {
    return Mustache.compiler()
        .escapeHTML(true)
        .emptyStringIsFalse(true)
        .zeroIsFalse(true)
        .withLoader(part -> new java.io.StringReader(read(part + ".mustache")))
        .compile(read(name));
  }

  private static String read(String name) {
    try (InputStream in = Templates.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
