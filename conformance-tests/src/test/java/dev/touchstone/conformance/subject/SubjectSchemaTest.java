package dev.touchstone.conformance.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.corpus.JsonSchema;
import dev.touchstone.vm.source.ErrorClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of subject files says what their reader says. */
class SubjectSchemaTest {
  private static final JsonSchema SUBJECTS =
      new JsonSchema(Path.of("subjects/subject.schema.json"));

  static Stream<Path> subjectFiles() throws IOException {
    try (Stream<Path> shipped = Files.walk(Path.of("subjects"), 2);
        Stream<Path> toys = Files.walk(Path.of("src/test/subjects"), 1)) {
      return Stream.concat(shipped, toys)
          .filter(f -> f.toString().endsWith(".yaml"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("subjectFiles")
  void everySubjectFileIsValid(Path file) throws IOException {
    assertThat(SUBJECTS.mistakes(Files.readString(file))).isEmpty();
  }

  @Test
  void theSchemaHasTheReadersKeys() {
    assertThat(SUBJECTS.properties("")).containsExactlyInAnyOrderElementsOf(SubjectFile.KEYS);
    assertThat(SUBJECTS.choices("/properties/errors/properties/patterns/items/properties/class"))
        .containsExactlyElementsOf(Arrays.stream(ErrorClass.values()).map(ErrorClass::id).toList());
    assertThat(SUBJECTS.choices("/properties/mode"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(SubjectDescription.Mode.values())
                .map(SubjectDescription.Mode::id)
                .toList());
    assertThat(SUBJECTS.undescribed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ name: a, mode: in-process, command: [a] }",
        "{ name: a, mode: markers, command: [a] }",
        "{ name: a, mode: repl, command: [a] }",
        "{ name: a, mode: last-line }",
        "{ name: a, mode: last-line, command: [a], prompt: b }",
        "{ name: a, mode: last-line, command: [a], exit: loud }",
        "{ name: a, mode: other, command: [a] }",
        "{ name: a, mode: session, command: [a] }",
        "{ name: a, mode: session, command: [a], lines: xml }",
        "{ name: a, mode: session, command: [a], lines: json, preamble: b }",
        "{ name: a, mode: session, command: [a], lines: json, workers: 0 }",
        "{ name: a, mode: last-line, command: [a], lines: json }",
      })
  void aWrongSubjectIsInvalid(String file) {
    assertThat(SUBJECTS.mistakes(file)).isNotEmpty();
    assertThat(SUBJECTS.mistakes("{ name: a, mode: in-process }")).isEmpty();
  }
}
