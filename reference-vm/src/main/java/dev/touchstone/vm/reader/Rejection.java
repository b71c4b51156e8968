package dev.touchstone.vm.reader;

import dev.touchstone.vm.source.Diagnostic;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;

/** Makes the diagnostics of the reader: phase {@code read}, class {@code syntax}. */
final class Rejection {
  private static final int MAX_QUOTED = 40;

  private Rejection() {}

  static DiagnosticException at(Source source, int start, int end, String message) {
    return at(new Span(source, start, end), message);
  }

  static DiagnosticException at(Span span, String message) {
    return new DiagnosticException(new Diagnostic(Phase.READ, ErrorClass.SYNTAX, message, span));
  }

  /** Likewise for a text that ends too soon. */
  static UnfinishedText unfinished(Source source, int start, int end, String message) {
    Span span = new Span(source, start, end);
    return new UnfinishedText(new Diagnostic(Phase.READ, ErrorClass.SYNTAX, message, span));
  }

  /** A part of the text between backquotes, shortened if it is long. */
  static String quoted(String text) {
    if (text.codePointCount(0, text.length()) <= MAX_QUOTED) {
      return "`" + text + "`";
    }
    return "`" + text.substring(0, text.offsetByCodePoints(0, MAX_QUOTED)) + "...`";
  }

  /** A character for a message: itself if it can be seen, else its code point. */
  static String quoted(int c) {
    boolean seen =
        switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.UNASSIGNED,
              Character.PRIVATE_USE,
              Character.SPACE_SEPARATOR,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
    return seen ? "`" + Character.toString(c) + "`" : String.format("U+%04X", c);
  }
}
