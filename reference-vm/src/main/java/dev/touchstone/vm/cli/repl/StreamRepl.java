package dev.touchstone.vm.cli.repl;

import java.io.IOException;

/** A session that takes lines from a stream, and does each form as soon as it ends. */
final class StreamRepl {
  private final Listener listener;
  private final Screen screen;
  private final String prompt;
  private final String continued;

  /** Whether what was typed of a form is to be forgotten. */
  private volatile boolean cleared;

  private StreamRepl(Listener listener, Screen screen, String prompt, String continued) {
    this.listener = listener;
    this.screen = screen;
    this.prompt = prompt;
    this.continued = continued;
  }

  /** Without a prompt: nothing is shown but values and what the program writes. */
  static StreamRepl silent(Listener listener, Screen screen) {
    return new StreamRepl(listener, screen, "", "");
  }

  /** With a prompt, for somebody at a terminal that can do nothing but show lines. */
  static StreamRepl prompting(Listener listener, Screen screen) {
    return new StreamRepl(listener, screen, Repl.PROMPT, Repl.CONTINUED);
  }

  /** Takes all lines; returns the code to leave with. */
  int run(LineSource lines) throws IOException {
    try {
      return takeAll(lines);
    } finally {
      listener.end();
    }
  }

  private int takeAll(LineSource lines) throws IOException {
    StringBuilder text = new StringBuilder();
    screen.prompt(prompt);
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (cleared) {
        cleared = false;
        text.setLength(0);
      }
      text.append(line).append('\n');
      boolean unfinished = Listener.isUnfinished(text.toString());
      if (!unfinished) {
        listener.take(text.toString());
        text.setLength(0);
      }
      if (listener.exitCode().isPresent()) {
        return listener.exitCode().getAsInt();
      }
      screen.prompt(unfinished ? continued : prompt);
    }
    listener.take(text.toString());
    screen.prompt(prompt.isEmpty() ? "" : "\n");
    return listener.exitCode().orElseGet(listener::quitCode);
  }

  /** Forgets what was typed of a form. */
  void clear() {
    cleared = true;
    screen.prompt("\n" + prompt);
  }
}
