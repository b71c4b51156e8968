package dev.touchstone.vm.cli.repl;

import dev.touchstone.vm.api.Host;
import dev.touchstone.vm.api.ReferenceVm;
import dev.touchstone.vm.api.ReplSession;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/** A session at a terminal: prompt, editing, history, colours. */
final class TerminalRepl {
  private final Terminal terminal;
  private final Screen screen;
  private final Interrupts interrupts = new Interrupts();
  private final Listener listener;
  private final LineReader reader;
  private final TerminalEditing editing;

  private TerminalRepl(Terminal terminal, Repl.Wishes wishes, @Nullable Path history) {
    boolean colours = wishes.colours();
    this.terminal = terminal;
    this.screen = Screen.ofTerminal(this::write, colours, terminal::getWidth);
    Host host =
        wishes
            .hosts()
            .apply(
                screen::program,
                grants ->
                    grants
                        .withInput(new TerminalInput(terminal, screen))
                        .withErrors(new ScreenErrors(screen)));
    ReplSession session = ReferenceVm.create().session(wishes.limits(), host);
    Surroundings surroundings = Repl.surroundings(wishes, host, /* attended= */ true);
    this.listener = new Listener(session, screen, interrupts, surroundings);
    this.editing = new TerminalEditing(session, colours, StateFiles.home(wishes.environment()));
    this.reader = editing.reader(terminal, history);
  }

  /** A session at the terminal of the process; empty if nothing can be edited there. */
  static OptionalInt run(Repl.Wishes wishes) throws IOException {
    Charset encoding = TerminalEncoding.of(wishes.environment());
    // The provider that starts stty: it needs no native code, which Java would warn of.
    try (Terminal terminal =
        TerminalBuilder.builder()
            .system(true)
            .provider("exec")
            .dumb(true)
            .stdinEncoding(encoding)
            .stdoutEncoding(encoding)
            .build()) {
      return terminal.getType().startsWith(Terminal.TYPE_DUMB)
          ? OptionalInt.empty()
          : OptionalInt.of(run(terminal, wishes));
    }
  }

  /** Does something whenever the process is asked to end by Ctrl-C. */
  static void onInterrupt(Runnable action) {
    Signals.register("INT", action);
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
    try {
      return repl.loop();
    } finally {
      repl.listener.end();
    }
  }

  private int loop() {
    terminal.handle(Terminal.Signal.INT, _ -> interrupts.ask(screen, () -> {}));
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
    screen.freshLine();
    return listener.exitCode().getAsInt();
  }

  private void write(String text) {
    terminal.writer().write(text);
    terminal.writer().flush();
  }
}
