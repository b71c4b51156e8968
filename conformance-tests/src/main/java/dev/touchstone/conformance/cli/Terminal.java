package dev.touchstone.conformance.cli;

import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line touches of the world.
 *
 * @param out results
 * @param err complaints and progress
 * @param interactive whether a person watches {@code err}
 * @param colours whether {@code out} may be coloured
 * @param lines whether {@code out} shows characters beyond ASCII
 * @param width of {@code out} in columns, at least 40
 * @param home the top of the checkout, if Touchstone runs from one
 * @param directory the current directory
 */
record Terminal(
    PrintStream out,
    PrintStream err,
    boolean interactive,
    boolean colours,
    boolean lines,
    int width,
    Optional<Path> home,
    Path directory) {
  private static final int USUAL_WIDTH = 100;

  /** The terminal of this process. */
  static Terminal ofProcess(Map<String, String> environment, Optional<Path> home) {
    boolean terminal = hasConsole();
    boolean dumb = "dumb".equals(environment.getOrDefault("TERM", "dumb"));
    boolean noColour = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    PrintStream out = stream(System.out);
    PrintStream err = stream(System.err);
    return new Terminal(
        out,
        err,
        terminal && !dumb,
        terminal && !dumb && !noColour,
        out.charset().equals(StandardCharsets.UTF_8),
        width(environment.getOrDefault("COLUMNS", "")),
        home,
        Path.of("").toAbsolutePath());
  }

  /** A path as it is shown: relative to the current directory, if it is below it. */
  String shown(Path path) {
    return path.startsWith(directory) ? directory.relativize(path).toString() : path.toString();
  }

  @SuppressWarnings("SystemConsoleNull") // JDK 25 does return null again where there is none.
  private static boolean hasConsole() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /** A stream that keeps its own encoding, but is flushed at every line. */
  private static PrintStream stream(PrintStream stream) {
    Charset charset = stream.charset();
    return new PrintStream(stream, true, charset);
  }

  private static int width(String columns) {
    return columns.matches("[0-9]{2,4}") ? Math.max(40, Integer.parseInt(columns)) : USUAL_WIDTH;
  }
}
