package dev.touchstone.conformance.subject;

import dev.touchstone.vm.source.Span;
import java.util.Optional;

/**
 * A program with the markers spliced in that tell where its output begins, what its value is and
 * whether it came to its end.
 *
 * @param text what the subject runs
 * @param hasValue whether the last form was an expression, so that a value is written
 */
record MarkerScript(String text, boolean hasValue) {
  /**
   * Splices. A program that does not read gets the start marker only: what came after it would be
   * read as part of it.
   *
   * @param preamble what precedes the program; its imports are left out where the program imports
   * @param hold whether the process waits for the end of its input at the end
   */
  static MarkerScript of(
      ProgramText program, Preamble preamble, Markers markers, String nonce, boolean hold) {
    StringBuilder text = new StringBuilder();
    if (!program.importsForItself()) {
      text.append(onOwnLines(preamble.imports()));
    }
    text.append(onOwnLines(preamble.text()));
    String source = program.text();
    text.append(source, 0, program.start()).append(onOwnLines(fill(markers.start(), nonce)));
    if (!program.isReadable()) {
      return new MarkerScript(text.append(source).toString(), false);
    }
    Optional<Span> last = program.lastExpression();
    int rest = program.start();
    if (last.isPresent()) {
      String wrapped = fill(markers.value(), nonce).replace("{form}", last.get().text());
      text.append(source, rest, last.get().start()).append(wrapped);
      rest = last.get().end();
    }
    text.append(source, rest, source.length()).append("\n");
    text.append(onOwnLines(fill(markers.end(), nonce)));
    if (hold) {
      text.append(onOwnLines(markers.hold()));
    }
    return new MarkerScript(text.toString(), last.isPresent());
  }

  private static String fill(String template, String nonce) {
    return template.replace("{nonce}", nonce);
  }

  private static String onOwnLines(String text) {
    return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
  }
}
