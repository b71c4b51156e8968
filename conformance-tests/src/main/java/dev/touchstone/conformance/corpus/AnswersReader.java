package dev.touchstone.conformance.corpus;

import dev.touchstone.conformance.corpus.yaml.YamlMap;
import dev.touchstone.conformance.corpus.yaml.YamlNode;
import dev.touchstone.conformance.corpus.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads an expectation that depends on a capability: {@code by}, and one by each answer. */
final class AnswersReader {
  private final Language language;
  private final Problems problems;
  private final Function<YamlNode, Optional<Expectation>> expectations;

  AnswersReader(
      Language language,
      Problems problems,
      Function<YamlNode, Optional<Expectation>> expectations) {
    this.language = language;
    this.problems = problems;
    this.expectations = expectations;
  }

  Optional<Expectation> read(YamlMap map) {
    YamlNode by = map.get("by").orElseThrow();
    if (!(by instanceof YamlScalar name)) {
      problems.add(by.position(), "`by` must be a text, but is " + by.kind());
      return Optional.empty();
    }
    Map<String, Expectation> answers = answers(map);
    Capability capability = language.capabilities().get(name.text());
    if (capability == null) {
      problems.add(
          name.position(),
          "unknown capability `"
              + name
              + "`"
              + Suggestion.suffix(name.text(), language.capabilities().keySet()));
      return Optional.empty();
    }
    checkAnswers(map, capability);
    return Optional.of(new Expectation.By(name.text(), answers));
  }

  private Map<String, Expectation> answers(YamlMap map) {
    Map<String, Expectation> answers = new LinkedHashMap<>();
    for (YamlMap.Entry entry : map.entries()) {
      String answer = entry.key().text();
      if (!answer.equals("by")) {
        answer(entry.value()).ifPresent(e -> answers.put(answer, e));
      }
    }
    return answers;
  }

  private Optional<Expectation> answer(YamlNode node) {
    return node instanceof YamlScalar s && s.text().equals("unsupported")
        ? Optional.of(new Expectation.Unsupported())
        : expectations.apply(node);
  }

  private void checkAnswers(YamlMap map, Capability capability) {
    List<String> names = new ArrayList<>();
    capability.answers().forEach(answer -> names.add(family(answer)));
    names.add("else");
    for (YamlMap.Entry entry : map.entries()) {
      String answer = entry.key().text();
      boolean known = names.contains(answer) || capability.allows(answer);
      if (!answer.equals("by") && !known) {
        problems.add(
            entry.key().position(),
            "`%s` is no answer to `%s`%s"
                .formatted(answer, capability.id(), Suggestion.suffix(answer, names)));
      }
    }
    List<String> missing =
        capability.answers().stream()
            .filter(a -> !isCovered(map, a))
            .map(a -> "`" + a + "`")
            .toList();
    if (!missing.isEmpty() && map.get("else").isEmpty()) {
      problems.add(
          map.get("by").orElseThrow().position(),
          "nothing is said for " + String.join(", ", missing) + "; add it, or `else`");
    }
  }

  private static boolean isCovered(YamlMap map, String answer) {
    return map.get(family(answer)).isPresent();
  }

  /** An answer's name without what stands in parentheses. */
  private static String family(String answer) {
    int parenthesis = answer.indexOf('(');
    return parenthesis < 0 ? answer : answer.substring(0, parenthesis);
  }
}
