package dev.touchstone.conformance.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.touchstone.vm.api.Completion;
import dev.touchstone.vm.api.JvmHost;
import dev.touchstone.vm.api.Limits;
import dev.touchstone.vm.api.ReferenceVm;
import dev.touchstone.vm.api.TraceOutcome;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.trace.Level;
import dev.touchstone.vm.trace.Recorder;
import dev.touchstone.vm.trace.RollingHash;
import dev.touchstone.vm.trace.Trace;
import dev.touchstone.vm.trace.TraceLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Trace files, beside the example and the schema of chapter 24. */
class TraceFileTest {
  private static final String CHAPTER = text("../spec/chapters/24-traces.md");

  private static String text(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The whole trace in the chapter, and before it its program. */
  private static Matcher example() {
    Matcher found =
        Pattern.compile("```\\n(\\(define.*?)```\\s+```trace\\n(.*?)```", Pattern.DOTALL)
            .matcher(CHAPTER);
    assertThat(found.find()).isTrue();
    return found;
  }

  private static List<String> lines(Level level, String name, String program) {
    Source source = Source.of(name, program);
    Recorder recorder = Recorder.ofEnds(level);
    Completion completion =
        ReferenceVm.create().trace(source, Limits.GENEROUS, new JvmHost(_ -> {}), recorder);
    Trace.Header header =
        new Trace.Header(level, name, RollingHash.of(program), "touchstone 0.1.0");
    return TraceLines.of(recorder.trace(header, TraceOutcome.of(completion)));
  }

  private static String whole() {
    return example().group(2);
  }

  @Test
  void theTraceOfTheChapterIsThatOfItsProgram() {
    Matcher example = example();
    assertThat(lines(Level.EVENTS, "example.scm", example.group(1)))
        .isEqualTo(example.group(2).lines().toList());
  }

  @Test
  void whatIsWrittenIsReadAgain() throws TraceFileException {
    Trace trace = TraceFile.read("t", whole());
    assertThat(trace.isComplete()).isTrue();
    assertThat(TraceLines.of(trace)).isEqualTo(whole().lines().toList());
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void everyLineIsValid(Level level) {
    String loop = "(define (f n) (if (= n 0) '() (cons \"\\\\\\n\" (f (- n 1))))) (f 100)";
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text("../spec/trace.schema.json"), InputFormat.JSON);
    for (String line : lines(level, "loop", loop)) {
      assertThat(schema.validate(line, InputFormat.JSON)).as(line).isEmpty();
    }
  }

  @Test
  void aLongTraceIsReadAgain() throws TraceFileException {
    String loop = "(define (f n) (if (= n 0) 'end (f (- n 1)))) (f 10000)";
    List<String> lines = lines(Level.CALLS, "loop", loop);
    Trace trace = TraceFile.read("t", String.join("\n", lines));
    assertThat(trace.isComplete()).isFalse();
    assertThat(TraceLines.of(trace)).isEqualTo(lines);
  }

  @Test
  void aFileThatIsCutOffIsNone() {
    String text = whole();
    for (int end = 0; end < text.length() - 1; end += 7) {
      String part = text.substring(0, end);
      assertThatThrownBy(() -> TraceFile.read("t.trace", part))
          .isInstanceOf(TraceFileException.class)
          .hasMessageMatching("t\\.trace:[1-9]: .*");
    }
    int middle = text.indexOf("call add 1");
    assertThatThrownBy(() -> TraceFile.read("t.trace", text.substring(0, middle)))
        .hasMessage("t.trace:3: the trace is cut off in the middle of this line");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"touchstone-trace\":1 | \"touchstone-trace\":2 | 1: version 2 of the format; this",
        "\"touchstone-trace\":1 | \"trace\":1 | 1: this is no trace",
        "\"level\":\"events\" | \"level\":\"all\" | 1: there is no level `all`",
        "call add 1 | call add 7 | 8: the records have the hash",
        "\"n\":3 | \"n\":1 | 4: record 1 does not come after record 2",
        "\"count\":6 | \"count\":5 | 8: it has a record 6, and its last line says 5",
        "\"count\":6 | \"count\":\"6\" | 8: the field `count` is missing, or no whole number",
        "\"hash\":\" | \"hash\":\"x | 8: a hash has 16 hexadecimal digits",
        "\"event\":\"closure add\" | \"event\":7 | 2: the field `event` is missing, or no text",
        "{\"n\":2 | [{\"n\":2 | 3: no JSON:",
      })
  void aFileThatWasChangedIsNone(String part, String other, String complaint) {
    String changed = whole().replace(part, other);
    assertThat(changed).isNotEqualTo(whole());
    assertThatThrownBy(() -> TraceFile.read("t", changed)).hasMessageStartingWith("t:" + complaint);
  }
}
