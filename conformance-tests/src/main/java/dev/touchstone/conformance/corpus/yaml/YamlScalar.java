package dev.touchstone.conformance.corpus.yaml;

import dev.touchstone.conformance.corpus.SourcePosition;

/** A text. Two are equal if they are the same text at the same place. */
public final class YamlScalar implements YamlNode {
  /** How a scalar is written. */
  public enum Style {
    PLAIN,
    QUOTED,
    /** A block that begins with {@code |}. */
    LITERAL,
    /** A block that begins with {@code >}. */
    FOLDED
  }

  private final String text;
  private final Style style;
  private final SourcePosition position;
  private final YamlText file;

  YamlScalar(String text, Style style, SourcePosition position, YamlText file) {
    this.text = text;
    this.style = style;
    this.position = position;
    this.file = file;
  }

  /** The text, without quotes, escapes and indentation. */
  public String text() {
    return text;
  }

  /** How it is written. */
  public Style style() {
    return style;
  }

  @Override
  public SourcePosition position() {
    return position;
  }

  @Override
  public String kind() {
    return "a text";
  }

  /**
   * Where a place in the text stands in the file. Exact in {@code |} blocks and in scalars of one
   * line without escapes; elsewhere it is the start of the scalar.
   *
   * @param line in the text, from 1
   * @param column in the text, from 1 and in code points
   */
  public SourcePosition positionOf(int line, int column) {
    return switch (style) {
      case LITERAL -> inBlock(line, column);
      case PLAIN, QUOTED -> inLine(column);
      case FOLDED -> position;
    };
  }

  private SourcePosition inBlock(int line, int column) {
    String content = text.lines().skip(line - 1L).findFirst().orElse("");
    int indent = file.line(position.line() + line).length() - content.length();
    int contentIndent = indent >= 0 && !content.isEmpty() ? indent : 0;
    return new SourcePosition(position.file(), position.line() + line, contentIndent + column);
  }

  private SourcePosition inLine(int column) {
    String rest = file.from(position.line(), position.column());
    int quote = style == Style.QUOTED ? 1 : 0;
    boolean verbatim = rest.startsWith(text, Math.min(quote, rest.length()));
    return verbatim && text.indexOf('\n') < 0
        ? new SourcePosition(
            position.file(), position.line(), position.column() + quote + column - 1)
        : position;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof YamlScalar s && s.text.equals(text) && s.position.equals(position);
  }

  @Override
  public int hashCode() {
    return 31 * text.hashCode() + position.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
