package dev.touchstone.conformance.dialect;

import dev.touchstone.conformance.corpus.Data;
import dev.touchstone.conformance.corpus.Problems;
import dev.touchstone.conformance.corpus.yaml.YamlFields;
import dev.touchstone.conformance.corpus.yaml.YamlMap;
import dev.touchstone.conformance.corpus.yaml.YamlScalar;
import dev.touchstone.conformance.dialect.Rule.Action;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.value.Symbol;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a rule for a form. */
final class RuleReader {
  static final List<String> KEYS = List.of("from", "at", "as", "to", "refuse");

  private final Set<String> identifiers;
  private final Problems problems;

  RuleReader(Set<String> identifiers, Problems problems) {
    this.identifiers = identifiers;
    this.problems = problems;
  }

  /** A rule and the standard name that it is for. */
  record Headed(String head, Rule rule) {}

  /** Reads; notes what is wrong. */
  Optional<Headed> read(YamlMap map) {
    YamlFields fields = YamlFields.of(map, "a form", KEYS, problems);
    Optional<YamlScalar> from = fields.requiredText("from");
    if (fields.present(List.of("as", "to", "refuse")).size() != 1) {
      problems.add(map.position(), "a form has one of `as`, `to` and `refuse`");
      return Optional.empty();
    }
    Optional<Syntax> shape = from.flatMap(text -> Data.readOne(text, problems));
    if (shape.isEmpty()) {
      return Optional.empty();
    }
    if (!(shape.get() instanceof Syntax.ListForm list)
        || list.items().isEmpty()
        || !(list.items().getFirst() instanceof Syntax.Atom(Symbol head, var _))
        || !identifiers.contains(head.name())) {
      fields.problem("from", "`from` must be a list that a standard name heads");
      return Optional.empty();
    }
    Map<String, Integer> variables = Shapes.variables(list);
    variables.remove(head.name());
    boolean atTopLevel = atTopLevel(fields);
    return action(fields, variables)
        .map(action -> new Rule(list, action, words(action, variables), atTopLevel))
        .map(rule -> new Headed(head.name(), rule));
  }

  private static boolean atTopLevel(YamlFields fields) {
    Optional<YamlScalar> at = fields.text("at");
    if (at.isPresent() && !at.get().text().equals("top-level")) {
      fields.problem("at", "`at` can only be `top-level`: the rule is for no other forms");
    }
    return at.isPresent();
  }

  private Optional<Action> action(YamlFields fields, Map<String, Integer> variables) {
    if (fields.has("as")) {
      return fields
          .text("as")
          .flatMap(text -> Data.readOne(text, problems))
          .filter(template -> isSound(fields, variables, template))
          .map(Action.As::new);
    }
    if (fields.has("to")) {
      return fields
          .text("to")
          .map(text -> TextTemplate.of(text.text(), variables.keySet()))
          .filter(template -> isSound(fields, variables, template))
          .map(Action.To::new);
    }
    return fields.text("refuse").map(text -> new Action.Refuse(text.text()));
  }

  private static boolean isSound(
      YamlFields fields, Map<String, Integer> variables, Syntax template) {
    boolean sound = true;
    for (Map.Entry<String, Integer> used : Shapes.variables(template).entrySet()) {
      Integer depth = variables.get(used.getKey());
      if (depth != null && !depth.equals(used.getValue())) {
        depthProblem(fields, "as", used.getKey(), depth);
        sound = false;
      }
    }
    return sound;
  }

  private static boolean isSound(
      YamlFields fields, Map<String, Integer> variables, TextTemplate template) {
    boolean sound = true;
    for (Map.Entry<String, Boolean> used : template.variables().entrySet()) {
      Integer depth = variables.get(used.getKey());
      if (depth == null) {
        fields.problem("to", "`from` has no variable `" + used.getKey() + "`");
        sound = false;
      } else if (depth != (used.getValue() ? 1 : 0)) {
        depthProblem(fields, "to", used.getKey(), depth);
        sound = false;
      }
    }
    return sound;
  }

  private static void depthProblem(YamlFields fields, String key, String name, int depth) {
    String times = depth == 0 ? "no `...`" : depth == 1 ? "one `...`" : depth + " `...`";
    fields.problem(key, "`" + name + "` must stand under " + times + " here, as in `from`");
  }

  private static Set<String> words(Action action, Map<String, Integer> variables) {
    Set<String> words =
        switch (action) {
          case Action.As(Syntax template) -> new HashSet<>(Shapes.symbols(template));
          case Action.To(TextTemplate template) -> new HashSet<>(template.words());
          case Action.Refuse refuse -> new HashSet<>();
        };
    words.removeAll(variables.keySet());
    return words;
  }
}
