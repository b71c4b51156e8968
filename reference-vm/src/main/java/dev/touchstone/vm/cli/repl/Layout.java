package dev.touchstone.vm.cli.repl;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides a long line of nested lists into lines: a list that does not fit has a line for each
 * part.
 */
final class Layout {
  private static final int STEP = 2;

  private final String text;
  private final List<Lexeme> lexemes;
  private final int width;
  private final StringBuilder out = new StringBuilder();
  private int column;

  private Layout(String text, int width) {
    this.text = text;
    this.lexemes = Lexeme.of(text);
    this.width = width;
  }

  /** The same text in lines of at most so many columns, as far as that is possible. */
  static String of(String text, int width) {
    Layout layout = new Layout(text, width);
    layout.lists();
    return layout.out.toString();
  }

  /** A list that has been begun. */
  private record Open(int indent, boolean broken) {}

  private void lists() {
    List<Open> open = new ArrayList<>();
    for (int i = 0; i < lexemes.size(); i++) {
      Lexeme lexeme = lexemes.get(i);
      separate(i, open);
      if (lexeme.kind() == Lexeme.Kind.OPEN) {
        boolean fits = column + length(i) + open.size() <= width;
        open.add(new Open(column + STEP, !fits));
      } else if (lexeme.kind() == Lexeme.Kind.CLOSE && !open.isEmpty()) {
        open.removeLast();
      }
      write(text.substring(lexeme.start(), lexeme.end()));
    }
  }

  /** What stands before a piece: nothing, a blank, or the beginning of a line. */
  private void separate(int index, List<Open> open) {
    Lexeme lexeme = lexemes.get(index);
    boolean apart = index > 0 && lexemes.get(index - 1).end() < lexeme.start();
    if (!apart) {
      return;
    }
    Open list = open.isEmpty() ? null : open.getLast();
    if (list != null && list.broken() && !staysWithHead(index)) {
      out.append('\n').append(" ".repeat(list.indent()));
      column = list.indent();
    } else {
      write(" ");
    }
  }

  /** The second part of a list stays beside its first word, since it says what that is about. */
  private boolean staysWithHead(int index) {
    return index >= 2
        && lexemes.get(index - 1).kind() == Lexeme.Kind.WORD
        && lexemes.get(index - 2).kind() == Lexeme.Kind.OPEN;
  }

  /** How many columns a list needs on one line. */
  private int length(int index) {
    int depth = 0;
    for (int i = index; i < lexemes.size(); i++) {
      switch (lexemes.get(i).kind()) {
        case OPEN -> depth++;
        case CLOSE -> depth--;
        default -> {}
      }
      if (depth == 0) {
        return lexemes.get(i).end() - lexemes.get(index).start();
      }
    }
    return text.length() - lexemes.get(index).start();
  }

  private void write(String part) {
    out.append(part);
    column += part.codePointCount(0, part.length());
  }
}
