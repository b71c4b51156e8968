package dev.touchstone.vm.reader;

import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.Char;
import dev.touchstone.vm.value.CharNames;
import dev.touchstone.vm.value.Identifiers;
import dev.touchstone.vm.value.Letters;
import dev.touchstone.vm.value.NumberText;
import dev.touchstone.vm.value.Symbol;
import java.util.OptionalInt;

/** Tells what the words of a text are: numbers, identifiers, characters, the dot (R7RS 7.1.1). */
final class BareWords {
  private final Source source;
  private final String text;

  BareWords(Source source) {
    this.source = source;
    this.text = source.text();
  }

  /** A word that begins with no sign of its own: a number, an identifier or the dot. */
  Token word(int start, int end, boolean foldsCase) {
    String word = text.substring(start, end);
    if (word.equals(".")) {
      return new Token.Dot(start, end);
    }
    if (Identifiers.mayBeNumber(word)) {
      NumberText number = NumberText.parse(word, 10);
      if (!(number instanceof NumberText.NotANumber)) {
        return number(number, word, start, end);
      }
    }
    if (!Identifiers.isPlain(word)) {
      throw noWord(word, start, end);
    }
    return new Token.Datum(Symbol.of(foldsCase ? Letters.fold(word) : word), start, end);
  }

  /** A word that begins with {@code #x}, {@code #e} or the like. */
  Token prefixedNumber(int start, int end) {
    String word = text.substring(start, end);
    return number(NumberText.parse(word, 10), word, start, end);
  }

  /** A character: {@code #\a}, {@code #\space}, {@code #\x41}. */
  Token character(int start, int end, boolean foldsCase) {
    String written = text.substring(start + 2, end);
    if (written.codePointCount(0, written.length()) == 1) {
      return new Token.Datum(Char.of(scalar(written.codePointAt(0), start, end)), start, end);
    }
    if (written.matches("[xX][0-9a-fA-F]+")) {
      int codePoint = Escapes.hexScalar(source, start, end, written.substring(1));
      return new Token.Datum(Char.of(codePoint), start, end);
    }
    OptionalInt named = CharNames.named(foldsCase ? Letters.fold(written) : written);
    if (named.isEmpty()) {
      String names = String.join(" ", CharNames.names());
      throw Rejection.at(
          source,
          start,
          end,
          "No character has the name "
              + Rejection.quoted(written)
              + "; the names are "
              + names
              + ".");
    }
    return new Token.Datum(Char.of(named.getAsInt()), start, end);
  }

  private int scalar(int codePoint, int start, int end) {
    if (Character.getType(codePoint) == Character.SURROGATE) {
      throw Rejection.at(source, start, end, "A lone surrogate is no character.");
    }
    return codePoint;
  }

  private Token number(NumberText number, String word, int start, int end) {
    return switch (number) {
      case NumberText.Parsed parsed -> new Token.Datum(parsed.value(), start, end);
      case NumberText.Refused refused ->
          throw Rejection.at(
              source,
              start,
              end,
              "The number " + Rejection.quoted(word) + " " + refused.reason() + ".");
      case NumberText.NotANumber _ ->
          throw Rejection.at(source, start, end, Rejection.quoted(word) + " is no number.");
    };
  }

  private RuntimeException noWord(String word, int start, int end) {
    int at = start;
    while (at < end && Identifiers.isSubsequent(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    if (at == end) {
      return Rejection.at(
          source,
          start,
          end,
          Rejection.quoted(word)
              + " is neither a number nor an identifier; a symbol of this name is written between"
              + " bars, as in |1+|.");
    }
    int c = text.codePointAt(at);
    String message =
        "[]{}".indexOf(c) >= 0
            ? Rejection.quoted(c) + " is reserved; lists are written with ( and )."
            : "The character " + Rejection.quoted(c) + " cannot stand here.";
    return Rejection.at(source, at, at + Character.charCount(c), message);
  }
}
