package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.Variable;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A body: definitions, then expressions (R7RS 5.3.2). The definitions are a {@code letrec*} around
 * the expressions. A {@code begin} among them stands for its parts.
 */
final class Body {
  private final Expander expander;
  private final Scope scope;
  private final Deque<Syntax> rest = new ArrayDeque<>();
  private final List<Definition> definitions = new ArrayList<>();
  private final List<Variable> variables = new ArrayList<>();
  private final Set<Symbol> names = new HashSet<>();

  private Body(Expander expander, Scope scope, List<Syntax> parts) {
    this.expander = expander;
    this.scope = scope;
    rest.addAll(parts);
  }

  /**
   * Expands a body.
   *
   * @param parts its forms
   * @param whole the form that it belongs to
   */
  static Core expand(Expander expander, List<Syntax> parts, Scope scope, Syntax whole) {
    if (parts.isEmpty()) {
      throw Rejection.malformed(whole, "The body is empty.");
    }
    Body body = new Body(expander, scope.inner(), parts);
    body.takeDefinitions();
    if (body.rest.isEmpty()) {
      throw Rejection.malformed(parts.getLast(), "The body ends without an expression.");
    }
    Span first = parts.getFirst().span();
    return body.core(new Span(first.source(), first.start(), parts.getLast().span().end()));
  }

  /** All names are known before any value is expanded, so each can refer to all. */
  private void takeDefinitions() {
    while (!rest.isEmpty()) {
      Syntax part = rest.getFirst();
      switch (Expander.keywordOf(part, scope)) {
        case BEGIN -> {
          rest.removeFirst();
          BasicForms.splicedParts(Expander.properList(part)).reversed().forEach(rest::addFirst);
        }
        case DEFINE -> {
          rest.removeFirst();
          declare(Definition.of(Expander.properList(part)));
        }
        case null, default -> {
          return;
        }
      }
    }
  }

  private void declare(Definition definition) {
    Symbol name = definition.name();
    if (!names.add(name)) {
      throw Rejection.malformed(
          definition.target(), "The body defines " + name + " twice; set! assigns a variable.");
    }
    Variable variable = Variable.named(name.name());
    scope.define(name, variable);
    definitions.add(definition);
    variables.add(variable);
  }

  private Core core(Span span) {
    List<Core> values = new ArrayList<>(definitions.size());
    for (Definition definition : definitions) {
      values.add(definition.value(expander, scope));
    }
    Core expressions = expander.sequence(List.copyOf(rest), scope, span);
    return definitions.isEmpty()
        ? expressions
        : new Core.Letrec(true, variables, values, expressions, span);
  }
}
