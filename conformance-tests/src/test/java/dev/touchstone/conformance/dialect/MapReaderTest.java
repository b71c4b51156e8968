package dev.touchstone.conformance.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.conformance.corpus.CorpusException;
import dev.touchstone.conformance.corpus.JsonSchema;
import dev.touchstone.conformance.dialect.Literals.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class MapReaderTest {
  private static final JsonSchema SCHEMA = new JsonSchema(Path.of("dialects/dialect.schema.json"));

  static final List<String> SHIPPED = Dialects.SHIPPED;

  @ParameterizedTest
  @FieldSource("SHIPPED")
  void shippedMapsAreRightAndHaveTheirNames(String name) throws IOException {
    assertThat(Maps.shipped(name).map().name()).isEqualTo(name);
    assertThat(Maps.shipped(name).map().title()).isNotBlank().hasSizeLessThan(80);
    assertThat(SCHEMA.mistakes(Files.readString(Path.of("dialects", name + ".yaml")))).isEmpty();
  }

  @Test
  void everyFileIsShipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("dialects"))) {
      assertThat(
              files
                  .map(f -> f.getFileName().toString())
                  .filter(f -> f.endsWith(".yaml"))
                  .map(f -> f.replace(".yaml", "")))
          .containsExactlyInAnyOrderElementsOf(Dialects.SHIPPED);
    }
  }

  @Test
  void theSchemaHasTheReadersKeys() {
    assertThat(SCHEMA.properties("")).containsExactlyInAnyOrderElementsOf(MapReader.KEYS);
    assertThat(SCHEMA.properties("/properties/program"))
        .containsExactlyInAnyOrderElementsOf(MapReader.PROGRAM_KEYS);
    assertThat(SCHEMA.properties("/properties/markers"))
        .containsExactlyInAnyOrderElementsOf(MapReader.MARKER_KEYS);
    assertThat(SCHEMA.properties("/properties/values"))
        .containsExactlyInAnyOrderElementsOf(ReadBackReader.KEYS);
    assertThat(SCHEMA.properties("/properties/forms/items"))
        .containsExactlyInAnyOrderElementsOf(RuleReader.KEYS);
    assertThat(SCHEMA.properties("/properties/literals"))
        .containsExactlyInAnyOrderElementsOf(LiteralsReader.keys());
    for (Kind kind : Kind.values()) {
      assertThat(SCHEMA.choices("/properties/literals/properties/" + kind.id()))
          .containsExactlyInAnyOrderElementsOf(
              kind.styles().stream().map(Literals.Style::id).toList());
    }
    assertThat(SCHEMA.undescribed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "renames: { car: first } | 3:1: unknown key `renames` in a dialect map; did you mean"
            + " `rename`?",
        "rename: { cra: first } | 3:11: no standard name is `cra`; did you mean `car`?",
        "keep: [car, crd] | 3:13: no standard name is `crd`",
        "refuse: [car]@keep: [car] | 3:9: `car` is refused, and kept or renamed too",
        "forms: [{ from: (when c) }] | 3:9: a form has one of `as`, `to` and `refuse`",
        "forms: [{ from: (when c), as: a, to: b }] | 3:9: a form has one of `as`, `to` and"
            + " `refuse`",
        "forms: [{ from: when, to: b }] | 3:17: `from` must be a list that a standard name heads",
        "forms: [{ from: (wen c), to: b }] | 3:17: `from` must be a list that a standard name"
            + " heads",
        "forms: [{ from: (when c, to: b }] | 3:17: not readable as Scheme: The text ends before"
            + " this parenthesis is closed.",
        "forms: [{ from: (when c), to: \"{d}\" }] | 3:31: `from` has no variable `d`",
        "forms: [{ from: (when c ...), to: \"{c}\" }] | 3:35: `c` must stand under one `...` here,"
            + " as in `from`",
        "forms: [{ from: (when c), to: \"{c ...}\" }] | 3:31: `c` must stand under no `...` here,"
            + " as in `from`",
        "forms: [{ from: (when c ...), as: (if c) }] | 3:35: `c` must stand under one `...` here,"
            + " as in `from`",
        "literals: { strings: square } | 3:22: unknown way to write strings `square`",
        "forms: [{ from: (define x v), at: home, to: x }] | 3:35: `at` can only be `top-level`:"
            + " the rule is for no other forms",
        "literals: { chars: refuse } | 3:13: unknown key `chars` in `literals`",
        "data: { \"1\": one } | 3:9: `data` may have the keys [#t, #f, ()]",
        "program: { value: \"(print it)\" } | 3:19: `value` must contain {form}",
        "program: { unreadable: drop } | 3:24: unknown answer `drop`",
        "markers: { start: a, value: b, end: c } | 3:19: `start` must contain {nonce}",
        "values: { square: circle } | 3:19: unknown meaning of square brackets `circle`",
        "values: { patterns: [{ match: \"(\", value: a }] } | 3:31: no regular expression: Unclosed"
            + " group",
        "values: { either: { \"1\": one } } | 3:26: say { boolean: ..., otherwise: ... }",
        "values: { words: { nil: \"(\" } } | 3:26: not readable as Scheme: The text ends before"
            + " this parenthesis is closed.",
      })
  void mistakesAreToldWithTheirPlace(String keys, String message) {
    assertThatThrownBy(() -> Maps.of(keys.replace('@', '\n')))
        .isInstanceOfSatisfying(
            CorpusException.class,
            e ->
                assertThat(e.problems().stream().map(Object::toString))
                    .anySatisfy(p -> assertThat(p).startsWith("toy.yaml:" + message)));
  }

  @Test
  void anUnknownMapIsRejectedByName() {
    assertThatThrownBy(() -> Maps.shipped("r7rs"))
        .hasMessageContaining("no dialect map of that name; there are [r5rs, r6rs");
    assertThatThrownBy(() -> Maps.shipped("no/such.yaml")).hasMessageContaining("cannot be read");
  }
}
