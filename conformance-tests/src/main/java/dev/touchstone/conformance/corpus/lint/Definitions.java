package dev.touchstone.conformance.corpus.lint;

import dev.touchstone.conformance.corpus.lint.Scope.Kind;
import dev.touchstone.vm.reader.Syntax;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the names that the definitions of a body or a program bind. */
final class Definitions {
  private final Scope scope;
  private final Map<String, Kind> names = new LinkedHashMap<>();
  private final Deque<Syntax> todo = new ArrayDeque<>();

  private Definitions(Scope scope) {
    this.scope = scope;
  }

  /** The names that forms define in a scope, those within {@code begin} included. */
  static Map<String, Kind> of(List<Syntax> forms, Scope scope) {
    Definitions definitions = new Definitions(scope);
    definitions.todo.addAll(forms);
    while (!definitions.todo.isEmpty()) {
      definitions.form(definitions.todo.remove());
    }
    return definitions.names;
  }

  private void form(Syntax form) {
    Optional<String> head = Shape.head(form).filter(name -> scope.find(name).isEmpty());
    List<Syntax> items = Shape.items(form);
    if (head.isEmpty() || items.size() < 2) {
      return;
    }
    switch (head.get()) {
      case "define" -> define(items.get(1));
      case "define-syntax" ->
          Shape.name(items.get(1)).ifPresent(name -> names.put(name, Kind.MACRO));
      case "define-values" -> names.putAll(Shape.formals(items.get(1)));
      case "define-record-type" -> record(Shape.from(items, 1));
      case "begin" -> todo.addAll(Shape.from(items, 1));
      case "cond-expand", "define-library" ->
          Shape.from(items, 1).forEach(clause -> todo.addAll(Shape.from(Shape.items(clause), 1)));
      default -> {}
    }
  }

  private void define(Syntax target) {
    Syntax name = target;
    while (!Shape.items(name).isEmpty()) {
      name = Shape.items(name).getFirst();
    }
    variable(name);
  }

  /** A type's name, constructor, predicate, and its fields' procedures. */
  private void record(List<Syntax> parts) {
    for (int i = 0; i < parts.size(); i++) {
      List<Syntax> items = Shape.items(parts.get(i));
      if (i < 3) {
        variable(items.isEmpty() ? parts.get(i) : items.getFirst());
      } else {
        Shape.from(items, 1).forEach(this::variable);
      }
    }
  }

  private void variable(Syntax name) {
    Shape.name(name).ifPresent(n -> names.put(n, Kind.VARIABLE));
  }
}
