package dev.touchstone.vm.cli;

import dev.touchstone.vm.api.JvmFiles;
import dev.touchstone.vm.api.JvmHost;
import dev.touchstone.vm.api.ProgramFiles;
import dev.touchstone.vm.api.SystemClock;
import dev.touchstone.vm.machine.Grants;
import dev.touchstone.vm.source.Paths;
import dev.touchstone.vm.value.ByteSource;
import dev.touchstone.vm.value.TextSink;
import java.util.ArrayList;
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

  /**
   * The same host, which finds the texts of which programs consist: libraries, and what is included
   * or loaded. In the sandbox these are files beside the program and in the library path alone.
   */
  static JvmHost withTexts(JvmHost host, Options options) {
    List<String> path = options.libraryPath();
    if (!options.sandbox()) {
      return host.searching(path);
    }
    List<String> directories = new ArrayList<>(path);
    directories.add(ownDirectory(options.words()));
    return host.reading(new ProgramFiles(directories), path);
  }

  /** That of the program; for one that is in no file, the current one. */
  private static String ownDirectory(List<String> words) {
    boolean isFile = words.size() > 1 && !words.getFirst().equals("eval");
    return isFile ? Paths.directory(words.get(1)) : "";
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
