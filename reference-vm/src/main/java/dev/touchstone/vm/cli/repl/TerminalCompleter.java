package dev.touchstone.vm.cli.repl;

import dev.touchstone.vm.api.ReplSession;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Tells JLine what a word may become. */
final class TerminalCompleter implements Completer {
  private final Completions completions;

  TerminalCompleter(ReplSession session, Path home) {
    this.completions = new Completions(session, home);
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    for (String each : completions.of(line.line(), line.cursor())) {
      boolean command = each.startsWith(",");
      candidates.add(new Candidate(each, each, null, null, null, null, command));
    }
  }
}
