package dev.touchstone.conformance.subject.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reads the S-expression of a line. It knows lists, strings, symbols and whole numbers: what the
 * protocol needs, and no comment, label, quotation or dot, so that two readers never differ.
 */
final class SexpParser {
  private static final int DEEPEST = 100;

  private final String line;
  private int at;

  private SexpParser(String line) {
    this.line = line;
  }

  /**
   * The list that the line holds.
   *
   * @throws BadMessage if it holds anything else
   */
  static SexpItem.Items parse(String line) throws BadMessage {
    SexpParser parser = new SexpParser(line);
    parser.skipSpace();
    if (!parser.looksAt('(')) {
      throw new BadMessage("it does not begin with a parenthesis");
    }
    SexpItem.Items list = parser.list();
    parser.skipSpace();
    if (parser.at < line.length()) {
      throw parser.bad("something follows the message");
    }
    return list;
  }

  private SexpItem.Items list() throws BadMessage {
    Deque<List<SexpItem>> open = new ArrayDeque<>();
    while (true) {
      skipSpace();
      if (at == line.length()) {
        throw bad("a parenthesis is not closed");
      }
      if (looksAt('(')) {
        at++;
        open.push(new ArrayList<>());
        if (open.size() > DEEPEST) {
          throw bad("it is nested more than " + DEEPEST + " deep");
        }
      } else if (looksAt(')')) {
        at++;
        SexpItem.Items closed = new SexpItem.Items(open.pop());
        if (open.isEmpty()) {
          return closed;
        }
        open.element().add(closed);
      } else {
        open.element().add(looksAt('"') ? string() : word());
      }
    }
  }

  private boolean looksAt(char wanted) {
    return at < line.length() && line.charAt(at) == wanted;
  }

  private void skipSpace() {
    while (at < line.length() && line.charAt(at) <= ' ') {
      at++;
    }
  }

  private SexpItem word() throws BadMessage {
    int start = at;
    while (at < line.length() && isPartOfWord(line.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw bad("`" + line.charAt(at) + "` has no meaning here");
    }
    return new SexpItem.Word(line.substring(start, at));
  }

  private static boolean isPartOfWord(char c) {
    return c > ' ' && "()\";'`,|#\\".indexOf(c) < 0;
  }

  private SexpItem string() throws BadMessage {
    StringBuilder text = new StringBuilder();
    int from = ++at;
    while (at < line.length() && line.charAt(at) != '"') {
      if (line.charAt(at) == '\\') {
        text.append(line, from, at);
        at++;
        text.appendCodePoint(escape());
        from = at;
      } else {
        at++;
      }
    }
    if (at == line.length()) {
      throw bad("a string is not closed");
    }
    text.append(line, from, at++);
    return new SexpItem.Text(text.toString());
  }

  private int escape() throws BadMessage {
    char letter = at < line.length() ? line.charAt(at++) : ' ';
    return switch (letter) {
      case '\\', '"' -> letter;
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'x' -> codePoint();
      default ->
          throw bad("a string has the escape `\\" + letter + "`, which the protocol does not know");
    };
  }

  private int codePoint() throws BadMessage {
    int end = line.indexOf(';', at);
    String digits = end < 0 ? "" : line.substring(at, Math.min(end, at + 9));
    if (!digits.matches("[0-9a-fA-F]{1,8}")) {
      throw bad("a string has `\\x` without hexadecimal digits and a semicolon");
    }
    long code = Long.parseLong(digits, 16);
    if (!Character.isValidCodePoint((int) code) || code > Character.MAX_CODE_POINT) {
      throw bad("a string has the escape `\\x" + digits + ";`, which is no code point");
    }
    at = end + 1;
    return (int) code;
  }

  private BadMessage bad(String why) {
    return new BadMessage(why + " (at character " + (at + 1) + ")");
  }
}
