package dev.touchstone.vm.reader;

import dev.touchstone.vm.source.Source;

/** Skips what stands between tokens: whitespace, comments and directives (R7RS 2.1, 2.2). */
final class Atmosphere {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Source source;
  private final String text;
  private boolean foldsCase;

  Atmosphere(Source source, boolean foldsCase) {
    this.foldsCase = foldsCase;
    this.source = source;
    this.text = source.text();
  }

  /** Whether the last directive passed was {@code #!fold-case}. */
  boolean foldsCase() {
    return foldsCase;
  }

  /** The offset of the next token, or the text's length. */
  int skip(int from) {
    int at = from == 0 ? beginning() : from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == ';') {
        at = lineEnd(at);
      } else if (c != '#') {
        return at;
      } else if (text.startsWith("#|", at)) {
        at = blockEnd(at);
      } else if (text.startsWith("#!", at)) {
        at = directive(at);
      } else {
        return at;
      }
    }
    return at;
  }

  /** Where the text begins: after a byte order mark, and a line that names an interpreter. */
  private int beginning() {
    int at = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
    boolean named = text.startsWith("#!/", at) || text.startsWith("#! ", at);
    return named ? lineEnd(at) : at;
  }

  private int lineEnd(int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  private int blockEnd(int start) {
    int depth = 1;
    int at = start + 2;
    while (depth > 0) {
      if (at >= text.length()) {
        throw Rejection.unfinished(
            source, start, start + 2, "The text ends before this block comment is closed by `|#`.");
      }
      boolean opens = text.startsWith("#|", at);
      boolean closes = text.startsWith("|#", at);
      depth += opens ? 1 : closes ? -1 : 0;
      at += opens || closes ? 2 : 1;
    }
    return at;
  }

  private int directive(int start) {
    int end = start + 2;
    while (end < text.length() && !Scanner.isDelimiter(text.charAt(end))) {
      end++;
    }
    String name = text.substring(start, end);
    foldsCase =
        switch (name) {
          case "#!fold-case" -> true;
          case "#!no-fold-case" -> false;
          default -> throw unknownDirective(start, end);
        };
    return end;
  }

  private RuntimeException unknownDirective(int start, int end) {
    return Rejection.at(
        source,
        start,
        end,
        "There is no directive "
            + Rejection.quoted(text.substring(start, end))
            + "; there are #!fold-case and #!no-fold-case.");
  }
}
