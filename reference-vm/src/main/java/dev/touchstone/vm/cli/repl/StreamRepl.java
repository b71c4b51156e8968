package dev.touchstone.vm.cli.repl;

import java.io.IOException;

/** A session that takes lines from a stream: no prompt, no colours, values alone. */
final class StreamRepl {
  private final Listener listener;

  StreamRepl(Listener listener) {
    this.listener = listener;
  }

  /** Takes all lines, a form as soon as it ends; returns the code to leave with. */
  int run(LineSource lines) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = lines.next(); line != null; line = lines.next()) {
      text.append(line).append('\n');
      if (!Listener.isUnfinished(text.toString())) {
        listener.take(text.toString());
        text.setLength(0);
      }
      if (listener.exitCode().isPresent()) {
        return listener.exitCode().getAsInt();
      }
    }
    listener.take(text.toString());
    return listener.exitCode().orElseGet(listener::quitCode);
  }
}
