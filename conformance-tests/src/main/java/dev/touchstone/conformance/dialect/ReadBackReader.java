package dev.touchstone.conformance.dialect;

import dev.touchstone.conformance.corpus.Data;
import dev.touchstone.conformance.corpus.Problems;
import dev.touchstone.conformance.corpus.yaml.YamlFields;
import dev.touchstone.conformance.corpus.yaml.YamlMap;
import dev.touchstone.conformance.corpus.yaml.YamlScalar;
import dev.touchstone.conformance.dialect.ReadBack.Either;
import dev.touchstone.conformance.dialect.ReadBack.Square;
import dev.touchstone.conformance.dialect.ReadBack.Whole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads what written values mean. */
final class ReadBackReader {
  static final List<String> KEYS = List.of("words", "either", "patterns", "square", "dropped");

  private final Problems problems;

  ReadBackReader(Problems problems) {
    this.problems = problems;
  }

  ReadBack read(Optional<YamlMap> map) {
    if (map.isEmpty()) {
      return new ReadBack(Map.of(), Map.of(), List.of(), Square.NOTHING, "");
    }
    YamlFields fields = YamlFields.of(map.get(), "`values`", KEYS, problems);
    Map<String, String> words = new HashMap<>();
    for (Map.Entry<YamlScalar, YamlScalar> entry : fields.textMap("words")) {
      Data.readOne(entry.getValue(), problems);
      words.put(entry.getKey().text(), entry.getValue().text());
    }
    return new ReadBack(
        words,
        either(fields),
        patterns(fields),
        square(fields),
        fields.text("dropped").map(YamlScalar::text).orElse(""));
  }

  private Map<String, Either> either(YamlFields fields) {
    Map<String, Either> either = new HashMap<>();
    for (YamlMap.Entry entry : fields.map("either").map(YamlMap::entries).orElse(List.of())) {
      if (entry.value() instanceof YamlMap map) {
        YamlFields two = YamlFields.of(map, "`either`", List.of("boolean", "otherwise"), problems);
        Optional<YamlScalar> asBoolean = two.requiredText("boolean");
        Optional<YamlScalar> otherwise = two.requiredText("otherwise");
        if (asBoolean.isPresent() && otherwise.isPresent()) {
          either.put(
              entry.key().text(), new Either(asBoolean.get().text(), otherwise.get().text()));
        }
      } else {
        problems.add(entry.value().position(), "say { boolean: ..., otherwise: ... }");
      }
    }
    return either;
  }

  private List<Whole> patterns(YamlFields fields) {
    List<Whole> patterns = new ArrayList<>();
    for (YamlMap map : fields.maps("patterns")) {
      YamlFields pattern = YamlFields.of(map, "a pattern", List.of("match", "value"), problems);
      Optional<YamlScalar> match = pattern.requiredText("match");
      Optional<YamlScalar> value = pattern.requiredText("value");
      if (match.isPresent() && value.isPresent()) {
        try {
          patterns.add(new Whole(Pattern.compile(match.get().text()), value.get().text()));
        } catch (PatternSyntaxException e) {
          pattern.problem("match", "no regular expression: " + e.getDescription());
        }
      }
    }
    return patterns;
  }

  private static Square square(YamlFields fields) {
    Map<String, Square> known = Map.of("list", Square.LIST, "vector", Square.VECTOR);
    return fields
        .text("square")
        .filter(
            text -> fields.isKnown("meaning of square brackets", text, Set.copyOf(known.keySet())))
        .map(text -> known.getOrDefault(text.text(), Square.NOTHING))
        .orElse(Square.NOTHING);
  }
}
