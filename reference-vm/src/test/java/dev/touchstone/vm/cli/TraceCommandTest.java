package dev.touchstone.vm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code trace}. */
class TraceCommandTest extends CommandLineFixture {
  @Test
  void traceShowsCallsAndWhatTheProgramPrints() throws IOException {
    assertThat(vm("trace", file("(define (f x) (display x) 2)\n(f 1)"))).isZero();
    assertThat(output().lines().map(line -> line.replaceFirst("  +;.*", "")))
        .containsExactly("     1  call f 1", "        | 1", "     2  return f 2");
    assertThat(errors()).startsWith("2 records, hash ").endsWith(", values 2\n");
  }

  @Test
  void traceWritesAFileBesideTheOutput() throws IOException {
    String trace = directory.resolve("t").toString();
    assertThat(
            vm(
                "trace",
                "--format=json",
                "--level",
                "steps",
                "-o",
                trace,
                file("(display (car '()))")))
        .isEqualTo(1);
    assertThat(output()).isEmpty();
    assertThat(Files.readAllLines(Path.of(trace)))
        .first()
        .asString()
        .startsWith("{\"touchstone-trace\":1,\"level\":\"steps\"");
    assertThat(Files.readString(Path.of(trace))).endsWith("\"outcome\":\"error type\"}\n");
  }

  @Test
  void traceShowsAnInterval() throws IOException {
    String loop = file("(define (f n) (if (= n 0) 'end (f (- n 1)))) (f 1000)");
    assertThat(vm("trace", "--from", "500", "--to", "501", loop)).isZero();
    assertThat(output()).hasLineCount(2).contains("500  tail-call f 501");
  }

  @ParameterizedTest
  @CsvSource({
    "--level, all, '--level is calls, events or steps, not all.'",
    "--format, xml, '--format is text or json, not xml.'",
    "--from, 0, 'The option --from needs a whole number of at least 1, not 0.'",
    "--to, -3, 'The option --to needs a whole number of at least 1, not -3.'",
  })
  void traceRefusesWhatItDoesNotKnow(String option, String value, String complaint)
      throws IOException {
    assertThat(vm("trace", option, value, file("1"))).isEqualTo(2);
    assertThat(errors()).contains(complaint);
  }

  @Test
  void traceRefusesAnIntervalThatEndsBeforeItBegins() throws IOException {
    assertThat(vm("trace", "--from", "5", "--to", "4", file("1"))).isEqualTo(2);
    assertThat(errors()).contains("--from must not lie behind --to.");
  }
}
