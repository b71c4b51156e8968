package dev.touchstone.vm.expand;

import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Equivalence;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Matches the use of a macro against a pattern (R7RS 4.3.2). It goes as deep as the pattern is, not
 * as deep as the use.
 */
final class Matcher {
  private final Scope use;
  private final Scope definition;
  private final Match[] matches;

  private Matcher(Scope use, Scope definition, int variables) {
    this.use = use;
    this.definition = definition;
    this.matches = new Match[variables];
  }

  /**
   * What each pattern variable stands for; null if the use does not match.
   *
   * @param form the use, flat
   * @param skip how many items of it are not matched
   * @param use where the use stands
   * @param definition where the literals of the pattern stand
   * @param variables how many pattern variables there are
   */
  static Match @Nullable [] match(
      Pattern.Sequence pattern,
      Syntax.ListForm form,
      int skip,
      Scope use,
      Scope definition,
      int variables) {
    Matcher matcher = new Matcher(use, definition, variables);
    List<Syntax> items = BasicForms.from(form, skip);
    return matcher.matches(pattern, items, form.tail(), form.span()) ? matcher.matches : null;
  }

  private boolean matches(Pattern pattern, Syntax syntax) {
    return switch (pattern) {
      case Pattern.Anything _ -> true;
      case Pattern.Part part -> {
        matches[part.variable().number()] = new Match.One(syntax);
        yield true;
      }
      case Pattern.Word word ->
          syntax instanceof Syntax.Atom(Symbol name, Span _)
              && Binding.same(use.lookUp(name), definition.lookUp(word.name()));
      case Pattern.Constant constant ->
          withoutLabel(syntax) instanceof Syntax.Atom atom
              && Equivalence.equal(atom.datum(), constant.value());
      case Pattern.Sequence sequence -> matches(sequence, withoutLabel(syntax));
    };
  }

  private boolean matches(Pattern.Sequence pattern, Syntax syntax) {
    return switch (syntax) {
      case Syntax.ListForm list when !pattern.isVector() -> {
        Syntax.ListForm flat = Lists.flat(list);
        yield matches(pattern, flat.items(), flat.tail(), flat.span());
      }
      case Syntax.VectorForm vector when pattern.isVector() ->
          matches(pattern, vector.items(), null, vector.span());
      // What is no list ends one without elements: an ellipsis may match none of them.
      default -> !pattern.isVector() && matches(pattern, List.of(), syntax, syntax.span());
    };
  }

  private boolean matches(
      Pattern.Sequence pattern, List<Syntax> items, @Nullable Syntax tail, Span span) {
    int before = pattern.before().size();
    int after = pattern.after().size();
    if (items.size() < before + after || !matches(pattern.before(), items.subList(0, before))) {
      return false;
    }
    if (pattern.repeated() == null) {
      return matchesEnd(pattern.tail(), items.subList(before, items.size()), tail, span);
    }
    int end = items.size() - after;
    return matchesRepeated(pattern, pattern.repeated(), items.subList(before, end))
        && matches(pattern.after(), items.subList(end, items.size()))
        && matchesEnd(pattern.tail(), List.of(), tail, span);
  }

  private boolean matches(List<Pattern> patterns, List<Syntax> items) {
    for (int i = 0; i < patterns.size(); i++) {
      if (!matches(patterns.get(i), items.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** What is left of a list, with its tail, against what the pattern has after its dot. */
  private boolean matchesEnd(
      @Nullable Pattern end, List<Syntax> left, @Nullable Syntax tail, Span span) {
    if (end == null) {
      return left.isEmpty() && tail == null;
    }
    Span where = left.isEmpty() ? span : Lists.around(left.getFirst(), left.getLast());
    return matches(end, Lists.of(left, tail, where));
  }

  private boolean matchesRepeated(Pattern.Sequence pattern, Pattern repeated, List<Syntax> items) {
    if (repeated instanceof Pattern.Part(Pattern.Part.Variable variable)) {
      matches[variable.number()] = new Match.Run(items);
      return true;
    }
    List<List<Match>> columns = new ArrayList<>();
    pattern.variables().forEach(_ -> columns.add(new ArrayList<>(items.size())));
    for (Syntax item : items) {
      if (!matches(repeated, item)) {
        return false;
      }
      for (int i = 0; i < columns.size(); i++) {
        columns.get(i).add(matches[pattern.variables().get(i)]);
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      matches[pattern.variables().get(i)] = new Match.Many(columns.get(i));
    }
    return true;
  }

  private static Syntax withoutLabel(Syntax syntax) {
    Syntax bare = syntax;
    while (bare instanceof Syntax.Labelled labelled) {
      bare = labelled.datum();
    }
    return bare;
  }
}
