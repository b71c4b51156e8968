package dev.touchstone.vm.expand;

import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the pattern of a rule apart. */
final class PatternReader {
  private final Expander expander;
  private final Notation notation;
  private final Map<Symbol, Pattern.Part.Variable> variables = new LinkedHashMap<>();

  PatternReader(Expander expander, Notation notation) {
    this.expander = expander;
    this.notation = notation;
  }

  /** The pattern variables in what has been read, in the order of their numbers. */
  Map<Symbol, Pattern.Part.Variable> variables() {
    return variables;
  }

  /** The pattern of a rule, without the keyword that it begins with. */
  Pattern.Sequence rule(Syntax syntax) {
    if (!(syntax instanceof Syntax.ListForm list)
        || list.items().isEmpty()
        || !(list.items().getFirst() instanceof Syntax.Atom(Symbol _, Span _))) {
      throw Rejection.malformed(
          syntax,
          "The pattern of a rule is a list that begins with the keyword: (keyword part ...).");
    }
    Syntax.ListForm flat = Lists.flat(list);
    return sequence(BasicForms.from(flat, 1), flat.tail(), false, 0);
  }

  private Pattern pattern(Syntax syntax, int depth) {
    expander.deeper(syntax);
    Pattern pattern =
        switch (syntax) {
          case Syntax.Atom(Symbol name, Span _) -> identifier(name, syntax, depth);
          case Syntax.Atom atom -> new Pattern.Constant(atom.datum());
          case Syntax.VectorForm vector -> sequence(vector.items(), null, true, depth);
          case Syntax.ListForm list -> {
            Syntax.ListForm flat = Lists.flat(list);
            yield sequence(flat.items(), flat.tail(), false, depth);
          }
          case Syntax.Labelled _, Syntax.LabelReference _ ->
              throw Rejection.malformed(syntax, "A datum label stands in a pattern.");
        };
    expander.shallower();
    return pattern;
  }

  private Pattern identifier(Symbol name, Syntax where, int depth) {
    if (notation.isEllipsis(where)) {
      throw Rejection.malformed(where, "Nothing stands before this ellipsis that it could repeat.");
    }
    if (notation.isLiteral(name)) {
      return new Pattern.Word(name);
    }
    if (notation.isUnderscore(name)) {
      return new Pattern.Anything();
    }
    var variable = new Pattern.Part.Variable(name, variables.size(), depth);
    if (variables.putIfAbsent(name, variable) != null) {
      throw Rejection.malformed(where, "The pattern variable " + name + " stands here twice.");
    }
    return new Pattern.Part(variable);
  }

  private Pattern.Sequence sequence(
      List<Syntax> items, @Nullable Syntax tail, boolean isVector, int depth) {
    int ellipsis = ellipsis(items);
    int repeated = ellipsis < 0 ? items.size() : ellipsis - 1;
    List<Pattern> before = patterns(items.subList(0, repeated), depth);
    int first = variables.size();
    @Nullable Pattern pattern = ellipsis < 0 ? null : pattern(items.get(repeated), depth + 1);
    List<Integer> within = new ArrayList<>();
    for (int number = first; number < variables.size(); number++) {
      within.add(number);
    }
    List<Pattern> after =
        ellipsis < 0 ? List.of() : patterns(items.subList(ellipsis + 1, items.size()), depth);
    @Nullable Pattern end = tail == null ? null : pattern(tail, depth);
    return new Pattern.Sequence(before, pattern, within, after, end, isVector);
  }

  private List<Pattern> patterns(List<Syntax> items, int depth) {
    List<Pattern> patterns = new ArrayList<>(items.size());
    items.forEach(item -> patterns.add(pattern(item, depth)));
    return patterns;
  }

  /** Where the ellipsis stands; -1 if there is none. */
  private int ellipsis(List<Syntax> items) {
    int found = -1;
    for (int i = 0; i < items.size(); i++) {
      if (!notation.isEllipsis(items.get(i))) {
        continue;
      }
      if (i == 0) {
        throw Rejection.malformed(
            items.get(i), "Nothing stands before this ellipsis that it could repeat.");
      }
      if (found >= 0) {
        throw Rejection.malformed(
            items.get(i), "This is the second ellipsis of a list or vector; a pattern has one.");
      }
      found = i;
    }
    return found;
  }
}
