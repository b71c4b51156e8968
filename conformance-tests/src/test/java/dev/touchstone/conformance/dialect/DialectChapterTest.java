package dev.touchstone.conformance.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The renderings in the chapter on dialects are those of the shipped maps. */
class DialectChapterTest {
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "^```rendering dialect=(\\S+)\\n(.*?)^; becomes\\n(.*?)^```$",
          Pattern.MULTILINE | Pattern.DOTALL);

  private static final Pattern MAP =
      Pattern.compile("^```yaml\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  record Example(String dialect, String program, String expected) {}

  static List<Example> examples() throws IOException {
    return EXAMPLE
        .matcher(chapter())
        .results()
        .map(m -> new Example(m.group(1), m.group(2), m.group(3)))
        .toList();
  }

  private static String chapter() throws IOException {
    String resource = "/touchstone/spec/chapters/12-dialects.md";
    try (InputStream stream = DialectChapterTest.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theMapWritesWhatTheChapterSays(Example example) {
    Renderer renderer = Maps.shipped(example.dialect());
    Rendering rendering = Maps.render(renderer, example.program());
    assertThat(rendering)
        .isInstanceOfSatisfying(
            Rendering.Text.class,
            text -> assertThat(List.of(text.text(), text.printed())).contains(example.expected()));
  }

  @Test
  void everyShippedMapHasAnExample() throws IOException {
    assertThat(examples().stream().map(Example::dialect)).containsAll(Dialects.SHIPPED);
  }

  @Test
  void theMapInTheChapterIsAMap() throws IOException {
    String file = MAP.matcher(chapter()).results().findFirst().orElseThrow().group(1);
    Renderer renderer =
        new Renderer(
            MapReader.read(
                "my-lisp.yaml",
                file.getBytes(StandardCharsets.UTF_8),
                Dialects.identifiers(Maps.CORPUS.language())),
            Dialects.identifiers(Maps.CORPUS.language()));
    assertThat(Maps.text(renderer, "(lambda (x) (cond ((null? x) 'a) (else #t)))"))
        .endsWith("(fn (x) (cond (nil? x) 'a true true))");
  }
}
