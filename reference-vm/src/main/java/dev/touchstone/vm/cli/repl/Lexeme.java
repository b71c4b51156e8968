package dev.touchstone.vm.cli.repl;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a text that is being typed, for colours, indentation and completion. Unlike the
 * reader, this takes any text: what is unfinished goes to the end.
 *
 * @param start the offset of its first character
 * @param end the offset after its last
 */
record Lexeme(Kind kind, int start, int end) {
  /** What a piece is. */
  enum Kind {
    OPEN,
    CLOSE,
    QUOTE,
    STRING,
    CHARACTER,
    NUMBER,
    CONSTANT,
    COMMENT,
    WORD
  }

  /** The pieces of a text, in order; what lies between them is blank. */
  static List<Lexeme> of(String text) {
    List<Lexeme> lexemes = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else {
        Lexeme lexeme = at(text, at);
        lexemes.add(lexeme);
        at = lexeme.end();
      }
    }
    return lexemes;
  }

  /** Whether a word ends before a character. */
  static boolean isDelimiter(char c) {
    return c == '(' || c == ')' || c == '"' || c == ';' || c == '|' || Character.isWhitespace(c);
  }

  private static Lexeme at(String text, int start) {
    char c = text.charAt(start);
    return switch (c) {
      case '(' -> new Lexeme(Kind.OPEN, start, start + 1);
      case ')' -> new Lexeme(Kind.CLOSE, start, start + 1);
      case '\'', '`' -> new Lexeme(Kind.QUOTE, start, start + 1);
      case ',' ->
          new Lexeme(Kind.QUOTE, start, text.startsWith(",@", start) ? start + 2 : start + 1);
      case ';' -> new Lexeme(Kind.COMMENT, start, lineEnd(text, start));
      case '"' -> new Lexeme(Kind.STRING, start, quotedEnd(text, start));
      case '|' -> new Lexeme(Kind.WORD, start, wordEnd(text, quotedEnd(text, start)));
      case '#' -> hash(text, start);
      default -> word(text, start);
    };
  }

  private static Lexeme hash(String text, int start) {
    char next = start + 1 < text.length() ? text.charAt(start + 1) : ' ';
    int end = wordEnd(text, start + 1);
    return switch (next) {
      case '(' -> new Lexeme(Kind.OPEN, start, start + 2);
      case ';' -> new Lexeme(Kind.COMMENT, start, start + 2);
      case '|' -> new Lexeme(Kind.COMMENT, start, blockEnd(text, start));
      case '!' -> new Lexeme(Kind.COMMENT, start, end);
      case '\\' -> new Lexeme(Kind.CHARACTER, start, characterEnd(text, start));
      case 't', 'T', 'f', 'F' -> new Lexeme(Kind.CONSTANT, start, end);
      default ->
          text.startsWith("(", end)
              ? new Lexeme(Kind.OPEN, start, end + 1)
              : new Lexeme(Kind.NUMBER, start, end);
    };
  }

  private static Lexeme word(String text, int start) {
    int end = wordEnd(text, start);
    char first = text.charAt(start);
    boolean signed = (first == '+' || first == '-' || first == '.') && end > start + 1;
    char digit = signed ? text.charAt(start + 1) : first;
    boolean number = digit >= '0' && digit <= '9';
    return new Lexeme(number ? Kind.NUMBER : Kind.WORD, start, end);
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && !isDelimiter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int characterEnd(String text, int start) {
    int character = start + 2;
    return character < text.length()
        ? wordEnd(text, character + Character.charCount(text.codePointAt(character)))
        : text.length();
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static int quotedEnd(String text, int start) {
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != text.charAt(start)) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, text.length());
  }

  private static int blockEnd(String text, int start) {
    int depth = 1;
    int at = start + 2;
    while (at < text.length() && depth > 0) {
      boolean opens = text.startsWith("#|", at);
      boolean closes = text.startsWith("|#", at);
      depth += opens ? 1 : closes ? -1 : 0;
      at += opens || closes ? 2 : 1;
    }
    return at;
  }
}
