package dev.touchstone.conformance.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas that editors use say what the loader says. */
class SchemaTest {
  private static final JsonSchema CASES = new JsonSchema(Path.of("../test-cases/case.schema.json"));
  private static final JsonSchema FEATURES =
      new JsonSchema(Path.of("../spec/features.schema.json"));

  static Stream<Path> caseFiles() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../test-cases"), 2)) {
      return files
          .filter(f -> f.toString().endsWith(".yaml") && f.getNameCount() == 4)
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("caseFiles")
  void everyShippedFileOfCasesIsValid(Path file) throws IOException {
    assertThat(CASES.mistakes(Files.readString(file))).isEmpty();
  }

  @Test
  void theTableOfFeaturesIsValid() throws IOException {
    assertThat(FEATURES.mistakes(Files.readString(Path.of("../spec/features.yaml")))).isEmpty();
  }

  @Test
  void theSchemasHaveTheLoadersKeys() {
    Map<String, List<String>> keys =
        Map.of(
            "", CaseLoader.FILE_KEYS,
            "/$defs/case", CaseLoader.CASE_KEYS,
            "/$defs/case/properties/limits", CaseLoader.LIMIT_KEYS,
            "/$defs/pieces/items/oneOf/1", Generate.PIECE_KEYS,
            "/$defs/aspects", ExpectationReader.ASPECT_KEYS,
            "/$defs/aspects/properties/near", ExpectationReader.NEAR_KEYS,
            "/$defs/aspects/properties/error", ExpectationReader.ERROR_KEYS,
            "/$defs/aspects/properties/space", ExpectationReader.SPACE_KEYS,
            "/$defs/aspects/properties/events", ExpectationReader.EVENTS_KEYS);
    keys.forEach(
        (part, names) ->
            assertThat(CASES.properties(part)).as(part).containsExactlyInAnyOrderElementsOf(names));
    for (String whole : ExpectationReader.WHOLE_KEYS) {
      assertThat(CASES.properties("/$defs/" + whole)).containsExactly(whole);
    }
    assertThat(FEATURES.properties(""))
        .containsExactlyInAnyOrderElementsOf(FeaturesLoader.FILE_KEYS);
    assertThat(FEATURES.properties("/$defs/feature"))
        .containsExactlyInAnyOrderElementsOf(FeaturesLoader.FEATURE_KEYS);
    assertThat(FEATURES.properties("/$defs/capability"))
        .containsExactlyInAnyOrderElementsOf(FeaturesLoader.CAPABILITY_KEYS);
    assertThat(FEATURES.properties("/$defs/rung"))
        .containsExactlyInAnyOrderElementsOf(FeaturesLoader.RUNG_KEYS);
  }

  @Test
  void theSchemaHasTheLoadersChoices() {
    assertThat(CASES.choices("/$defs/errorClass"))
        .containsExactlyElementsOf(Arrays.stream(ErrorClass.values()).map(ErrorClass::id).toList());
    assertThat(CASES.choices("/$defs/phase"))
        .containsExactlyElementsOf(Arrays.stream(Phase.values()).map(Phase::id).toList());
    assertThat(CASES.choices("/$defs/case/properties/essential/items"))
        .containsExactlyElementsOf(ExpectationReader.ASPECT_KEYS);
    assertThat(CASES.choices("/$defs/aspects/properties/exhausted"))
        .containsExactlyElementsOf(ExpectationReader.LIMITS);
    assertThat(CASES.choices("/$defs/aspects/properties/events/properties/mode"))
        .containsExactlyElementsOf(ExpectationReader.EVENT_MODES);
    assertThat(CASES.choices("/$defs/aspects/properties/opaque"))
        .containsExactlyElementsOf(
            Arrays.stream(Aspect.OpaqueKind.values()).map(Aspect.OpaqueKind::id).toList());
  }

  @Test
  void everyKeyIsExplained() {
    assertThat(CASES.undescribed()).isEmpty();
    assertThat(FEATURES.undescribed()).isEmpty();
  }

  /** What follows the id and the clause in a case that is wrong. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "program: a",
        "program: a, main: a, expect: { value: a }",
        "program: a, files: { b: c }, expect: { value: a }",
        "program: a, expct: 1, expect: { value: a }",
        "program: a, expect: {}",
        "program: a, expect: { valu: a }",
        "program: a, expect: { error: { class: typ } }",
        "program: a, expect: { observe: true, value: a }",
        "program: a, expect: { one-of: [{ value: a }] }",
        "program: a, expect: { by: checked, else: unsuported }",
        "program: a, limits: { time: 5 }, expect: { value: a }",
        "program: a, vary: { N: [1], M: [1] }, expect: { value: a }",
      })
  void aWrongCaseIsInvalid(String rest) {
    String start = "{ chapter: base, cases: [{ id: a, clauses: [A-1], ";
    assertThat(CASES.mistakes(start + rest + " }] }")).isNotEmpty();
    assertThat(CASES.mistakes(start + "program: a, expect: { value: a } }] }")).isEmpty();
  }
}
