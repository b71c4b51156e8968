package dev.touchstone.conformance.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.doctor.Patient;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How a VM is run is found by trying it. */
@Timeout(120)
class DetectiveTest {
  @TempDir private Path directory = Path.of("");

  private Optional<Draft> find(Optional<String> mode, String... patient) throws Exception {
    List<String> command =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    Path.of(
                            Objects.requireNonNull(
                                    Patient.class.getProtectionDomain().getCodeSource())
                                .getLocation()
                                .toURI())
                        .toString(),
                    Patient.class.getName()),
                java.util.stream.Stream.of(patient))
            .toList();
    Wishes wishes =
        new Wishes(
            "patient",
            command,
            directory,
            mode,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "10s");
    return new Detective(wishes, DraftTest.language()).find();
  }

  @Test
  void whatAnswersHelloIsASession() throws Exception {
    Draft draft = find(Optional.empty(), "session", "healthy").orElseThrow();
    assertThat(draft.mode()).isEqualTo("session");
    assertThat(draft.yaml()).contains("lines: json");
  }

  @Test
  void whatPrintsTheValueOfAFileIsLastLine() throws Exception {
    Draft draft = find(Optional.of("last-line"), "last-line", "healthy").orElseThrow();
    assertThat(draft.mode()).isEqualTo("last-line");
    assertThat(draft.command()).endsWith("{file}");
  }

  @Test
  void whatPromptsIsARepl() throws Exception {
    Draft draft = find(Optional.of("repl"), "repl", "healthy").orElseThrow();
    assertThat(draft.yaml()).contains("prompt: '> '");
  }

  @Test
  void whatDoesNothingUsefulIsNotFound() throws Exception {
    assertThat(find(Optional.of("last-line"), "last-line", "always-says-42")).isEmpty();
  }
}
