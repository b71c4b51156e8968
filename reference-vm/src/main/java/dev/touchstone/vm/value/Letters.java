package dev.touchstone.vm.value;

import java.util.Locale;

/**
 * What Unicode says of characters and their case (R7RS 6.6 and 6.7): properties, the simple
 * mappings of one character to one, and the full mappings of texts. The tables are those of the
 * JDK, which lack the foldings; these are derived from the mappings.
 */
public final class Letters {
  private static final int DECIMAL = 10;

  private static final int CAPITAL_I_WITH_DOT = 0x130;
  private static final int DOTLESS_I = 0x131;

  private static final int NEXT_LINE = 0x85;

  private Letters() {}

  /** Whether it has the property White_Space. */
  public static boolean isWhiteSpace(int c) {
    return (c >= '\t' && c <= '\r') || c == NEXT_LINE || Character.isSpaceChar(c);
  }

  /** Whether it is a decimal digit of some script: of the general category Nd. */
  public static boolean isDigit(int c) {
    return Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
  }

  /** What a decimal digit stands for, 0 to 9; -1 for every other character. */
  public static int digitValue(int c) {
    return isDigit(c) ? Character.digit(c, DECIMAL) : -1;
  }

  /** The simple case folding of a character. */
  public static int fold(int c) {
    return switch (c) {
      // Folded for Turkic languages alone, though their mappings lead to i.
      case CAPITAL_I_WITH_DOT, DOTLESS_I -> c;
      // Characters that look the same, of which neither has a capital of one character.
      case 0x1FD3 -> 0x390;
      case 0x1FE3 -> 0x3B0;
      case 0xFB05 -> 0xFB06;
      default ->
          isCherokee(c)
              ? Character.toUpperCase(c)
              : Character.toLowerCase(Character.toUpperCase(c));
    };
  }

  /** Cherokee got its small letters late: here the capitals are what everything is folded to. */
  private static boolean isCherokee(int c) {
    return (c >= 0x13A0 && c <= 0x13FD) || (c >= 0xAB70 && c <= 0xABBF);
  }

  /** The full mapping to upper case, of no language in particular. */
  public static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  /** The full mapping to lower case; a sigma at the end of a word becomes the final one. */
  public static String lower(String text) {
    return LowerCase.of(text);
  }

  /** The full case folding: it maps each character on its own, to one or more. */
  public static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.codePoints().forEach(c -> appendFolded(folded, c));
    return folded.toString();
  }

  /** As the full capital of the small letter, of which each character is then folded simply. */
  private static void appendFolded(StringBuilder out, int c) {
    if (c < 0x80 || c == DOTLESS_I || isCherokee(c)) {
      out.appendCodePoint(fold(c));
    } else {
      upper(lower(Character.toString(c))).codePoints().forEach(d -> out.appendCodePoint(fold(d)));
    }
  }
}
