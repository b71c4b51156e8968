package dev.touchstone.conformance.corpus;

import dev.touchstone.conformance.corpus.Aspect.Growth;
import dev.touchstone.conformance.corpus.Aspect.OpaqueKind;
import dev.touchstone.conformance.corpus.yaml.YamlFields;
import dev.touchstone.conformance.corpus.yaml.YamlMap;
import dev.touchstone.conformance.corpus.yaml.YamlNode;
import dev.touchstone.conformance.corpus.yaml.YamlScalar;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import dev.touchstone.vm.trace.EventKind;
import dev.touchstone.vm.value.Num;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what stands under {@code expect}. */
final class ExpectationReader {
  /** The keys of aspects, in the order in which messages name them. */
  static final List<String> ASPECT_KEYS =
      List.of(
          "value",
          "values",
          "near",
          "opaque",
          "unspecified",
          "error",
          "exit",
          "exhausted",
          "eventually",
          "output",
          "output-lines",
          "space",
          "events",
          "steps");

  /** The keys that stand alone. */
  static final List<String> WHOLE_KEYS = List.of("one-of", "by", "observe");

  static final List<String> NEAR_KEYS = List.of("value", "ulps");
  static final List<String> ERROR_KEYS = List.of("phase", "class");
  static final List<String> EVENTS_KEYS = List.of("mode", "list");
  static final List<String> SPACE_KEYS = List.of("frames", "stack", "copies", "live");
  static final List<String> EVENT_MODES = List.of("ordered", "exact", "absent", "counted");
  static final List<String> LIMITS =
      List.of("steps", "stack", "allocation", "memory", "output", "time");

  /** The aspects that say how a run ends: one of them at most. */
  private static final List<String> ENDS = ASPECT_KEYS.subList(0, 9);

  private static final List<String> OUTPUTS = List.of("output", "output-lines");

  private final Language language;
  private final Problems problems;

  ExpectationReader(Language language, Problems problems) {
    this.language = language;
    this.problems = problems;
  }

  /** The expectation of a case. */
  Optional<Expectation> read(YamlNode node) {
    if (node instanceof YamlMap map) {
      return expectation(map);
    }
    problems.add(
        node.position(),
        node instanceof YamlScalar s && s.text().equals("unsupported")
            ? "`unsupported` stands below `by` only"
            : "an expectation must be a map, but is " + node.kind());
    return Optional.empty();
  }

  private Optional<Expectation> expectation(YamlMap map) {
    if (map.get("by").isPresent()) {
      return new AnswersReader(language, problems, this::read).read(map);
    }
    List<String> keys = new ArrayList<>(ASPECT_KEYS);
    keys.addAll(WHOLE_KEYS);
    YamlFields fields = YamlFields.of(map, "an expectation", keys, problems);
    List<String> present = fields.present(keys);
    if (map.entries().isEmpty()) {
      problems.add(map.position(), "nothing is expected");
    }
    Optional<String> whole = present.stream().filter(WHOLE_KEYS::contains).findFirst();
    if (whole.isPresent()) {
      return whole(fields, whole.get(), present.size() > 1);
    }
    refuseTwo(fields, ENDS);
    refuseTwo(fields, OUTPUTS);
    List<Aspect> aspects = new ArrayList<>();
    present.forEach(key -> aspect(fields, key).ifPresent(aspects::add));
    return aspects.isEmpty() ? Optional.empty() : Optional.of(new Expectation.All(aspects));
  }

  private Optional<Expectation> whole(YamlFields fields, String key, boolean more) {
    if (more) {
      fields.problem(key, "`" + key + "` stands alone; nothing may stand beside it");
    }
    return key.equals("observe") ? observe(fields) : oneOf(fields);
  }

  private static Optional<Expectation> observe(YamlFields fields) {
    return fields.isTrue("observe") ? Optional.of(new Expectation.Observe()) : Optional.empty();
  }

  private Optional<Expectation> oneOf(YamlFields fields) {
    List<Expectation> options = new ArrayList<>();
    List<YamlNode> items = fields.items("one-of");
    items.forEach(item -> read(item).ifPresent(options::add));
    if (items.size() < 2) {
      fields.problem("one-of", "`one-of` needs at least two expectations");
    }
    return options.isEmpty() ? Optional.empty() : Optional.of(new Expectation.OneOf(options));
  }

  private static void refuseTwo(YamlFields fields, List<String> keys) {
    List<String> present = fields.present(keys);
    if (present.size() > 1) {
      fields.problem(
          present.get(1), "`" + present.get(0) + "` and `" + present.get(1) + "` exclude another");
    }
  }

  private Optional<Aspect> aspect(YamlFields fields, String key) {
    return switch (key) {
      case "value" -> datum(fields, key).map(Aspect.ValueIs::new);
      case "values" -> values(fields);
      case "near" -> fields.map(key).flatMap(this::near);
      case "opaque" -> opaque(fields);
      case "unspecified" ->
          fields.isTrue(key) ? Optional.of(new Aspect.UnspecifiedValue()) : Optional.empty();
      case "error" -> fields.map(key).flatMap(this::error);
      case "exit" -> exit(fields);
      case "exhausted" ->
          fields
              .text(key)
              .filter(limit -> fields.isKnown("limit", limit, Set.copyOf(LIMITS)))
              .map(limit -> new Aspect.ExhaustedIs(limit.text()));
      case "eventually" -> datum(fields, key).map(Aspect.Eventually::new);
      case "output" -> fields.text(key).map(text -> new Aspect.OutputIs(text.text()));
      case "output-lines" -> Optional.of(outputLines(fields));
      case "space" -> fields.map(key).flatMap(this::space);
      case "events" -> fields.map(key).flatMap(this::events);
      case "steps" ->
          Optional.of(new Aspect.Steps(fields.texts(key).stream().map(YamlScalar::text).toList()));
      default -> throw new IllegalStateException(key);
    };
  }

