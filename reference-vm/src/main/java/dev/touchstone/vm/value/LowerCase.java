package dev.touchstone.vm.value;

import java.util.Locale;

/**
 * The full mapping of texts to lower case, of no language in particular. One letter depends on
 * where it stands: a capital sigma becomes the final one at the end of a word, which is the
 * condition Final_Sigma of the Unicode standard (section 3.13). The JDK has another notion of
 * words.
 */
final class LowerCase {
  private static final char CAPITAL_SIGMA = '\u03A3';
  private static final char SMALL_SIGMA = '\u03C3';
  private static final char FINAL_SIGMA = '\u03C2';

  /** What may stand within words: the properties MidLetter, MidNumLet and Single_Quote. */
  private static final String WITHIN_WORDS =
      "'.:\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A";

  private LowerCase() {}

  /** The text in lower case. */
  static String of(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    int from = 0;
    for (int at = text.indexOf(CAPITAL_SIGMA); at >= 0; at = text.indexOf(CAPITAL_SIGMA, from)) {
      lower.append(text.substring(from, at).toLowerCase(Locale.ROOT));
      lower.append(isFinal(text, at) ? FINAL_SIGMA : SMALL_SIGMA);
      from = at + 1;
    }
    return lower.append(text.substring(from).toLowerCase(Locale.ROOT)).toString();
  }

  private static boolean isFinal(String text, int sigma) {
    return isAfterLetter(text, sigma) && !isBeforeLetter(text, sigma + 1);
  }

  private static boolean isAfterLetter(String text, int end) {
    int at = end;
    while (at > 0) {
      int c = text.codePointBefore(at);
      if (!isIgnored(c)) {
        return hasCase(c);
      }
      at -= Character.charCount(c);
    }
    return false;
  }

  private static boolean isBeforeLetter(String text, int start) {
    int at = start;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (!isIgnored(c)) {
        return hasCase(c);
      }
      at += Character.charCount(c);
    }
    return false;
  }

  private static boolean hasCase(int c) {
    return Character.isLowerCase(c) || Character.isUpperCase(c) || Character.isTitleCase(c);
  }

  /** The property Case_Ignorable. */
  private static boolean isIgnored(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.MODIFIER_LETTER,
          Character.MODIFIER_SYMBOL ->
          true;
      default -> WITHIN_WORDS.indexOf(c) >= 0;
    };
  }
}
