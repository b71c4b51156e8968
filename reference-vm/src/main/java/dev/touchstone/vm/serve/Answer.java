package dev.touchstone.vm.serve;

import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Str;
import java.util.List;
import java.util.Map;

/** Builds the line of a message. Text is always a string, on one line. */
final class Answer {
  private final StringBuilder line = new StringBuilder();

  Answer(String type) {
    line.append('(').append(type);
  }

  Answer text(String field, String text) {
    return texts(field, List.of(text));
  }

  Answer texts(String field, List<String> texts) {
    line.append(" (").append(field);
    texts.forEach(text -> line.append(' ').append(quoted(text)));
    line.append(')');
    return this;
  }

  /** A field of a name that needs no quoting. */
  Answer word(String field, String word) {
    line.append(" (").append(field).append(' ').append(word).append(')');
    return this;
  }

  Answer number(String field, long number) {
    return word(field, Long.toString(number));
  }

  /** A field of fields, in the order of their names. */
  Answer map(String field, Map<String, ?> entries) {
    line.append(" (").append(field);
    entries.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry ->
                line.append(" (")
                    .append(entry.getKey())
                    .append(' ')
                    .append(item(entry.getValue()))
                    .append(')'));
    line.append(')');
    return this;
  }

  private static String item(Object item) {
    return item instanceof Long number ? Long.toString(number) : quoted(String.valueOf(item));
  }

  private static String quoted(String text) {
    return Printer.write(Str.of(text));
  }

  /** The line, without its end. */
  String line() {
    return line + ")";
  }
}
