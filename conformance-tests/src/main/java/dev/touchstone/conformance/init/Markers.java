package dev.touchstone.conformance.init;

import java.util.ArrayList;
import java.util.List;

/**
 * The settings of mode {@code markers}, the ones that ask most of a VM first: what one that has
 * little cannot run is tried in a simpler way.
 */
final class Markers {
  private static final String R7RS =
      """
      imports: |
        (import (scheme base) (scheme case-lambda) (scheme char) (scheme complex) (scheme cxr) (scheme eval) (scheme file)
                (scheme inexact) (scheme lazy) (scheme load) (scheme process-context) (scheme read) (scheme repl) (scheme time)
                (scheme write))
      """;

  /** Any number of values; a procedure is told by its kind. */
  private static final String ALL_VALUES =
      "(call-with-values (lambda () {form}) (lambda touchstone-values (display \"{nonce}V\")"
          + " (for-each (lambda (touchstone-it) (if (procedure? touchstone-it)"
          + " (display \"#<procedure>\") (write touchstone-it)) (display \"{nonce},\"))"
          + " touchstone-values)))";

  private static final String BODY =
      "(display \"{nonce}V\") (write touchstone-it) (display \"{nonce},\")";

  private static final List<String> VALUES =
      List.of(
          ALL_VALUES,
          "(let ((touchstone-it {form})) " + BODY + ")",
          "((lambda (touchstone-it) " + BODY + ") {form})",
          "(begin (display \"{nonce}V\") (write {form}) (display \"{nonce},\"))",
          "(begin (display \"{nonce}V\") (display {form}) (display \"{nonce},\"))");

  private Markers() {}

  static List<String> settings() {
    List<String> all = new ArrayList<>();
    for (String imports : List.of(R7RS, "")) {
      VALUES.forEach(value -> all.add(imports + markers(value)));
    }
    return all;
  }

  private static String markers(String value) {
    return "# Spliced into a program: its output begins at `start`, its value is written by"
        + " `value`.\n"
        + "markers:\n"
        + "  start: '(display \"{nonce}S\")'\n"
        + "  value: '"
        + value
        + "'\n"
        + "  end: '(display \"{nonce}E\")'\n";
  }
}
