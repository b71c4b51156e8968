package dev.touchstone.conformance.corpus;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeaturesLoaderTest {
  private static final Clause CLAUSE =
      new Clause("BASE-1", "base", "A rule.", false, new SourcePosition("c.md", 1, 1));

  private final Problems problems = new Problems();

  private Language load(String text) {
    FeaturesLoader loader = new FeaturesLoader(problems);
    loader.read("f.yaml", text.getBytes(StandardCharsets.UTF_8));
    return loader.language(Map.of("BASE-1", CLAUSE));
  }

  private List<String> mistakes(String text) {
    assertThat(load(text)).isNotNull();
    return problems.sorted().stream().map(Problem::toString).toList();
  }

  @Test
  void readsAllThreeTables() {
    Language language = load(CorpusFixture.FEATURES);
    assertThat(problems.sorted()).isEmpty();
    assertThat(language.features().keySet()).startsWith("quote", "booleans", "if");
    assertThat(requireNonNull(language.features().get("if")).identifiers()).containsExactly("if");
    assertThat(language.closure(List.of("if"))).containsExactly("booleans", "if");
    assertThat(requireNonNull(language.capabilities().get("int-model")).allows("checked(64)"))
        .isTrue();
    assertThat(language.rungs()).extracting(Rung::id).containsExactly("base", "arith");
  }

  @Test
  void tellsWhatIsWrongWithFeatures() {
    assertThat(
            mistakes(
                """
                features:
                  - { id: a, title: A, requires: [b], identifiers: [x], probe: "(" }
                  - { id: b, title: B, requires: [a], identifiers: [x] }
                  - { id: b, title: B }
                  - { id: B, title: B }
                  - { id: c, requires: [d], clauses: [BASE-2], titel: C }
                  - { title: D, probe: "" }
                """))
        .containsExactly(
            "f.yaml:2:34: the prerequisites of `a` lead back to it",
            "f.yaml:2:65: not readable as Scheme: " + unclosed(),
            "f.yaml:3:34: the prerequisites of `b` lead back to it",
            "f.yaml:3:53: the identifier `x` belongs to `a` already",
            "f.yaml:4:11: the feature `b` is listed already",
            "f.yaml:5:11: malformed id `B` of a feature",
            "f.yaml:6:5: missing key `title` in a feature",
            "f.yaml:6:25: unknown feature `d`; did you mean `a`?",
            "f.yaml:6:39: unknown clause `BASE-2`; did you mean `BASE-1`?",
            "f.yaml:6:48: unknown key `titel` in a feature; did you mean `title`?",
            "f.yaml:7:5: missing key `id` in a feature");
  }

  private String unclosed() {
    return problems.sorted().stream()
        .map(Problem::message)
        .filter(m -> m.startsWith("not readable"))
        .findFirst()
        .orElse("")
        .replace("not readable as Scheme: ", "");
  }

  @Test
  void tellsWhatIsWrongWithCapabilitiesAndRungs() {
    assertThat(
            mistakes(
                """
                features:
                  - { id: low, title: L, requires: [high] }
                  - { id: high, title: H, probe: "" }
                capabilities:
                  - { id: c, question: Q, answers: [one] }
                rungs:
                  - { id: first, title: F, features: [low, hihg] }
                  - { id: second, title: S, features: [high, low] }
                """))
        .containsExactly(
            "f.yaml:2:36: `low` (rung `first`) requires `high` of the higher rung `second`",
            "f.yaml:3:34: the probe is empty",
            "f.yaml:5:36: a capability has at least two `answers`",
            "f.yaml:7:44: unknown feature `hihg`; did you mean `high`?",
            "f.yaml:8:46: the feature `low` is in the rung `first` already");
  }
}
