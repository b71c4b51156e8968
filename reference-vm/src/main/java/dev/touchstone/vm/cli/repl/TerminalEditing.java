package dev.touchstone.vm.cli.repl;

import dev.touchstone.vm.api.ReplSession;
import java.nio.file.Path;
import java.util.Objects;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Buffer;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/** Sets up JLine for Scheme. */
final class TerminalEditing {
  private static final String ENTER = "touchstone-enter";
  private static final String NEW_LINE = "touchstone-new-line";

  private final ReplSession session;
  private final boolean colours;
  private final Path home;
  private final TerminalColours highlighter;

  TerminalEditing(ReplSession session, boolean colours, Path home) {
    this.session = session;
    this.colours = colours;
    this.home = home;
    this.highlighter = new TerminalColours(session, colours);
  }

  /** A reader of lines. */
  LineReader reader(Terminal terminal, @Nullable Path history) {
    LineReader reader =
        LineReaderBuilder.builder()
            .appName("touchstone")
            .terminal(terminal)
            .parser(new TerminalWords())
            .completer(new TerminalCompleter(session, home))
            .highlighter(highlighter)
            .option(Option.DISABLE_EVENT_EXPANSION, true)
            .option(Option.HISTORY_IGNORE_SPACE, false)
            .option(Option.HISTORY_TIMESTAMPED, false)
            .option(Option.INSERT_TAB, false)
            .option(Option.BRACKETED_PASTE, true)
            .variable(LineReader.BLINK_MATCHING_PAREN, 0L)
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, Repl.CONTINUED)
            .build();
    if (history != null) {
      reader.setVariable(LineReader.HISTORY_FILE, history);
    }
    bind(reader);
    return reader;
  }

  private void bind(LineReader reader) {
    reader.getWidgets().put(ENTER, () -> enter(reader));
    reader.getWidgets().put(NEW_LINE, () -> insertLine(reader.getBuffer()));
    KeyMap<Binding> keys = Objects.requireNonNull(reader.getKeyMaps().get(LineReader.MAIN));
    keys.bind(new Reference(ENTER), "\r", "\n");
    keys.bind(new Reference(NEW_LINE), KeyMap.alt('\r'), KeyMap.alt('\n'));
  }

  /** The next text: a line, or as many as its last datum needs. */
  String read(LineReader reader) {
    highlighter.setAccepted(false);
    AttributedString prompt =
        new AttributedString(Repl.PROMPT, colours ? AttributedStyle.BOLD : AttributedStyle.DEFAULT);
    return reader.readLine(prompt.toAnsi(reader.getTerminal()));
  }

  private boolean enter(LineReader reader) {
    Buffer buffer = reader.getBuffer();
    if (Listener.isUnfinished(buffer.toString())) {
      return insertLine(buffer);
    }
    highlighter.setAccepted(true);
    dropBlankEnd(buffer);
    reader.callWidget(LineReader.ACCEPT_LINE);
    return true;
  }

  /** A text that was pasted often ends with an empty line. */
  private static void dropBlankEnd(Buffer buffer) {
    buffer.cursor(buffer.length());
    while (buffer.length() > 0 && Character.isWhitespace(buffer.atChar(buffer.length() - 1))) {
      buffer.backspace();
    }
  }

  private static boolean insertLine(Buffer buffer) {
    int blanks = Parentheses.indentation(buffer.upToCursor());
    buffer.write("\n" + " ".repeat(blanks));
    return true;
  }
}
