package dev.touchstone.conformance.cli;

import dev.touchstone.conformance.engine.setup.Workshop;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** A test that types commands, in a directory of its own, and looks at what they write. */
abstract class CommandLineFixture {
  /** Where the commands are typed. */
  @TempDir Path directory = Path.of("");

  /** Whether the terminal is one at which somebody sits. */
  boolean interactive;

  /** Whether it shows colours. */
  boolean colours;

  /** What the last command wrote. */
  String out = "";

  /** What it wrote on its error stream. */
  String err = "";

  /** The corpus and the subjects. */
  abstract Workshop workshop();

  /** Types a command; gives its exit code. */
  final int touchstone(String... arguments) {
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(outBytes, true, StandardCharsets.UTF_8),
            new PrintStream(errBytes, true, StandardCharsets.UTF_8),
            interactive,
            colours,
            /* lines= */ true,
            100,
            Optional.empty(),
            directory);
    int code = Main.run(terminal, workshop(), arguments);
    out = outBytes.toString(StandardCharsets.UTF_8);
    err = errBytes.toString(StandardCharsets.UTF_8);
    return code;
  }
}
