package dev.touchstone.vm.source;

/**
 * A part of a source.
 *
 * @param source the text it is a part of
 * @param start the offset of its first character
 * @param end the offset after its last character; at least {@code start}
 */
public record Span(Source source, int start, int end) {
  /** Of what comes from no text. */
  public static final Span NOWHERE = new Span(Source.of("<nowhere>", ""), 0, 0);

  /** The text of this part. */
  public String text() {
    return source.text().substring(start, end);
  }

  /** The line, from 1, in which it starts. */
  public int line() {
    return source.line(start);
  }

  /** The column, from 1, at which it starts. */
  public int column() {
    return source.column(start);
  }

  /** {@code file:line:column}. */
  @Override
  public String toString() {
    return source.name() + ":" + line() + ":" + column();
  }
}
