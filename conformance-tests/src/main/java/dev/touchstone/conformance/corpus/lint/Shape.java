package dev.touchstone.conformance.corpus.lint;

import dev.touchstone.conformance.corpus.lint.Scope.Kind;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.value.Symbol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes syntax apart. */
final class Shape {
  private Shape() {}

  /** The name, if a syntax is a symbol. */
  static Optional<String> name(Syntax syntax) {
    return syntax instanceof Syntax.Atom(Symbol symbol, var span)
        ? Optional.of(symbol.name())
        : Optional.empty();
  }

  /** The items, if a syntax is a list; none otherwise. */
  static List<Syntax> items(Syntax syntax) {
    return syntax instanceof Syntax.ListForm list ? list.items() : List.of();
  }

  /** The items from an index on. */
  static List<Syntax> from(List<Syntax> items, int index) {
    return items.subList(Math.min(index, items.size()), items.size());
  }

  /** The name at the head of a list. */
  static Optional<String> head(Syntax syntax) {
    List<Syntax> items = items(syntax);
    return items.isEmpty() ? Optional.empty() : name(items.getFirst());
  }

  /** The variables of formals such as {@code (a b . rest)} or {@code all}. */
  static Map<String, Kind> formals(Syntax formals) {
    Map<String, Kind> names = new LinkedHashMap<>();
    name(formals).ifPresent(name -> names.put(name, Kind.VARIABLE));
    if (formals instanceof Syntax.ListForm list) {
      list.items().forEach(item -> name(item).ifPresent(name -> names.put(name, Kind.VARIABLE)));
      if (list.tail() != null) {
        name(list.tail()).ifPresent(name -> names.put(name, Kind.VARIABLE));
      }
    }
    return names;
  }

  /** Whether formals end in a rest parameter. */
  static boolean hasRest(Syntax formals) {
    return name(formals).isPresent()
        || (formals instanceof Syntax.ListForm list && list.tail() != null);
  }

  /** The first items of the lists in a list, as in the bindings of a {@code let}. */
  static Map<String, Kind> boundNames(Syntax bindings, Kind kind) {
    Map<String, Kind> names = new LinkedHashMap<>();
    for (Syntax binding : items(bindings)) {
      head(binding).ifPresent(name -> names.put(name, kind));
    }
    return names;
  }
}
