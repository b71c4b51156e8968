package dev.touchstone.conformance.corpus;

import dev.touchstone.conformance.corpus.yaml.YamlFields;
import dev.touchstone.conformance.corpus.yaml.YamlFile;
import dev.touchstone.conformance.corpus.yaml.YamlMap;
import dev.touchstone.conformance.corpus.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads {@code features.yaml}: first all files, of which later ones add to earlier ones, then the
 * references between what they list.
 */
public final class FeaturesLoader {
  static final List<String> FILE_KEYS = List.of("features", "capabilities", "rungs");
  static final List<String> FEATURE_KEYS =
      List.of("id", "title", "clauses", "requires", "identifiers", "library", "probe");
  static final List<String> CAPABILITY_KEYS = List.of("id", "question", "answers");
  static final List<String> RUNG_KEYS = List.of("id", "title", "features");

  private final Problems problems;
  private final Map<String, YamlFields> features = new LinkedHashMap<>();
  private final Map<String, Capability> capabilities = new LinkedHashMap<>();
  private final Map<String, YamlFields> rungs = new LinkedHashMap<>();
  private boolean unreadable;

  /** A loader that notes mistakes there. */
  public FeaturesLoader(Problems problems) {
    this.problems = problems;
  }

  /** Reads a file. */
  public void read(String file, byte[] bytes) {
    Optional<YamlMap> root = YamlFile.read(file, bytes, problems);
    if (root.isEmpty()) {
      unreadable = true;
      return;
    }
    YamlFields fields = YamlFields.of(root.get(), "features.yaml", FILE_KEYS, problems);
    for (YamlMap map : fields.maps("features")) {
      addFeature(YamlFields.of(map, "a feature", FEATURE_KEYS, problems));
    }
    for (YamlMap map : fields.maps("capabilities")) {
      addCapability(YamlFields.of(map, "a capability", CAPABILITY_KEYS, problems));
    }
    for (YamlMap map : fields.maps("rungs")) {
      addRung(YamlFields.of(map, "a rung", RUNG_KEYS, problems));
    }
  }

  /** Whether some file could not be read at all, so that the tables lack what it lists. */
  public boolean isUnreadable() {
    return unreadable;
  }

  private void addFeature(YamlFields fields) {
    fields.require("title");
    id(fields, "feature", Ids::isFeature, features.keySet())
        .ifPresent(id -> features.put(id, fields));
  }

  private void addCapability(YamlFields fields) {
    String question = fields.requiredText("question").map(YamlScalar::text).orElse("");
    List<String> answers = fields.texts("answers").stream().map(YamlScalar::text).toList();
    if (answers.size() < 2) {
      fields.problem("answers", "a capability has at least two `answers`");
    }
    id(fields, "capability", Ids::isSlug, capabilities.keySet())
        .ifPresent(id -> capabilities.put(id, new Capability(id, question, answers)));
  }

  private void addRung(YamlFields fields) {
    fields.require("title", "features");
    id(fields, "rung", Ids::isSlug, rungs.keySet()).ifPresent(id -> rungs.put(id, fields));
  }

  private Optional<String> id(
      YamlFields fields, String kind, Predicate<String> shape, Set<String> taken) {
    Optional<YamlScalar> id = fields.requiredText("id");
    if (id.isEmpty()) {
      return Optional.empty();
    }
    String text = id.get().text();
    if (!shape.test(text)) {
      fields.problem("id", "malformed id `" + text + "` of a " + kind);
    } else if (taken.contains(text)) {
      fields.problem("id", "the " + kind + " `" + text + "` is listed already");
    } else {
      return Optional.of(text);
    }
    return Optional.empty();
  }

