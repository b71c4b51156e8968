package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.corpus.Capability;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Problems;
import dev.touchstone.conformance.corpus.Rung;
import dev.touchstone.conformance.corpus.yaml.YamlFields;
import dev.touchstone.conformance.corpus.yaml.YamlScalar;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads what a subject claims: whole rungs, single features more, single features less. What needs
 * a feature that is left out is left out too.
 */
record ClaimsReader(YamlFields fields, Language language, Problems problems) {
  private static final Rung NONE = new Rung("", "", Set.of());

  /** The claimed features, with their prerequisites. */
  Set<String> features() {
    Map<String, Rung> rungs =
        language.rungs().stream().collect(Collectors.toMap(Rung::id, Function.identity()));
    Set<String> known = language.features().keySet();
    Set<String> wanted = new TreeSet<>();
    for (YamlScalar rung : fields.texts("rungs")) {
      if (fields.isKnown("rung", rung, rungs.keySet())) {
        wanted.addAll(rungs.getOrDefault(rung.text(), NONE).features());
      }
    }
    wanted.addAll(knownFeatures("features", known));
    Set<String> without = knownFeatures("without", known);
    return Claim.features(language, wanted, without);
  }

  private Set<String> knownFeatures(String key, Set<String> known) {
    return fields.texts(key).stream()
        .filter(f -> fields.isKnown("feature", f, known))
        .map(YamlScalar::text)
        .collect(Collectors.toSet());
  }

  /** The answers, each a legal one. */
  Map<String, String> capabilities() {
    Map<String, String> answers = new HashMap<>();
    for (Map.Entry<YamlScalar, YamlScalar> entry : fields.textMap("capabilities")) {
      YamlScalar id = entry.getKey();
      YamlScalar answer = entry.getValue();
      if (fields.isKnown("capability", id, language.capabilities().keySet())) {
        Capability capability = language.capabilities().get(id.text());
        if (capability != null && !capability.allows(answer.text())) {
          problems.add(
              answer.position(),
              "`" + answer + "` is no answer to `" + id + "`: " + capability.answers());
        }
        answers.put(id.text(), answer.text());
      }
    }
    return answers;
  }
}
