package dev.touchstone.conformance.corpus.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.corpus.Problem;
import dev.touchstone.conformance.corpus.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFileTest {
  private final Problems problems = new Problems();

  private List<String> mistakes(String text) {
    return mistakes(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> mistakes(byte[] bytes) {
    assertThat(YamlFile.read("f.yaml", bytes, problems)).isNotNull();
    return problems.sorted().stream().map(Problem::toString).toList();
  }

  private YamlMap read(String text) {
    YamlMap map =
        YamlFile.read("f.yaml", text.getBytes(StandardCharsets.UTF_8), problems).orElseThrow();
    assertThat(problems.sorted()).isEmpty();
    return map;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "value: #t~ | f.yaml:1:7: 'value' is empty: '#t' is a YAML comment; write \"#t\"",
        "value:~other: 1~ | f.yaml:1:7: 'value' is empty; an empty text is written \"\"",
        "l:~  - a~  -~ | f.yaml:3:4: an item of 'l' is empty; an empty text is written \"\"",
        "a: { value: #t }~b: 1~ | f.yaml:1:13: malformed YAML: ' #' begins a comment here; put a"
            + " text such as \"#t\" in quotes",
        "a: 1~b: 2~a: 3~ | f.yaml:3:1: the key 'a' stands here again, first in line 1",
        "a: &x 1~b: 2~ | f.yaml:1:4: the anchor '&x': anchors are not used here",
        "b: *x~ | f.yaml:1:4: the alias '*x': write the text out, aliases are not used here",
        "a: !!str 1~ | f.yaml:1:4: the tag 'tag:yaml.org,2002:str': tags are not used here",
        "a: !x [1]~ | f.yaml:1:4: the tag '!x': tags are not used here",
        "<<: { a: 1 }~ | f.yaml:1:1: merge keys are not used here",
        "? [a]~: b~ | f.yaml:1:3: a key must be a text, but is a list",
        "- a~ | f.yaml:1:1: the file must be a map, but is a list",
        "a: 1~---~b: 2~ | f.yaml:2:1: a second document; a file holds one",
        "%YAML 1.1~---~b: 2~ | f.yaml:1:1: YAML directives are not used here",
        "a:~\tb: 1~ | f.yaml:2:1: malformed YAML: a tab; YAML is indented by spaces",
        "a: [b?, c]~ | f.yaml:1:6: malformed YAML: expected ',' or ']', but got ?; within braces or"
            + " brackets a word that ends in '?' needs quotes",
        "a: [1~ | f.yaml:2:1: malformed YAML: expected ',' or ']', but got <stream end>",
        "# nothing~ | f.yaml:1:1: the file is empty",
      })
  void tellsWhatIsWrongAndWhere(String text, String mistake) {
    assertThat(mistakes(text.replace('~', '\n')))
        .containsExactly(mistake.replace('\'', '`').replace("`,`", "','").replace("`]`", "']'"));
  }

  @Test
  void refusesBytesThatAreNoUtf8() {
    assertThat(mistakes(new byte[] {'a', ':', ' ', '1', '\n', 'b', ':', ' ', (byte) 0xFF}))
        .containsExactly("f.yaml:2:4: not UTF-8");
  }

  @Test
  void refusesAByteOrderMark() {
    assertThat(mistakes("\uFEFFa: 1\n"))
        .containsExactly("f.yaml:1:1: the file begins with a byte order mark; save it without");
  }

  @Test
  void refusesControlCharacters() {
    assertThat(mistakes("a: 1\nb: \u0007\n"))
        .containsExactly(
            "f.yaml:2:4: the character U+0007 may not stand in YAML; in double quotes write it as"
                + " an escape");
  }

  @Test
  void refusesDeepNestingWithoutRecursingIntoIt() {
    assertThat(mistakes("a: " + "[".repeat(1_000_000)))
        .containsExactly("f.yaml:1:67: nested deeper than 64 levels");
  }

  @Test
  void refusesAHugeFile() {
    assertThat(mistakes(new byte[YamlText.MAX_BYTES + 1]))
        .containsExactly("f.yaml:1:1: the file has 16777217 bytes; at most 16777216 are read");
  }

  @Test
  void readsMoreThanTheParsersDefaultLimit() {
    String large = "x".repeat(3_200_000);
    assertThat(read("a: \"" + large + "\"\n").get("a").orElseThrow().toString()).hasSize(3_200_000);
  }

  @Test
  void goesOnAfterAMistake() {
    assertThat(mistakes("a:\nb: &x 1\na: 3\n")).hasSize(3);
  }

  @Test
  void everyScalarIsText() {
    YamlMap map = read("a: yes\nb: 0x10\nc: \"\"\nd: 1e3\ne: null\nf: ~\n");
    assertThat(map.entries())
        .extracting(e -> e.value().toString())
        .containsExactly("yes", "0x10", "", "1e3", "null", "~");
  }

  @Test
  void knowsThePlaceOfEachPartOfABlock() {
    YamlScalar block =
        (YamlScalar) read("p: |  # why\n    (a\n\n      b)\n").get("p").orElseThrow();
    assertThat(block.text()).isEqualTo("(a\n\n  b)\n");
    assertThat(block.positionOf(1, 2)).hasToString("f.yaml:2:6");
    assertThat(block.positionOf(3, 3)).hasToString("f.yaml:4:7");
  }

  @Test
  void knowsThePlaceOfEachPartOfALine() {
    YamlMap map = read("plain: (a b)\nquoted: '(a b)'\nescaped: \"a\\n(b c)\"\n");
    assertThat(place(map, "plain", 1, 4)).isEqualTo("f.yaml:1:11");
    assertThat(place(map, "quoted", 1, 4)).isEqualTo("f.yaml:2:13");
    assertThat(place(map, "escaped", 2, 4)).isEqualTo("f.yaml:3:10");
  }

  private static String place(YamlMap map, String key, int line, int column) {
    YamlScalar scalar = (YamlScalar) map.get(key).orElseThrow();
    return scalar.positionOf(line, column).toString();
  }
}
