package dev.touchstone.conformance.dialect;

import dev.touchstone.conformance.corpus.lint.NameScan;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names that a program brings with it. One that the other Lisp uses for something else gets
 * another name wherever it stands, so that neither can capture the other.
 */
final class LocalNames {
  private final Map<String, String> replaced = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  private LocalNames() {}

  /**
   * The names of a program.
   *
   * @param taken the words that the rendering may use of its own accord
   * @param standard the standard names, which no replacement may be
   */
  static LocalNames of(
      List<List<Syntax>> texts, NameScan names, Set<String> taken, Set<String> standard) {
    LocalNames locals = new LocalNames();
    locals.used.addAll(taken);
    locals.used.addAll(standard);
    Set<String> own = new HashSet<>(names.bound());
    texts.forEach(text -> locals.collect(text, own, standard));
    own.stream()
        .filter(taken::contains)
        .sorted()
        .forEach(name -> locals.replaced.put(name, locals.fresh(name)));
    return locals;
  }

  /** Notes all symbols, and as the program's own those that are not standard. */
  private void collect(List<Syntax> text, Set<String> own, Set<String> standard) {
    Deque<Syntax> parts = new ArrayDeque<>(text);
    while (!parts.isEmpty()) {
      switch (parts.removeLast()) {
        case Syntax.Atom(Symbol symbol, var _) -> {
          used.add(symbol.name());
          if (!standard.contains(symbol.name())) {
            own.add(symbol.name());
          }
        }
        case Syntax.Atom other -> {}
        case Syntax.ListForm list -> {
          parts.addAll(list.items());
          Optional.ofNullable(list.tail()).ifPresent(parts::add);
        }
        case Syntax.VectorForm vector -> parts.addAll(vector.items());
        case Syntax.Labelled labelled -> parts.add(labelled.datum());
        case Syntax.LabelReference reference -> {}
      }
    }
  }

  /** What is written for a name of the program. */
  Optional<String> replacement(String name) {
    return Optional.ofNullable(replaced.get(name));
  }

  /** A name that nothing else has. */
  String fresh(String name) {
    int number = 1;
    while (!used.add(name + "-" + number)) {
      number++;
    }
    return name + "-" + number;
  }
}
