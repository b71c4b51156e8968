package dev.touchstone.conformance.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was typed here works where the runner starts it. */
class StartCommandTest {
  @TempDir private Path directory = Path.of("");

  private StartCommand typed(Optional<String> extension, String... command) throws IOException {
    Files.writeString(directory.resolve("toy.py"), "");
    Files.writeString(directory.resolve("vm"), "");
    return new StartCommand(
        new Wishes(
            "toy",
            List.of(command),
            directory,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            extension,
            Optional.empty(),
            Optional.empty(),
            "10s"));
  }

  private StartCommand typed(String... command) throws IOException {
    return typed(Optional.empty(), command);
  }

  @Test
  void filesHereAreNamedFromTheSubjectFile() throws IOException {
    assertThat(typed("python3", "toy.py", "-q", "nowhere.py").bare())
        .containsExactly("python3", "{dir}/toy.py", "-q", "nowhere.py");
    assertThat(typed("./vm", "/etc").bare()).containsExactly("{dir}/vm", "/etc");
    assertThat(typed("vm").bare()).containsExactly("vm");
  }

  @Test
  void theFileComesLastUnlessItHasItsPlace() throws IOException {
    assertThat(typed("./vm", "-q").withFile()).containsExactly("{dir}/vm", "-q", "{file}");
    assertThat(typed("./vm", "{file}", "-q").withFile())
        .containsExactly("{dir}/vm", "{file}", "-q");
  }

  @Test
  void anotherExtensionIsACopyOfTheFile() throws IOException {
    assertThat(typed(Optional.of(".lisp"), "./vm", "it's").withFile())
        .containsExactly(
            "sh",
            "-c",
            "cp \"$1\" \"$1.lisp\" && exec '{dir}/vm' 'it'\\''s' \"$1.lisp\"",
            "sh",
            "{file}");
    assertThat(typed(Optional.of(".scm"), "vm").withFile()).containsExactly("vm", "{file}");
  }

  @Test
  void theStandardInputIsTheFile() throws IOException {
    assertThat(typed("./vm", "-q").withInput())
        .containsExactly("sh", "-c", "exec '{dir}/vm' '-q' <\"$1\"", "sh", "{file}");
  }
}
