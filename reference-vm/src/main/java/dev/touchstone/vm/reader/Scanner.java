package dev.touchstone.vm.reader;

import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Symbol;
import java.util.Locale;

/**
 * Divides a text into tokens (R7RS 7.1.1). Stateful: it moves forward, and remembers directives.
 */
final class Scanner {
  private static final Symbol QUOTE = Symbol.of("quote");
  private static final Symbol QUASIQUOTE = Symbol.of("quasiquote");
  private static final Symbol UNQUOTE = Symbol.of("unquote");
  private static final Symbol UNQUOTE_SPLICING = Symbol.of("unquote-splicing");

  private final Source source;
  private final String text;
  private final Atmosphere atmosphere;
  private final BareWords words;
  private int at;

  Scanner(Source source, boolean foldsCase) {
    this.source = source;
    this.text = source.text();
    this.atmosphere = new Atmosphere(source, foldsCase);
    this.words = new BareWords(source);
  }

  /** Whether a word ends before this character. */
  static boolean isDelimiter(int c) {
    return c == '(' || c == ')' || c == '"' || c == ';' || c == '|' || Character.isWhitespace(c);
  }

  /** The next token; at the end of the text, {@link Token.End} each time. */
  Token next() {
    at = atmosphere.skip(at);
    Token token = at == text.length() ? new Token.End(at, at) : token(at);
    at = token.end();
    return token;
  }

  private Token token(int start) {
    return switch (text.charAt(start)) {
      case '(' -> new Token.Open(Token.Bracket.LIST, start, start + 1);
      case ')' -> new Token.Close(start, start + 1);
      case '\'' -> new Token.Abbreviation(QUOTE, start, start + 1);
      case '`' -> new Token.Abbreviation(QUASIQUOTE, start, start + 1);
      case ',' ->
          text.startsWith(",@", start)
              ? new Token.Abbreviation(UNQUOTE_SPLICING, start, start + 2)
              : new Token.Abbreviation(UNQUOTE, start, start + 1);
      case '"' -> QuotedText.string(source, start);
      case '|' -> QuotedText.symbol(source, start);
      case '#' -> hash(start);
      default -> words.word(start, wordEnd(start), atmosphere.foldsCase());
    };
  }

  private Token hash(int start) {
    char next = start + 1 < text.length() ? text.charAt(start + 1) : ' ';
    return switch (next) {
      case '(' -> new Token.Open(Token.Bracket.VECTOR, start, start + 2);
      case ';' -> new Token.DatumComment(start, start + 2);
      case '\\' -> words.character(start, characterEnd(start), atmosphere.foldsCase());
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> label(start);
      case 't', 'T', 'f', 'F' -> bool(start);
      case 'e', 'E', 'i', 'I', 'b', 'B', 'o', 'O', 'd', 'D', 'x', 'X' ->
          words.prefixedNumber(start, wordEnd(start));
      case 'u', 'U' -> bytevector(start);
      default -> throw unknownHash(start);
    };
  }

  private Token bool(int start) {
    int end = wordEnd(start);
    return switch (text.substring(start, end).toLowerCase(Locale.ROOT)) {
      case "#t", "#true" -> new Token.Datum(Bool.TRUE, start, end);
      case "#f", "#false" -> new Token.Datum(Bool.FALSE, start, end);
      default -> throw unknownHash(start);
    };
  }

  private Token bytevector(int start) {
    if (!text.regionMatches(true, start, "#u8(", 0, 4)) {
      throw unknownHash(start);
    }
    return new Token.Open(Token.Bracket.BYTEVECTOR, start, start + 4);
  }

  private Token label(int start) {
    int end = start + 1;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    char sign = end < text.length() ? text.charAt(end) : ' ';
    if (sign != '=' && sign != '#') {
      throw unknownHash(start);
    }
    String number = text.substring(withoutZeros(start + 1, end), end);
    return sign == '='
        ? new Token.Label(number, start, end + 1)
        : new Token.Reference(number, start, end + 1);
  }

  /** Where the digits of a number begin to count. */
  private int withoutZeros(int start, int end) {
    int at = start;
    while (at < end - 1 && text.charAt(at) == '0') {
      at++;
    }
    return at;
  }

  /** After the backslash one character is taken, whatever it is. */
  private int characterEnd(int start) {
    if (start + 2 >= text.length()) {
      throw Rejection.unfinished(
          source, start, start + 2, "The text ends before the character of `#\\`.");
    }
    return wordEnd(start + 2 + Character.charCount(text.codePointAt(start + 2)));
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < text.length() && !isDelimiter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private RuntimeException unknownHash(int start) {
    int end = Math.max(start + 1, wordEnd(start));
    String word = text.substring(start, end);
    return Rejection.at(
        source, start, end, "Nothing is written " + Rejection.quoted(word) + " in Scheme.");
  }
}
