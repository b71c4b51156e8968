package dev.touchstone.conformance.dialect;

import dev.touchstone.conformance.corpus.Problems;
import dev.touchstone.conformance.corpus.Suggestion;
import dev.touchstone.conformance.corpus.yaml.YamlFields;
import dev.touchstone.conformance.corpus.yaml.YamlFile;
import dev.touchstone.conformance.corpus.yaml.YamlMap;
import dev.touchstone.conformance.corpus.yaml.YamlScalar;
import dev.touchstone.conformance.dialect.DialectMap.Layout;
import dev.touchstone.conformance.dialect.DialectMap.MarkerTexts;
import dev.touchstone.conformance.dialect.DialectMap.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the file of a dialect map, as strictly as the corpus is read. */
final class MapReader {
  static final List<String> KEYS =
      List.of(
          "name",
          "title",
          "keep",
          "rename",
          "refuse",
          "reserved",
          "forms",
          "literals",
          "data",
          "program",
          "markers",
          "values");

  static final List<String> PROGRAM_KEYS =
      List.of("sequence", "unreadable", "preamble", "value", "end");
  static final List<String> MARKER_KEYS = List.of("preamble", "start", "value", "end", "hold");

  private final YamlFields fields;
  private final Problems problems;
  private final Set<String> identifiers;

  private MapReader(YamlFields fields, Problems problems, Set<String> identifiers) {
    this.fields = fields;
    this.problems = problems;
    this.identifiers = identifiers;
  }

  /**
   * Reads a file.
   *
   * @param file what messages call it
   * @param identifiers all standard names
   * @throws dev.touchstone.conformance.corpus.CorpusException with every mistake
   */
  static DialectMap read(String file, byte[] bytes, Set<String> identifiers) {
    Problems problems = new Problems();
    Optional<YamlMap> root = YamlFile.read(file, bytes, problems);
    Optional<DialectMap> map =
        root.map(
            m -> {
              YamlFields fields = YamlFields.of(m, "a dialect map", KEYS, problems);
              return new MapReader(fields, problems, identifiers).map();
            });
    problems.throwIfAny();
    return map.orElseThrow();
  }

  private DialectMap map() {
    String name = fields.requiredText("name").map(YamlScalar::text).orElse("");
    String title = fields.requiredText("title").map(YamlScalar::text).orElse("");
    Map<String, List<Rule>> forms = new LinkedHashMap<>();
    RuleReader rules = new RuleReader(identifiers, problems);
    for (YamlMap form : fields.maps("forms")) {
      rules
          .read(form)
          .ifPresent(r -> forms.computeIfAbsent(r.head(), h -> new ArrayList<>()).add(r.rule()));
    }
    LiteralsReader literals = new LiteralsReader(problems);
    return new DialectMap(
        name,
        title,
        names(),
        forms,
        literals.read(fields.map("literals"), fields.textMap("data")),
        layout(),
        new ReadBackReader(problems).read(fields.map("values")));
  }

  private Names names() {
    Map<String, String> renamed = new HashMap<>();
    for (Map.Entry<YamlScalar, YamlScalar> entry : fields.textMap("rename")) {
      if (isStandard(entry.getKey())) {
        renamed.put(entry.getKey().text(), entry.getValue().text());
      }
    }
    Set<String> refused = standardNames("refuse");
    Optional<Set<String>> kept =
        fields.has("keep") ? Optional.of(standardNames("keep")) : Optional.empty();
    for (String name : refused) {
      if (renamed.containsKey(name) || kept.filter(k -> k.contains(name)).isPresent()) {
        fields.problem("refuse", "`" + name + "` is refused, and kept or renamed too");
      }
    }
    Set<String> reserved =
        new HashSet<>(fields.texts("reserved").stream().map(YamlScalar::text).toList());
    return new Names(renamed, kept, refused, reserved);
  }

  private Set<String> standardNames(String key) {
    Set<String> names = new HashSet<>();
    fields.texts(key).stream().filter(this::isStandard).forEach(name -> names.add(name.text()));
    return names;
  }

  private boolean isStandard(YamlScalar name) {
    return isStandard(name, identifiers, problems);
  }

  /** Whether a text is a standard name; notes a mistake if not. */
  static boolean isStandard(YamlScalar name, Set<String> identifiers, Problems problems) {
    if (identifiers.contains(name.text())) {
      return true;
    }
    problems.add(
        name.position(),
        "no standard name is `" + name + "`" + Suggestion.suffix(name.text(), identifiers));
    return false;
  }

  private Layout layout() {
    Optional<MarkerTexts> markers = fields.map("markers").map(this::markers);
    Optional<YamlFields> program =
        fields.map("program").map(m -> YamlFields.of(m, "`program`", PROGRAM_KEYS, problems));
    boolean sequence = program.filter(p -> p.isTrue("sequence")).isPresent();
    boolean unreadable = program.filter(p -> isKeep(p)).isPresent();
    String value = text(program, "value");
    if (!value.isEmpty() && !value.contains("{form}")) {
      program.ifPresent(p -> p.problem("value", "`value` must contain {form}"));
    }
    return new Layout(
        sequence,
        unreadable,
        block(text(program, "preamble")),
        value,
        text(program, "end"),
        markers);
  }

  private static boolean isKeep(YamlFields program) {
    return program
        .text("unreadable")
        .filter(text -> program.isKnown("answer", text, Set.of("keep")))
        .isPresent();
  }

  private MarkerTexts markers(YamlMap map) {
    YamlFields markers = YamlFields.of(map, "`markers`", MARKER_KEYS, problems);
    Optional<YamlFields> some = Optional.of(markers);
    for (String key : List.of("start", "value", "end")) {
      markers.require(key);
    }
    MarkerTexts texts =
        new MarkerTexts(
            block(text(some, "preamble")),
            text(some, "start"),
            text(some, "value"),
            text(some, "end"),
            text(some, "hold"));
    Map.of("start", texts.start(), "value", texts.value(), "end", texts.end())
        .forEach(
            (key, text) -> {
              if (markers.has(key) && !text.contains("{nonce}")) {
                markers.problem(key, "`" + key + "` must contain {nonce}");
              }
            });
    if (markers.has("value") && !texts.value().contains("{form}")) {
      markers.problem("value", "`value` must contain {form}");
    }
    return texts;
  }

  private static String text(Optional<YamlFields> fields, String key) {
    return fields.flatMap(f -> f.text(key)).map(YamlScalar::text).orElse("");
  }

  private static String block(String text) {
    return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
  }
}
