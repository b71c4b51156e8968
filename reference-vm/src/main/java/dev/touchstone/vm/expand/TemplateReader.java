package dev.touchstone.vm.expand;

import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the template of a rule apart. */
final class TemplateReader {
  private final Expander expander;
  private final Map<Symbol, Pattern.Part.Variable> variables;
  private final List<Template.Occurrence> occurrences = new ArrayList<>();
  private final Map<Symbol, Integer> inserted = new HashMap<>();

  /** The ellipses around what is being read, the innermost first. */
  private final Deque<Template.Level> around = new ArrayDeque<>();

  /** All ellipses, each with where it stands. */
  private final Map<Template.Level, Syntax> levels = new LinkedHashMap<>();

  TemplateReader(Expander expander, Map<Symbol, Pattern.Part.Variable> variables) {
    this.expander = expander;
    this.variables = variables;
  }

  /** The template of a rule. */
  Template rule(Syntax syntax, Notation notation) {
    Template template = template(syntax, notation);
    levels.keySet().forEach(TemplateReader::provide);
    levels.forEach(TemplateReader::settle);
    return template;
  }

  /** The occurrences of pattern variables, in the order of their numbers. */
  List<Template.Occurrence> occurrences() {
    return occurrences;
  }

  /** How many identifiers the template inserts. */
  int inserted() {
    return inserted.size();
  }

  /** Sees to it that the ellipsis has something to go through, if that is possible. */
  private static void provide(Template.Level level) {
    if (level.occurrences().stream().noneMatch(o -> o.isRepeatedAt(level.number()))) {
      level.occurrences().forEach(Template.Occurrence::takeInnermost);
    }
  }

  private static void settle(Template.Level level, Syntax where) {
    level.settle();
    if (level.repeated().isEmpty()) {
      throw Rejection.malformed(
          where, "Nothing before this ellipsis has as many ellipses in the pattern.");
    }
  }

  private Template template(Syntax syntax, Notation notation) {
    expander.deeper(syntax);
    Template template =
        switch (syntax) {
          case Syntax.Atom(Symbol name, Span _) -> identifier(name, syntax, notation);
          case Syntax.Atom atom -> new Template.Constant(atom.datum());
          case Syntax.VectorForm vector -> sequence(vector.items(), null, true, notation);
          case Syntax.ListForm list -> list(Lists.flat(list), notation);
          case Syntax.Labelled _, Syntax.LabelReference _ ->
              throw Rejection.malformed(syntax, "A datum label stands in a template.");
        };
    expander.shallower();
    return template;
  }

  private Template list(Syntax.ListForm list, Notation notation) {
    if (list.items().isEmpty() || !notation.isEllipsis(list.items().getFirst())) {
      return sequence(list.items(), list.tail(), false, notation);
    }
    if (list.items().size() != 2 || list.tail() != null) {
      throw Rejection.malformed(
          list, "An ellipsis at the head of a list has one template after it: (... template).");
    }
    return template(list.items().get(1), notation.withoutEllipsis());
  }

  private Template identifier(Symbol name, Syntax where, Notation notation) {
    if (notation.isEllipsis(where)) {
      throw Rejection.malformed(where, "Nothing stands before this ellipsis that it could repeat.");
    }
    Pattern.Part.Variable variable = variables.get(name);
    if (variable == null) {
      return new Template.Inserted(name, inserted.computeIfAbsent(name, _ -> inserted.size()));
    }
    if (around.size() < variable.depth()) {
      throw Rejection.malformed(
          where,
          "The pattern variable " + name + " has more ellipses in the pattern than it has here.");
    }
    var occurrence = new Template.Occurrence(variable, occurrences.size(), around.size());
    occurrences.add(occurrence);
    around.forEach(level -> level.occurrences().add(occurrence));
    return new Template.Part(occurrence);
  }

  private Template sequence(
      List<Syntax> items, @Nullable Syntax tail, boolean isVector, Notation notation) {
    List<TemplateElement> elements = new ArrayList<>();
    int at = 0;
    while (at < items.size()) {
      int next = at + 1;
      while (next < items.size() && notation.isEllipsis(items.get(next))) {
        next++;
      }
      elements.add(element(items.subList(at, next), notation));
      at = next;
    }
    @Nullable Template end = tail == null ? null : template(tail, notation);
    return new Template.Sequence(elements, end, isVector);
  }

  /** A template with the ellipses that follow it. */
  private TemplateElement element(List<Syntax> items, Notation notation) {
    List<Syntax> ellipses = items.subList(1, items.size());
    List<Template.Level> own = new ArrayList<>();
    for (Syntax ellipsis : ellipses.reversed()) {
      Template.Level level = new Template.Level(around.size() + 1);
      around.push(level);
      levels.put(level, ellipsis);
      own.add(level);
    }
    TemplateElement element = template(items.getFirst(), notation);
    for (Template.Level level : own.reversed()) {
      around.pop();
      element = new TemplateElement.Repeated(element, level);
    }
    return element;
  }
}
