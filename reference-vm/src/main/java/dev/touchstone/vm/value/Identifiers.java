package dev.touchstone.vm.value;

/**
 * Which names are identifiers without bars (R7RS 7.1.1). An identifier may begin with {@code @},
 * too: the grammar does not say so, but 2.1 does, and the example of 4.2.8 has one.
 */
public final class Identifiers {
  private static final String SPECIAL_INITIALS = "!$%&*/:<=>?@^_~";

  private Identifiers() {}

  /**
   * Whether the name, written without bars, reads as the symbol of that name: it fits the grammar
   * of identifiers and is no number.
   */
  public static boolean isPlain(String name) {
    return followsGrammar(name)
        && (!mayBeNumber(name) || NumberText.parse(name, 10) instanceof NumberText.NotANumber);
  }

  /** Whether a text may be a number by its first character: a digit, a sign or a dot. */
  public static boolean mayBeNumber(String text) {
    if (text.isEmpty()) {
      return false;
    }
    char first = text.charAt(0);
    return isSign(first) || first == '.' || isDigit(first);
  }

  /** Whether a character may stand in an identifier after its first one. */
  public static boolean isSubsequent(int c) {
    return isInitial(c) || isSign(c) || c == '.' || isDigit(c) || isMark(c);
  }

  private static boolean followsGrammar(String name) {
    int start = peculiarStart(name);
    if (start < 0) {
      return false;
    }
    int at = name.offsetByCodePoints(0, start);
    while (at < name.length() && isSubsequent(name.codePointAt(at))) {
      at = name.offsetByCodePoints(at, 1);
    }
    return at == name.length();
  }

  /** How many characters the rule for an identifier's start takes, or -1 if it does not fit. */
  private static int peculiarStart(String name) {
    if (name.isEmpty()) {
      return -1;
    }
    int first = name.codePointAt(0);
    if (isInitial(first)) {
      return 1;
    }
    if (isSign(first)) {
      return name.length() == 1 ? 1 : afterSign(name, 1);
    }
    return first == '.' && isDotSubsequent(name, 1) ? 2 : -1;
  }

  private static int afterSign(String name, int at) {
    if (isSignSubsequent(name.codePointAt(at))) {
      return at + 1;
    }
    return name.charAt(at) == '.' && isDotSubsequent(name, at + 1) ? at + 2 : -1;
  }

  private static boolean isDotSubsequent(String name, int at) {
    return at < name.length() && (name.charAt(at) == '.' || isSignSubsequent(name.codePointAt(at)));
  }

  private static boolean isSignSubsequent(int c) {
    return isInitial(c) || isSign(c);
  }

  private static boolean isInitial(int c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || SPECIAL_INITIALS.indexOf(c) >= 0;
    }
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.NON_SPACING_MARK,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER,
          Character.DASH_PUNCTUATION,
          Character.CONNECTOR_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.CURRENCY_SYMBOL,
          Character.MATH_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL,
          Character.PRIVATE_USE ->
          true;
      default -> c == 0x200C || c == 0x200D;
    };
  }

  /** What Unicode allows in an identifier, but not as its first character (R7RS 7.1.1). */
  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return c >= 0x80
        && (type == Character.DECIMAL_DIGIT_NUMBER
            || type == Character.COMBINING_SPACING_MARK
            || type == Character.ENCLOSING_MARK);
  }

  private static boolean isSign(int c) {
    return c == '+' || c == '-';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
