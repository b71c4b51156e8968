package dev.touchstone.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.engine.setup.StandardWorkshop;
import dev.touchstone.conformance.engine.setup.Workshop;
import dev.touchstone.vm.trace.Level;
import dev.touchstone.vm.trace.Recorder;
import dev.touchstone.vm.trace.RollingHash;
import dev.touchstone.vm.trace.Trace;
import dev.touchstone.vm.trace.TraceLines;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceCommandTest extends CommandLineFixture {
  /** The clauses are those of the shipped corpus. */
  @Override
  Workshop workshop() {
    return new StandardWorkshop(Optional.empty());
  }

  private void write(String file, String program, List<String> texts) throws IOException {
    Recorder recorder = Recorder.ofEnds(Level.EVENTS);
    texts.forEach(text -> recorder.record(text, null, 0));
    Trace.Header header = new Trace.Header(Level.EVENTS, program, RollingHash.of(program), "toy 1");
    Trace trace = recorder.trace(header, "values");
    Files.writeString(directory.resolve(file), String.join("\n", TraceLines.of(trace)) + "\n");
  }

  @Test
  void theSameIsZero() throws IOException {
    write("a", "p", List.of("call f 1", "return f 1"));
    assertThat(touchstone("trace", "diff", "a", "a")).isZero();
    assertThat(out).isEqualTo("The traces are the same: 2 records.\n");
  }

  @Test
  void aDifferenceIsOneAndNamed() throws IOException {
    write("a", "p", List.of("call f 1", "tail-call g 1"));
    write("b", "p", List.of("call f 1", "call g 1"));
    assertThat(touchstone("trace", "diff", "a", "b")).isEqualTo(1);
    assertThat(out).contains("Suspect: event 2: tail-call g 1", "TAIL-2");
  }

  @Test
  void differentProgramsAreTwo() throws IOException {
    write("a", "p", List.of("call f 1"));
    write("b", "q", List.of("call f 1"));
    assertThat(touchstone("trace", "diff", "a", "b")).isEqualTo(2);
    assertThat(err).contains("traces of different programs: p (");
  }

  @Test
  void noTraceIsTwo() throws IOException {
    write("a", "p", List.of("call f 1"));
    Files.writeString(directory.resolve("b"), "hello\n");
    assertThat(touchstone("trace", "diff", "a", "b")).isEqualTo(2);
    assertThat(err).contains("b:1: no JSON");
    assertThat(touchstone("trace", "diff", "a", "nowhere")).isEqualTo(2);
    assertThat(err).contains("there is no file nowhere");
  }

  @Test
  void withoutAFurtherCommandItIsWrongUse() {
    assertThat(touchstone("trace")).isEqualTo(2);
    assertThat(err).contains("a command is missing: diff");
  }
}
