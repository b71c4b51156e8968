package dev.touchstone.vm.reader;

import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.CharNames;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Symbol;
import java.util.HexFormat;
import java.util.OptionalInt;

/** Reads strings, and symbols between bars, with their escapes (R7RS 6.7, 7.1.1). */
final class QuotedText {
  private final Source source;
  private final String text;
  private final int start;
  private final char quote;
  private final StringBuilder content = new StringBuilder();
  private int at;

  private QuotedText(Source source, int start) {
    this.source = source;
    this.text = source.text();
    this.start = start;
    this.quote = text.charAt(start);
    this.at = start + 1;
  }

  /** The string literal that starts at the quotation mark. */
  static Token string(Source source, int start) {
    QuotedText quoted = new QuotedText(source, start);
    Str value = Str.literal(quoted.read());
    return new Token.Datum(value, start, quoted.at);
  }

  /** The symbol that starts at the bar. */
  static Token symbol(Source source, int start) {
    QuotedText quoted = new QuotedText(source, start);
    Symbol value = Symbol.of(quoted.read());
    return new Token.Datum(value, start, quoted.at);
  }

  private String read() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == quote) {
        at++;
        return content.toString();
      }
      switch (c) {
        case '\\' -> escape();
        case '\r' -> lineEnd();
        default -> plain(c);
      }
    }
    String what = quote == '"' ? "string" : "symbol";
    throw Rejection.unfinished(
        source, start, start + 1, "The text ends before this " + what + " is closed.");
  }

  /** Every line end counts as one newline (R7RS 6.7). */
  private void lineEnd() {
    content.append('\n');
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }

  private void plain(char c) {
    if (Character.isSurrogate(c)) {
      if (Character.getType(text.codePointAt(at)) == Character.SURROGATE) {
        throw Rejection.at(source, at, at + 1, "A lone surrogate is no character.");
      }
      content.append(c);
      at++;
    }
    content.append(text.charAt(at));
    at++;
  }

  private void escape() {
    if (at + 1 >= text.length()) {
      at = text.length();
      return;
    }
    char c = text.charAt(at + 1);
    OptionalInt mnemonic = CharNames.escaped(c);
    if (mnemonic.isPresent()) {
      content.appendCodePoint(mnemonic.getAsInt());
      at += 2;
    } else if (c == '"' || c == '\\' || c == '|') {
      content.append(c);
      at += 2;
    } else if (c == 'x' || c == 'X') {
      hexEscape();
    } else {
      continuation();
    }
  }

  private void hexEscape() {
    int end = at + 2;
    while (end < text.length() && HexFormat.isHexDigit(text.charAt(end))) {
      end++;
    }
    if (end == at + 2 || end == text.length() || text.charAt(end) != ';') {
      throw Rejection.at(
          source, at, end, "The escape \\x is followed by hexadecimal digits and a semicolon.");
    }
    content.appendCodePoint(Escapes.hexScalar(source, at, end + 1, text.substring(at + 2, end)));
    at = end + 1;
  }

  /** A backslash at the end of a line: the line end and the spaces around it do not count. */
  private void continuation() {
    int end = skipBlanks(at + 1);
    boolean isLineEnd = end < text.length() && "\r\n".indexOf(text.charAt(end)) >= 0;
    if (end < text.length() && (!isLineEnd || quote == '|')) {
      int c = text.codePointAt(at + 1);
      throw Rejection.at(
          source,
          at,
          at + 1 + Character.charCount(c),
          "A backslash before " + Rejection.quoted(c) + " is no escape.");
    }
    int after = end + (text.startsWith("\r\n", end) ? 2 : 1);
    at = skipBlanks(Math.min(after, text.length()));
  }

  private int skipBlanks(int from) {
    int end = from;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return end;
  }
}
