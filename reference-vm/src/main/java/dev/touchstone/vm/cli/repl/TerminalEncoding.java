package dev.touchstone.vm.cli.repl;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In which encoding characters are typed and shown: UTF-8, unless the environment names another. A
 * locale such as {@code C} names none, and says nothing of the terminal.
 */
final class TerminalEncoding {
  /** A locale with a codeset, of which only such count as may be the name of a charset. */
  private static final Pattern CODESET =
      Pattern.compile("[^.@]*\\.([A-Za-z0-9][-A-Za-z0-9_:]*)(@.*)?");

  private TerminalEncoding() {}

  /**
   * That of a terminal.
   *
   * @param environment of its variables for the locale the first counts that has a value (POSIX
   *     Base Definitions 8.2)
   */
  static Charset of(Map<String, String> environment) {
    for (String variable : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String locale = environment.getOrDefault(variable, "");
      if (!locale.isEmpty()) {
        return ofLocale(locale);
      }
    }
    return StandardCharsets.UTF_8;
  }

  /** What {@code language_TERRITORY.codeset@modifier} names. */
  private static Charset ofLocale(String locale) {
    Matcher matcher = CODESET.matcher(locale);
    if (!matcher.matches()) {
      return StandardCharsets.UTF_8;
    }
    // The C library of GNU lists its locales as iso88591 and the like.
    String codeset = matcher.group(1).replaceFirst("(?i)^iso8859(?=[0-9])", "ISO-8859-");
    if (!Charset.isSupported(codeset)) {
      return StandardCharsets.UTF_8;
    }
    Charset named = Charset.forName(codeset);
    // All of ASCII is UTF-8.
    return named.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : named;
  }
}
