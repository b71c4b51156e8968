package dev.touchstone.conformance.bench;

import dev.touchstone.conformance.dialect.TopLevel;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Source;
import java.util.List;

/**
 * A program to measure: a script whose last form is an expression.
 *
 * @param name what {@code --program} calls it
 * @param title one line for readers
 * @param features what it uses of the language, without what follows from that
 * @param expected its value, as {@code write} writes it
 * @param text the script
 */
public record BenchProgram(
    String name, String title, List<String> features, String expected, String text) {
  /** A program that does nothing: its time is that of starting. */
  static final BenchProgram EMPTY =
      new BenchProgram("empty", "nothing", List.of(), "start-up", "'start-up\n");

  /** Copies the features. */
  public BenchProgram {
    features = List.copyOf(features);
  }

  @Override
  public String toString() {
    return name;
  }

  /**
   * The script that does the work of the last form a number of times in one process, and writes
   * each value on a line of its own. All definitions stay at the top level, where they were.
   *
   * @param preamble what stands before it
   * @param runs how often, at least 0
   */
  String script(String preamble, int runs) {
    List<Syntax> forms = DatumReader.readAll(Source.of(name + ".scm", text));
    Syntax last =
        TopLevel.lastExpression(forms)
            .orElseThrow(() -> new IllegalArgumentException(name + " ends with no expression"));
    int start = last.span().start();
    return """
    %s%s(define (touchstone-main)
    %s)
    (define (touchstone-repeat n)
      (if (> n 0)
          (begin
            (write (touchstone-main))
            (newline)
            (touchstone-repeat (- n 1)))))
    (touchstone-repeat %d)
    """
        .formatted(preamble, text.substring(0, start), last.span().text(), runs);
  }
}
