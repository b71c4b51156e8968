package dev.touchstone.vm.cli;

import dev.touchstone.vm.api.JvmFiles;
import dev.touchstone.vm.api.SystemClock;
import dev.touchstone.vm.machine.Grants;
import dev.touchstone.vm.value.ByteSource;
import dev.touchstone.vm.value.TextSink;
import java.util.List;

/** What a program that is run from the command line may touch (spec decision 015). */
final class ConsoleGrants {
  private ConsoleGrants() {}

  /** What the user has; in the sandbox the three standard ports and the arguments. */
  static Grants of(Console console, Options options) {
    Grants standard =
        Grants.none()
            .withInput(new Input(console))
            .withErrors(new Errors(console))
            .withCommandLine(commandLine(options));
    return options.sandbox()
        ? standard
        : standard
            .withFiles(JvmFiles.everywhere())
            .withClock(new SystemClock())
            .withEnvironment(System.getenv());
  }

  /** The program and its arguments; a session is its own program. */
  private static List<String> commandLine(Options options) {
    List<String> words = options.words();
    return words.size() > 1 ? words.subList(1, words.size()) : List.of("vm");
  }

  private record Input(Console console) implements ByteSource {
    @Override
    public int read(byte[] into, int from, int count) {
      return console.read(into, from, count);
    }

    @Override
    public boolean ready() {
      return console.hasInput();
    }

    @Override
    public void close() {}
  }

  private record Errors(Console console) implements TextSink {
    @Override
    public void write(String text) {
      console.writeError(text);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
