package dev.touchstone.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.bench.Participant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchCommandTest {
  /** Gives the results of the shipped program {@code sum}, each after a moment. */
  private static final String SUM =
      """
      n=$(sed -n 's/^(touchstone-repeat \\([0-9]*\\))$/\\1/p' "$1")
      while [ $n -gt 0 ]; do sleep 0.02; echo 3200000040000000; n=$((n - 1)); done
      """;

  @TempDir private Path directory = Path.of("");

  private String out = "";
  private String err = "";

  private String shell(String name, String script) throws IOException {
    return Files.writeString(directory.resolve(name + ".sh"), script).toString();
  }

  private void other(String script) throws IOException {
    Files.writeString(
        directory.resolve("other.yaml"),
        "participants:\n  - name: other\n    title: another\n    command: [sh, '%s', '{file}']\n"
            .formatted(shell("other", script)));
  }

  private int bench(String... arguments) throws IOException {
    List<String> command = List.of("sh", shell("own", SUM), "{file}");
    Participant reference =
        new Participant(
            Participant.REFERENCE, "a toy", List.of(), Map.of(), "", List.of(), command);
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(outBytes, true, StandardCharsets.UTF_8),
            new PrintStream(errBytes, true, StandardCharsets.UTF_8),
            false,
            false,
            true,
            100,
            Optional.empty(),
            directory);
    int code =
        new CommandLine(new BenchCommand(terminal, options -> reference))
            .setExecutionExceptionHandler((failure, _, _) -> told(terminal, failure))
            .execute(arguments);
    out = outBytes.toString(StandardCharsets.UTF_8);
    err = errBytes.toString(StandardCharsets.UTF_8);
    return code;
  }

  private static int told(Terminal terminal, Exception failure) throws Exception {
    if (failure instanceof CliException sentence) {
      terminal.err().println(sentence.sentence());
      return sentence.exitCode();
    }
    throw failure;
  }

  @Test
  void aRunShowsATableAndWritesJsonAndAChart() throws IOException {
    other(SUM);
    int code =
        bench(
            "--against",
            "other.yaml",
            "--program",
            "sum",
            "--rounds",
            "2",
            "--json",
            "b/bench.json",
            "--chart",
            "b/bench.svg");
    assertThat(code).isZero();
    assertThat(out).containsPattern("sum +0\\.\\d+ s( ~)? +0\\.\\d+ s( ~)? +\\d+\\.\\d\\d\n");
    assertThat(out).contains("fewer than 5 rounds");
    assertThat(err).contains("sum: reference 0.");
    assertThat(Files.readString(directory.resolve("b/bench.json"))).contains("geometric-mean");
    assertThat(Files.readString(directory.resolve("b/bench.svg"))).startsWith("<svg ");
  }

  @Test
  void aWrongResultEndsWithOneAndIsNoTime() throws IOException {
    other(SUM.replace("echo 3200000040000000", "echo 7"));
    assertThat(bench("--against", "other.yaml", "--program", "sum", "--rounds", "1")).isEqualTo(1);
    assertThat(out)
        .contains("sum on other: wrong result: got 7, expected 3200000040000000")
        .containsPattern("sum +0\\.\\d+ s( ~)? +wrong result +-\n");
  }

  @Test
  void aHangingParticipantEndsWithOne() throws IOException {
    other("sleep 60");
    String[] arguments = {"--against", "other.yaml", "--program", "sum", "--rounds", "1"};
    assertThat(bench(with(arguments, "--time", "1"))).isEqualTo(1);
    assertThat(out).contains("sum on other: over time: more than 1 s");
  }

  private static String[] with(String[] arguments, String... more) {
    return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new);
  }

  @Test
  void nothingThatCouldBeComparedEndsWithThree() throws IOException {
    other("echo no >&2; exit 2");
    assertThat(bench("--against", "other.yaml", "--program", "sum", "--rounds", "1")).isEqualTo(3);
    assertThat(out).contains("sum on other: cannot run: exit code 2: no");
  }

  @Test
  void whatIsNotInstalledIsSkippedVisibly() throws IOException {
    Files.writeString(
        directory.resolve("missing.yaml"),
        "participants:\n  - { name: gone, title: gone, command: [no-such-vm, '{file}'] }\n");
    assertThat(bench("--against", "missing.yaml", "--program", "sum")).isEqualTo(3);
    assertThat(out).isEqualTo("gone: skipped: no no-such-vm here\n");
    other(SUM);
    String against = "missing.yaml,other.yaml";
    assertThat(bench("--against", against, "--program", "sum", "--rounds", "1")).isZero();
    assertThat(out).startsWith("gone: skipped: no no-such-vm here\n");
  }

  @Test
  void wrongUseIsToldWithWhatWasMeant() throws IOException {
    assertThat(bench("--program", "tka")).isEqualTo(2);
    assertThat(err).contains("there is no program 'tka'; did you mean 'tak'?");
    assertThat(bench("--against", "guil")).isEqualTo(2);
    assertThat(err).contains("there is no implementation 'guil'; did you mean 'guile'?");
    assertThat(bench("--rounds", "0")).isEqualTo(2);
    assertThat(err).contains("--rounds, --runs and --time are at least 1");
    assertThat(bench("--clock", "sun")).isEqualTo(2);
    assertThat(err).contains("--clock is wall or, on Linux, cpu; not sun");
    assertThat(bench("--against", "none.yaml")).isEqualTo(2);
    assertThat(err).contains("none.yaml:1:1: cannot be read");
  }

  @Test
  void theListNamesProgramsAndImplementations() throws IOException {
    assertThat(bench("--list")).isZero();
    assertThat(out).containsPattern("  takl +lists").containsPattern("  guile-nojit +Guile");
  }
}