  private Optional<String> datum(YamlFields fields, String key) {
    return fields
        .text(key)
        .filter(text -> Data.readOne(text, problems).isPresent())
        .map(YamlScalar::text);
  }

  private Optional<Aspect> values(YamlFields fields) {
    List<String> data = new ArrayList<>();
    for (YamlScalar item : fields.texts("values")) {
      if (Data.readOne(item, problems).isPresent()) {
        data.add(item.text());
      }
    }
    return Optional.of(new Aspect.ValuesAre(data));
  }

  private Optional<Aspect> near(YamlMap map) {
    YamlFields fields = YamlFields.of(map, "`near`", NEAR_KEYS, problems);
    fields.require("ulps");
    Optional<YamlScalar> number = fields.requiredText("value");
    OptionalLong ulps = fields.integer("ulps", 0, Long.MAX_VALUE);
    if (number.isEmpty() || ulps.isEmpty()) {
      return Optional.empty();
    }
    Optional<Syntax> datum = Data.readOne(number.get(), problems);
    if (datum.isPresent() && !(datum.get() instanceof Syntax.Atom(Num n, var span))) {
      fields.problem("value", "`" + number.get() + "` must be a number");
    }
    return Optional.of(new Aspect.Near(number.get().text(), ulps.getAsLong()));
  }

  private static Optional<Aspect> opaque(YamlFields fields) {
    Map<String, OpaqueKind> kinds =
        Arrays.stream(OpaqueKind.values()).collect(Collectors.toMap(OpaqueKind::id, k -> k));
    return fields
        .text("opaque")
        .filter(kind -> fields.isKnown("opaque kind", kind, kinds.keySet()))
        .map(kind -> OpaqueKind.valueOf(kind.text().toUpperCase(java.util.Locale.ROOT)))
        .map(Aspect.OpaqueIs::new);
  }

  private Optional<Aspect> error(YamlMap map) {
    YamlFields fields = YamlFields.of(map, "`error`", ERROR_KEYS, problems);
    fields.require("class");
    Map<String, Phase> byId =
        Arrays.stream(Phase.values()).collect(Collectors.toMap(Phase::id, phase -> phase));
    Set<Phase> phases = new LinkedHashSet<>();
    for (YamlScalar phase : fields.textOrTexts("phase")) {
      if (fields.isKnown("phase", phase, byId.keySet())) {
        phases.add(Phase.valueOf(phase.text().toUpperCase(java.util.Locale.ROOT)));
      }
    }
    Set<String> known =
        Arrays.stream(ErrorClass.values()).map(ErrorClass::id).collect(Collectors.toSet());
    Set<ErrorClass> classes = new LinkedHashSet<>();
    for (YamlScalar name : fields.textOrTexts("class")) {
      if (fields.isKnown("error class", name, known)) {
        ErrorClass.of(name.text()).ifPresent(classes::add);
      }
    }
    return classes.isEmpty() ? Optional.empty() : Optional.of(new Aspect.ErrorIs(phases, classes));
  }

  private static Optional<Aspect> exit(YamlFields fields) {
    OptionalLong code = fields.integer("exit", 0, 255);
    return code.isPresent()
        ? Optional.of(new Aspect.ExitIs((int) code.getAsLong()))
        : Optional.empty();
  }

  private static Aspect outputLines(YamlFields fields) {
    if (fields.node("output-lines").orElseThrow() instanceof YamlScalar text) {
      return new Aspect.OutputLines(text.text().lines().toList());
    }
    return new Aspect.OutputLines(
        fields.texts("output-lines").stream().map(YamlScalar::text).toList());
  }

  private Optional<Aspect> space(YamlMap map) {
    YamlFields fields = YamlFields.of(map, "`space`", SPACE_KEYS, problems);
    Map<String, Growth> growth = new LinkedHashMap<>();
    for (String counter : fields.present(SPACE_KEYS)) {
      fields
          .text(counter)
          .filter(g -> fields.isKnown("growth", g, Set.of("constant", "linear")))
          .map(g -> g.text().equals("constant") ? Growth.CONSTANT : Growth.LINEAR)
          .ifPresent(g -> growth.put(counter, g));
    }
    if (map.entries().isEmpty()) {
      problems.add(map.position(), "`space` names no counter");
    }
    return growth.isEmpty() ? Optional.empty() : Optional.of(new Aspect.Space(growth));
  }

  private Optional<Aspect> events(YamlMap map) {
    YamlFields fields = YamlFields.of(map, "`events`", EVENTS_KEYS, problems);
    fields.require("list");
    List<YamlScalar> texts = fields.texts("list");
    Set<String> kinds =
        Arrays.stream(EventKind.values()).map(EventKind::id).collect(Collectors.toSet());
    for (YamlScalar text : texts) {
      String kind = text.text().strip().replaceFirst(" .*", "");
      if (!kinds.contains(kind)) {
        problems.add(
            text.position(), "there is no event `" + kind + "`" + Suggestion.suffix(kind, kinds));
      }
    }
    List<String> list = texts.stream().map(YamlScalar::text).toList();
    return fields
        .requiredText("mode")
        .filter(mode -> fields.isKnown("mode", mode, Set.copyOf(EVENT_MODES)))
        .map(mode -> new Aspect.Events(mode.text(), list));
  }
}
