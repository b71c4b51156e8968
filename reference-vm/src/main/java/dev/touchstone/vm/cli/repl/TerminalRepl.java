package dev.touchstone.vm.cli.repl;

import dev.touchstone.vm.api.Host;
import java.io.IOException;
import java.nio.file.Path;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** A session at a terminal: prompt, editing, history, colours. */
final class TerminalRepl {
  /** After how many unheard requests to end an evaluation the session ends instead. */
  private static final int MOST_REQUESTS = 3;

  /** What a shell reports of a process that was interrupted. */
  private static final int INTERRUPTED = 130;

  private final Terminal terminal;
  private final Screen screen;
  private final Interrupts interrupts = new Interrupts();
  private final Listener listener;
  private final LineReader reader;
  private final TerminalEditing editing;

  private TerminalRepl(Terminal terminal, Repl.Wishes wishes, @Nullable Path history) {
    boolean colours = wishes.colours() && !terminal.getType().startsWith(Terminal.TYPE_DUMB);
    this.terminal = terminal;
    this.screen = Screen.ofTerminal(this::write, colours, terminal::getWidth);
    Host host = wishes.hosts().apply(screen::program);
    LiveWorld session = new MachineWorld(wishes.limits(), host);
    Surroundings surroundings = Repl.surroundings(wishes, host, /* attended= */ true);
    this.listener = new Listener(session, screen, interrupts, surroundings);
    this.editing = new TerminalEditing(session, colours, StateFiles.home(wishes.environment()));
    this.reader = editing.reader(terminal, history);
  }

  /** A session at the terminal of the process. */
  static int run(Repl.Wishes wishes) throws IOException {
    // The provider that starts stty: it needs no native code, which Java would warn of.
    try (Terminal terminal =
        TerminalBuilder.builder().system(true).provider("exec").dumb(true).build()) {
      return run(terminal, wishes);
    }
  }

  /** A session at a terminal; it remains open. */
  static int run(Terminal terminal, Repl.Wishes wishes) {
    Path history = wishes.keepsHistory() ? StateFiles.history(wishes.environment()) : null;
    String trouble = "";
    if (history != null) {
      try {
        StateFiles.prepare(history);
      } catch (IOException e) {
        trouble = "the history is not kept: " + history + ": " + e.getMessage();
        history = null;
      }
    }
    TerminalRepl repl = new TerminalRepl(terminal, wishes, history);
    if (!wishes.greeting().isEmpty()) {
      repl.screen.line(wishes.greeting());
    }
    if (!trouble.isEmpty()) {
      repl.screen.note(trouble);
    }
    return repl.loop();
  }

  private int loop() {
    terminal.handle(Terminal.Signal.INT, _ -> interrupt());
    while (listener.exitCode().isEmpty()) {
      screen.freshLine();
      try {
        listener.take(editing.read(reader));
      } catch (UserInterruptException cleared) {
        // The line is gone; so nothing is to be done.
      } catch (EndOfFileException end) {
        return 0;
      }
    }
    return listener.exitCode().getAsInt();
  }

  private void interrupt() {
    int asked = interrupts.ask();
    if (asked > 0) {
      screen.echoed();
    }
    if (asked == MOST_REQUESTS - 1) {
      screen.note("this cannot be interrupted; Ctrl-C once more ends the session");
    } else if (asked >= MOST_REQUESTS) {
      System.exit(INTERRUPTED);
    }
  }

  private void write(String text) {
    terminal.writer().write(text);
    terminal.writer().flush();
  }
}
