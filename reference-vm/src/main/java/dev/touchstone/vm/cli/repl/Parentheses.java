package dev.touchstone.vm.cli.repl;

import dev.touchstone.vm.cli.repl.Lexeme.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What belongs together in a text that is being typed, and where its next line begins. */
final class Parentheses {
  private Parentheses() {}

  /**
   * Two parentheses that belong together.
   *
   * @param open the offset of the opening one itself
   * @param close the offset of the closing one
   */
  record Pair(int open, int close) {}

  /**
   * The pair that the cursor is at: right behind the closing one, else on the opening one.
   *
   * @return null if there is none
   */
  static @Nullable Pair at(List<Lexeme> text, int cursor) {
    Deque<Integer> opened = new ArrayDeque<>();
    Pair found = null;
    for (Lexeme lexeme : text) {
      if (lexeme.kind() == Kind.OPEN) {
        opened.push(lexeme.end() - 1);
      } else if (lexeme.kind() == Kind.CLOSE && !opened.isEmpty()) {
        Pair pair = new Pair(opened.pop(), lexeme.start());
        if (pair.close() == cursor - 1) {
          return pair;
        }
        found = pair.open() == cursor ? pair : found;
      }
    }
    return found;
  }

  /** How many blanks a line begins with that is inserted at the end of a text. */
  static int indentation(String text) {
    Deque<Integer> opened = new ArrayDeque<>();
    List<Lexeme> lexemes = Lexeme.of(text);
    for (int i = 0; i < lexemes.size(); i++) {
      switch (lexemes.get(i).kind()) {
        case OPEN -> opened.push(i);
        case CLOSE -> opened.poll();
        default -> {}
      }
    }
    boolean quoted = !lexemes.isEmpty() && isUnfinishedText(text, lexemes.getLast());
    return opened.isEmpty() || quoted ? 0 : inside(text, lexemes, opened.getFirst());
  }

  /** Whether a text ends within a string or a block comment. */
  private static boolean isUnfinishedText(String text, Lexeme last) {
    String written = text.substring(last.start(), last.end());
    return switch (last.kind()) {
      case STRING -> written.length() == 1 || !written.endsWith("\"");
      case COMMENT -> written.startsWith("#|") && !(written.length() > 3 && written.endsWith("|#"));
      default -> false;
    };
  }

  /**
   * Within a list: under its second element, if that stands beside the first; under the first, two
   * columns in, if that is a word whose last elements are a body.
   */
  private static int inside(String text, List<Lexeme> lexemes, int open) {
    Lexeme parenthesis = lexemes.get(open);
    int column = column(text, parenthesis.end() - 1);
    Lexeme first = open + 1 < lexemes.size() ? lexemes.get(open + 1) : null;
    if (first == null || first.kind() != Kind.WORD) {
      return column + 1;
    }
    String word = text.substring(first.start(), first.end());
    if (hasBody(word)) {
      return column + 2;
    }
    Lexeme second = open + 2 < lexemes.size() ? lexemes.get(open + 2) : null;
    return second != null
            && second.kind() != Kind.COMMENT
            && text.substring(first.end(), second.start()).indexOf('\n') < 0
        ? column(text, second.start())
        : column + 1;
  }

  private static boolean hasBody(String word) {
    return word.startsWith("def")
        || word.startsWith("let")
        || word.startsWith("with-")
        || word.startsWith("call-with-")
        || switch (word) {
          case "lambda",
              "case-lambda",
              "when",
              "unless",
              "do",
              "case",
              "guard",
              "parameterize",
              "syntax-rules",
              "begin" ->
              true;
          default -> false;
        };
  }

  private static int column(String text, int offset) {
    int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    return text.codePointCount(lineStart, offset);
  }
}
