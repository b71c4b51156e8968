package dev.touchstone.vm.cli.repl;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Finds the word that is being typed. */
final class TerminalWords implements Parser {
  /**
   * A text with its word at the cursor.
   *
   * @param start the offset of the word's first character
   */
  record Words(String line, int cursor, int start) implements CompletingParsedLine {
    @Override
    public String word() {
      return line.substring(start, cursor);
    }

    @Override
    public int wordCursor() {
      return cursor - start;
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return wordCursor();
    }

    @Override
    public int rawWordLength() {
      return word().length();
    }

    @Override
    public List<String> words() {
      return List.of(word());
    }
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    int at = Math.min(cursor, line.length());
    return new Words(line, at, Completions.wordStart(line, at));
  }
}
