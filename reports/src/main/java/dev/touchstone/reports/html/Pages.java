package dev.touchstone.reports.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Names of pages and places on them. */
final class Pages {
  static final String CHAPTERS = "chapters";
  static final String CLAUSES = "clauses.html";

  private Pages() {}

  /** A file name for a chapter: plain ids as they are, others made safe and told apart. */
  static String file(String chapter) {
    if (chapter.matches("[a-z0-9][a-z0-9-]{0,80}")) {
      return chapter + ".html";
    }
    String safe = chapter.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String head = safe.substring(0, Math.min(safe.length(), 40));
    return "%s_%08x.html".formatted(head, chapter.hashCode());
  }

  /** The place of an id on a page, as an {@code id} attribute: without white space. */
  static String anchor(String id) {
    return id.replaceAll("\\s", "_");
  }

  /** The same place as the fragment of an address. */
  static String fragment(String id) {
    return URLEncoder.encode(anchor(id), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
