package dev.touchstone.vm.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command line of the VM in this process, on files of its own. */
abstract class CommandLineFixture {
  final ByteArrayOutputStream out = new ByteArrayOutputStream();
  final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path directory;

  int vm(String... arguments) {
    return vmWithInput("", arguments);
  }

  int vmWithInput(String input, String... arguments) {
    ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    return Commands.execute(arguments, new Console(in, out, err));
  }

  String output() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }

  String file(String text) throws IOException {
    Path file = directory.resolve("program.scm");
    Files.writeString(file, text);
    return file.toString();
  }
}
