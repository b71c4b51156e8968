package dev.touchstone.conformance.corpus.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.corpus.Problem;
import dev.touchstone.conformance.corpus.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class YamlFieldsTest {
  private static final List<String> KEYS = List.of("name", "list", "map", "count", "flag");

  private final Problems problems = new Problems();

  private YamlFields fields(String text) {
    YamlMap map =
        YamlFile.read("f.yaml", text.getBytes(StandardCharsets.UTF_8), problems).orElseThrow();
    return YamlFields.of(map, "a thing", KEYS, problems);
  }

  private List<String> mistakes() {
    return problems.sorted().stream().map(Problem::toString).toList();
  }

  @Test
  void readsEveryKindOfValue() {
    YamlFields fields = fields("name: n\nlist: [a, b]\nmap: { k: v }\ncount: 12\nflag: \"true\"\n");
    assertThat(fields.requiredText("name").orElseThrow()).hasToString("n");
    assertThat(fields.texts("list")).extracting(YamlScalar::text).containsExactly("a", "b");
    assertThat(fields.textOrTexts("name")).extracting(YamlScalar::text).containsExactly("n");
    assertThat(fields.textMap("map").toString()).isEqualTo("[k=v]");
    assertThat(fields.integer("count", 0, 12)).hasValue(12);
    assertThat(fields.isTrue("flag")).isTrue();
    assertThat(fields.present(List.of("count", "other", "name"))).containsExactly("count", "name");
    assertThat(mistakes()).isEmpty();
  }

  @Test
  void suggestsAKeyForAnUnknownOne() {
    fields("name: n\nlits: []\nwholly: 1\n");
    assertThat(mistakes())
        .containsExactly(
            "f.yaml:2:1: unknown key `lits` in a thing; did you mean `list`?",
            "f.yaml:3:1: unknown key `wholly` in a thing");
  }

  @Test
  void missesAKey() {
    assertThat(fields("list: []\n").requiredText("name")).isEmpty();
    assertThat(mistakes()).containsExactly("f.yaml:1:1: missing key `name` in a thing");
  }

  @Test
  void refusesTheWrongKindOfNode() {
    YamlFields fields = fields("name: [a]\nlist: a\nmap: [b]\n");
    assertThat(fields.text("name")).isEmpty();
    assertThat(fields.texts("list")).isEmpty();
    assertThat(fields.map("map")).isEmpty();
    assertThat(mistakes())
        .containsExactly(
            "f.yaml:1:7: `name` must be a text, but is a list",
            "f.yaml:2:7: `list` must be a list, but is a text",
            "f.yaml:3:6: `map` must be a map, but is a list");
  }

  @Test
  void refusesTheWrongKindOfItem() {
    YamlFields fields = fields("list: [a, [b]]\nmap: { k: [v] }\n");
    assertThat(fields.texts("list")).hasSize(1);
    assertThat(fields.maps("list")).isEmpty();
    assertThat(fields.textMap("map")).isEmpty();
    assertThat(mistakes())
        .containsExactly(
            "f.yaml:1:8: an item of `list` must be a map, but is a text",
            "f.yaml:1:11: an item of `list` must be a map, but is a list",
            "f.yaml:1:11: an item of `list` must be a text, but is a list",
            "f.yaml:2:11: `k` must be a text, but is a list");
  }

  @Test
  void refusesNumbersOutOfBounds() {
    assertThat(fields("count: 12x\n").integer("count", 1, Long.MAX_VALUE)).isEmpty();
    assertThat(fields("count: 0\n").integer("count", 1, Long.MAX_VALUE)).isEmpty();
    assertThat(fields("count: 300\n").integer("count", 0, 255)).isEmpty();
    assertThat(mistakes())
        .containsExactly(
            "f.yaml:1:8: `count` must be an integer at least 1, but is `0`",
            "f.yaml:1:8: `count` must be an integer at least 1, but is `12x`",
            "f.yaml:1:8: `count` must be an integer from 0 to 255, but is `300`");
  }

  @Test
  void aFlagIsTrueOrAbsent() {
    assertThat(fields("flag: false\n").isTrue("flag")).isTrue();
    assertThat(mistakes())
        .containsExactly("f.yaml:1:7: `flag` may only be `true`; leave it out otherwise");
  }

  @Test
  void suggestsAKnownName() {
    YamlFields fields = fields("name: pirs\n");
    YamlScalar name = fields.text("name").orElseThrow();
    assertThat(fields.isKnown("feature", name, Set.of("pairs", "symbols"))).isFalse();
    assertThat(fields.isKnown("feature", name, Set.of("pirs"))).isTrue();
    assertThat(mistakes())
        .containsExactly("f.yaml:1:7: unknown feature `pirs`; did you mean `pairs`?");
  }
}
