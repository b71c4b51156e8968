package dev.touchstone.vm.reader;

import dev.touchstone.vm.source.Diagnostic;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.SchemeError;
import dev.touchstone.vm.value.TextInputPort;

/**
 * The characters of one datum, taken from a port: those before it, its own, and none behind it. It
 * knows where tokens end and what may follow; whether they are right, the scanner finds out.
 */
final class DatumText {
  /** The most UTF-16 units that a datum's text may have. */
  private static final int MAX_LENGTH = 1 << 26;

  private static final int END = TextInputPort.END;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final TextInputPort port;
  private final StringBuilder text = new StringBuilder();
  private final long line;
  private final long column;

  /** How many parentheses are open. */
  private int depth;

  /** How many {@code #;} outside of all parentheses wait for their datum. */
  private int skips;

  private DatumText(TextInputPort port) {
    this.port = port;
    skipBlanks();
    this.line = port.line();
    this.column = port.column();
  }

  /** Takes the next datum, or what there is of it. */
  static DatumText take(TextInputPort port) {
    DatumText datum = new DatumText(port);
    while (!datum.takesLastToken()) {
      datum.checkLength();
    }
    return datum;
  }

  /** The text. */
  String text() {
    return text.toString();
  }

  /** The message of a diagnostic for the text, with the place in the port. */
  String located(Diagnostic diagnostic) {
    Span span = diagnostic.span();
    long atLine = line + span.line() - 1;
    long atColumn = span.line() == 1 ? column + span.column() - 1 : span.column();
    return diagnostic.message() + " (line " + atLine + ", column " + atColumn + ")";
  }

  private void skipBlanks() {
    boolean first = port.line() == 1 && port.column() == 1;
    if (first && port.peek() == BYTE_ORDER_MARK) {
      port.read();
    }
    while (isBlank(port.peek())) {
      port.read();
    }
  }

  private static boolean isBlank(int c) {
    return c != END && Character.isWhitespace(c);
  }

  private void checkLength() {
    if (text.length() > MAX_LENGTH) {
      throw SchemeError.of(
          ErrorClass.LIMIT, "read: the datum has more than " + MAX_LENGTH + " characters");
    }
  }

  /**
   * Takes a token, or something between tokens.
   *
   * @return whether the datum ends with it
   */
  private boolean takesLastToken() {
    int c = next();
    return switch (c) {
      case END -> true;
      case '(' -> opens();
      case ')' -> closes();
      case '\'', '`' -> false;
      case ',' -> takesAt();
      case ';' -> takesLine();
      case '"', '|' -> takesQuoted(c);
      case '#' -> takesHash();
      default -> isBlank(c) ? false : takesWord();
    };
  }

  private int next() {
    int c = port.read();
    if (c != END) {
      text.appendCodePoint(c);
    }
    return c;
  }

  private boolean takesIf(int wanted) {
    boolean there = port.peek() == wanted;
    if (there) {
      next();
    }
    return there;
  }

  private boolean takesAt() {
    takesIf('@');
    return false;
  }

  private boolean opens() {
    depth++;
    return false;
  }

  private boolean closes() {
    depth--;
    return depth < 0 || ends();
  }

  /** A datum is whole. */
  private boolean ends() {
    if (depth > 0) {
      return false;
    }
    if (skips > 0) {
      skips--;
      return false;
    }
    return true;
  }

  private boolean takesLine() {
    int c = next();
    while (c != '\n' && c != '\r' && c != END) {
      c = next();
    }
    return false;
  }

  private boolean takesQuoted(int quote) {
    int c = next();
    while (c != quote && c != END) {
      if (c == '\\') {
        next();
      }
      c = next();
      checkLength();
    }
    return ends();
  }

  private boolean takesWord() {
    while (!isEnd(port.peek())) {
      next();
      checkLength();
    }
    return ends();
  }

  private static boolean isEnd(int c) {
    return c == END || Scanner.isDelimiter(c);
  }

  private boolean takesHash() {
    int c = port.peek();
    return switch (c) {
      case '(' -> takesIf('(') && opens();
      case '|' -> takesIf('|') && takesBlock();
      case ';' -> takesIf(';') && skipsNext();
      case '\\' -> takesIf('\\') && takesCharacter();
      case '!' -> takesDirective();
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> takesLabel();
      default -> takesHashWord();
    };
  }

  private boolean skipsNext() {
    skips += depth == 0 ? 1 : 0;
    return false;
  }

  /** After the backslash one character is taken, whatever it is. */
  private boolean takesCharacter() {
    next();
    return takesWord();
  }

  private boolean takesBlock() {
    int open = 1;
    int before = 0;
    while (open > 0) {
      int c = next();
      if (c == END) {
        return true;
      }
      boolean opened = before == '#' && c == '|';
      boolean closed = before == '|' && c == '#';
      open += opened ? 1 : closed ? -1 : 0;
      before = opened || closed ? 0 : c;
      checkLength();
    }
    return false;
  }

  private boolean takesDirective() {
    int start = text.length();
    while (!isEnd(port.peek())) {
      next();
      checkLength();
    }
    switch (text.substring(start)) {
      case "!fold-case" -> port.setFoldsCase(true);
      case "!no-fold-case" -> port.setFoldsCase(false);
      default -> {
        return true;
      }
    }
    return false;
  }

  private boolean takesLabel() {
    while (port.peek() >= '0' && port.peek() <= '9') {
      next();
      checkLength();
    }
    if (takesIf('=')) {
      return false;
    }
    return takesIf('#') ? ends() : takesWord();
  }

  /** A boolean, a prefixed number, or the opening of a bytevector. */
  private boolean takesHashWord() {
    int start = text.length();
    while (!isEnd(port.peek())) {
      next();
      checkLength();
    }
    boolean bytes = text.substring(start).equalsIgnoreCase("u8");
    return (bytes && takesIf('(')) ? opens() : ends();
  }
}