  /**
   * What all files together list, without what is wrong in it.
   *
   * @param clauses the rules that features may name
   */
  public Language language(Map<String, Clause> clauses) {
    Map<String, Feature> known = new LinkedHashMap<>();
    Map<String, String> owners = new LinkedHashMap<>();
    features.forEach((id, fields) -> known.put(id, feature(id, fields, clauses, owners)));
    List<Rung> order = new ArrayList<>();
    Map<String, String> rungOf = new LinkedHashMap<>();
    rungs.forEach((id, fields) -> order.add(rung(id, fields, rungOf)));
    checkCycles(known);
    checkRungs(known, order, rungOf);
    return new Language(known, new LinkedHashMap<>(capabilities), order);
  }

  private Feature feature(
      String id, YamlFields fields, Map<String, Clause> clauses, Map<String, String> owners) {
    List<String> rules = new ArrayList<>();
    for (YamlScalar clause : fields.texts("clauses")) {
      if (fields.isKnown("clause", clause, clauses.keySet())) {
        rules.add(clause.text());
      }
    }
    Set<String> prerequisites = new LinkedHashSet<>();
    for (YamlScalar required : fields.texts("requires")) {
      if (fields.isKnown("feature", required, features.keySet())) {
        prerequisites.add(required.text());
      }
    }
    return new Feature(
        id,
        fields.text("title").map(YamlScalar::text).orElse(""),
        rules,
        prerequisites,
        identifiers(id, fields, owners),
        fields.text("library").map(YamlScalar::text).orElse(""),
        fields.text("probe").map(probe -> probe(fields, probe)).orElse(""));
  }

  private Set<String> identifiers(String id, YamlFields fields, Map<String, String> owners) {
    Set<String> names = new LinkedHashSet<>();
    for (YamlScalar name : fields.texts("identifiers")) {
      String owner = owners.putIfAbsent(name.text(), id);
      if (owner != null) {
        problems.add(
            name.position(), "the identifier `" + name + "` belongs to `" + owner + "` already");
      } else {
        names.add(name.text());
      }
    }
    return names;
  }

  private String probe(YamlFields fields, YamlScalar probe) {
    if (Data.read(probe, problems).map(List::isEmpty).orElse(false)) {
      fields.problem("probe", "the probe is empty");
    }
    return probe.text();
  }

  private Rung rung(String id, YamlFields fields, Map<String, String> rungOf) {
    Set<String> bundled = new LinkedHashSet<>();
    for (YamlScalar feature : fields.texts("features")) {
      if (fields.isKnown("feature", feature, features.keySet())) {
        String other = rungOf.putIfAbsent(feature.text(), id);
        if (other != null) {
          problems.add(
              feature.position(),
              "the feature `" + feature + "` is in the rung `" + other + "` already");
        } else {
          bundled.add(feature.text());
        }
      }
    }
    return new Rung(id, fields.text("title").map(YamlScalar::text).orElse(""), bundled);
  }

  private void checkCycles(Map<String, Feature> known) {
    for (Feature feature : known.values()) {
      Set<String> reached = new LinkedHashSet<>();
      List<String> todo = new ArrayList<>(feature.requires());
      while (!todo.isEmpty()) {
        String next = todo.removeLast();
        if (reached.add(next)) {
          todo.addAll(known.get(next) == null ? Set.of() : known.get(next).requires());
        }
      }
      if (reached.contains(feature.id())) {
        fieldsOf(feature.id())
            .problem("requires", "the prerequisites of `" + feature.id() + "` lead back to it");
      }
    }
  }

  private void checkRungs(
      Map<String, Feature> known, List<Rung> order, Map<String, String> rungOf) {
    List<String> ids = order.stream().map(Rung::id).toList();
    for (Feature feature : known.values()) {
      for (String required : feature.requires().stream().sorted().toList()) {
        String own = rungOf.get(feature.id());
        String other = rungOf.get(required);
        if (own != null && other != null && ids.indexOf(other) > ids.indexOf(own)) {
          fieldsOf(feature.id())
              .problem(
                  "requires",
                  "`%s` (rung `%s`) requires `%s` of the higher rung `%s`"
                      .formatted(feature.id(), own, required, other));
        }
      }
    }
  }

  private YamlFields fieldsOf(String feature) {
    return java.util.Objects.requireNonNull(features.get(feature));
  }
}
