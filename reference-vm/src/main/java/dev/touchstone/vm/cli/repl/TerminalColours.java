package dev.touchstone.vm.cli.repl;

import dev.touchstone.vm.api.ReplSession;
import java.util.List;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours what is being typed, and shows which parentheses belong together. */
final class TerminalColours implements Highlighter {
  private final ReplSession session;
  private final boolean colours;
  private boolean accepted;

  TerminalColours(ReplSession session, boolean colours) {
    this.session = session;
    this.colours = colours;
  }

  /** Whether the text is typed to its end, so that no parenthesis is shown any more. */
  void setAccepted(boolean accepted) {
    this.accepted = accepted;
  }

  @Override
  public AttributedString highlight(LineReader reader, String text) {
    if (!colours) {
      return new AttributedString(text);
    }
    List<Lexeme> lexemes = Lexeme.of(text);
    AttributedStringBuilder painted = new AttributedStringBuilder(text.length());
    int at = 0;
    for (Lexeme lexeme : lexemes) {
      painted.append(text, at, lexeme.start());
      painted.styled(style(text, lexeme), text.substring(lexeme.start(), lexeme.end()));
      at = lexeme.end();
    }
    painted.append(text, at, text.length());
    Parentheses.Pair pair = accepted ? null : Parentheses.at(lexemes, reader.getBuffer().cursor());
    return pair == null
        ? painted.toAttributedString()
        : marked(marked(painted.toAttributedString(), pair.open()), pair.close());
  }

  private static AttributedString marked(AttributedString text, int at) {
    AttributedStringBuilder marked = new AttributedStringBuilder(text.length());
    marked.append(text.subSequence(0, at));
    marked.styled(
        AttributedStyle.BOLD.foreground(AttributedStyle.CYAN).underline(),
        text.toString().substring(at, at + 1));
    marked.append(text.subSequence(at + 1, text.length()));
    return marked.toAttributedString();
  }

  private AttributedStyle style(String text, Lexeme lexeme) {
    return switch (lexeme.kind()) {
      case OPEN, CLOSE, QUOTE -> AttributedStyle.DEFAULT;
      case STRING -> AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
      case CHARACTER, NUMBER, CONSTANT -> AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
      case COMMENT -> AttributedStyle.DEFAULT.faint();
      case WORD -> word(text, lexeme);
    };
  }

  private AttributedStyle word(String text, Lexeme lexeme) {
    boolean command = lexeme.start() > 0 && text.substring(0, lexeme.start()).strip().equals(",");
    return command || session.isSyntax(text.substring(lexeme.start(), lexeme.end()))
        ? AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA)
        : AttributedStyle.DEFAULT;
  }
}
