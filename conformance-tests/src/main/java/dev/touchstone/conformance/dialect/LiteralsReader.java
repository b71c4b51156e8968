package dev.touchstone.conformance.dialect;

import dev.touchstone.conformance.corpus.Problems;
import dev.touchstone.conformance.corpus.yaml.YamlFields;
import dev.touchstone.conformance.corpus.yaml.YamlMap;
import dev.touchstone.conformance.corpus.yaml.YamlScalar;
import dev.touchstone.conformance.dialect.Literals.Kind;
import dev.touchstone.conformance.dialect.Literals.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads how literals are written. */
final class LiteralsReader {
  static final String CHARACTER_NAMES = "character-names";

  private final Problems problems;

  LiteralsReader(Problems problems) {
    this.problems = problems;
  }

  /** The keys of {@code literals}. */
  static List<String> keys() {
    List<String> keys = new ArrayList<>(Literals.TEXTS);
    Arrays.stream(Kind.values()).map(Kind::id).forEach(keys::add);
    keys.add(CHARACTER_NAMES);
    return keys;
  }

  Literals read(Optional<YamlMap> map, List<Map.Entry<YamlScalar, YamlScalar>> data) {
    Map<String, String> inData = new HashMap<>();
    for (Map.Entry<YamlScalar, YamlScalar> entry : data) {
      if (Literals.TEXTS.contains(entry.getKey().text())) {
        inData.put(entry.getKey().text(), entry.getValue().text());
      } else {
        problems.add(entry.getKey().position(), "`data` may have the keys " + Literals.TEXTS);
      }
    }
    if (map.isEmpty()) {
      return new Literals(Map.of(), inData, Map.of(), Map.of());
    }
    YamlFields fields = YamlFields.of(map.get(), "`literals`", keys(), problems);
    Map<String, String> inCode = new HashMap<>();
    for (String text : Literals.TEXTS) {
      fields.text(text).ifPresent(there -> inCode.put(text, there.text()));
    }
    Map<String, String> characters = new HashMap<>();
    fields
        .textMap(CHARACTER_NAMES)
        .forEach(e -> characters.put(e.getKey().text(), e.getValue().text()));
    return new Literals(inCode, inData, styles(fields), characters);
  }

  private static Map<Kind, Style> styles(YamlFields fields) {
    Map<Kind, Style> styles = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      Set<String> known = kind.styles().stream().map(Style::id).collect(Collectors.toSet());
      fields
          .text(kind.id())
          .filter(text -> fields.isKnown("way to write " + kind.id(), text, known))
          .ifPresent(text -> styles.put(kind, Style.valueOf(text.text().toUpperCase(Locale.ROOT))));
    }
    return styles;
  }
}
