package dev.touchstone.conformance.corpus.lint;

import dev.touchstone.conformance.corpus.lint.Scope.Kind;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks over the syntax of a program and tells what stands where: names that are used, within the
 * scope in which they are, and data. Programs may be nested as deep as memory allows.
 */
abstract class ProgramWalk {
  private final Deque<Runnable> todo = new ArrayDeque<>();
  private final SpecialForms forms = new SpecialForms(this);

  /** A name is used as a variable or a keyword. The span is that of its atom, where it has one. */
  abstract void reference(String name, Span span, Scope scope);

  /** A literal stands in the place of an expression. */
  void literal(Syntax.Atom atom) {}

  /** A datum, or a part of one. */
  void datum(Syntax part) {}

  /** A form is there that makes some feature necessary. */
  void use(String feature, Span span) {}

  /** A call is there that is no special form. */
  void call(Syntax.ListForm call, Scope scope) {}

  /** Names come from libraries that are not looked into. */
  void importOthers() {}

  /** Walks over texts, of which each may use what another defines; {@code bound} names too. */
  final Scope walk(List<List<Syntax>> texts, Set<String> bound) {
    Map<String, Kind> top = new HashMap<>();
    bound.forEach(name -> top.put(name, Kind.VARIABLE));
    texts.forEach(text -> top.putAll(Definitions.of(text, Scope.empty())));
    Scope scope = Scope.empty().with(top);
    texts.forEach(text -> expressions(text, scope));
    while (!todo.isEmpty()) {
      todo.removeLast().run();
    }
    return scope;
  }

  /** Has expressions looked at later. */
  final void expressions(List<Syntax> expressions, Scope scope) {
    expressions.forEach(expression -> expression(expression, scope));
  }

  /** Has an expression looked at later. */
  final void expression(Syntax expression, Scope scope) {
    todo.add(() -> visit(expression, scope));
  }

  /** Has a body looked at later: its definitions bind within it. */
  final void body(List<Syntax> body, Scope scope) {
    Map<String, Kind> names = Definitions.of(body, scope);
    if (!names.isEmpty()) {
      use("internal-definitions", body.getFirst().span());
    }
    expressions(body, scope.with(names));
  }

  /** Looks at a datum. */
  final void data(Syntax datum) {
    Deque<Syntax> parts = new ArrayDeque<>(List.of(datum));
    while (!parts.isEmpty()) {
      Syntax part = parts.removeLast();
      datum(part);
      switch (part) {
        case Syntax.Atom atom -> {}
        case Syntax.ListForm list -> {
          parts.addAll(list.items());
          Optional.ofNullable(list.tail()).ifPresent(parts::add);
        }
        case Syntax.VectorForm vector -> {
          use("vectors", vector.span());
          parts.addAll(vector.items());
        }
        case Syntax.Labelled labelled -> {
          use("datum-labels", labelled.span());
          parts.add(labelled.datum());
        }
        case Syntax.LabelReference reference -> use("datum-labels", reference.span());
      }
    }
  }

  private void visit(Syntax expression, Scope scope) {
    switch (expression) {
      case Syntax.Atom atom -> {
        Optional<String> name = Shape.name(atom);
        name.ifPresentOrElse(n -> reference(n, atom.span(), scope), () -> literal(atom));
      }
      case Syntax.ListForm list -> visitList(list, scope);
      case Syntax.VectorForm vector -> {
        use("vectors", vector.span());
        vector.items().forEach(this::data);
      }
      case Syntax.Labelled labelled -> {
        use("datum-labels", labelled.span());
        expression(labelled.datum(), scope);
      }
      case Syntax.LabelReference reference -> use("datum-labels", reference.span());
    }
  }

  private void visitList(Syntax.ListForm list, Scope scope) {
    Optional<String> head = Shape.head(list);
    Optional<Kind> kind = head.flatMap(scope::find);
    if (head.isPresent() && kind.isEmpty() && forms.visit(head.get(), list, scope)) {
      reference(head.get(), list.items().getFirst().span(), scope);
      return;
    }
    call(list, scope);
    Scope inner = kind.equals(Optional.of(Kind.MACRO)) ? scope.tolerant() : scope;
    expressions(list.items(), inner);
    Optional.ofNullable(list.tail()).ifPresent(tail -> expression(tail, inner));
  }
}
