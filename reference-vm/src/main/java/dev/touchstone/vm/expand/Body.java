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
import java.util.function.Supplier;

/**
 * A body: definitions, then expressions (R7RS 5.3.2). The definitions are a {@code letrec*} around
 * the expressions. A {@code begin} among them stands for its parts.
 */
final class Body {
  private final Expander expander;
  private final Scope scope;
  private final Deque<Syntax> rest = new ArrayDeque<>();

  /** What the {@code letrec*} binds, and how to expand what is bound. */
  private final List<Variable> variables = new ArrayList<>();

  private final List<Supplier<Core>> values = new ArrayList<>();

  /** What {@code define-values} binds. */
  private final List<Variable> locations = new ArrayList<>();

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
      Syntax part = expander.withoutMacros(rest.removeFirst(), scope);
      switch (Expander.keywordOf(part, scope)) {
        case BEGIN -> {
          BasicForms.splicedParts(Expander.properList(part)).reversed().forEach(rest::addFirst);
        }
        case DEFINE -> {
          define(Definition.of(Expander.properList(part)));
        }
        case DEFINE_VALUES -> {
          defineValues(Expander.properList(part));
        }
        case DEFINE_RECORD_TYPE -> {
          defineRecord(RecordDefinition.of(Expander.properList(part)));
        }
        case COND_EXPAND -> {
          expander.session().chosen(Expander.properList(part)).reversed().forEach(rest::addFirst);
        }
        case INCLUDE, INCLUDE_CI -> {
          boolean folds = Expander.keywordOf(part, scope) == Keyword.INCLUDE_CI;
          List<Syntax> forms = expander.session().included(Expander.properList(part), folds);
          forms.reversed().forEach(rest::addFirst);
        }
        case null, default -> {
          rest.addFirst(part);
          return;
        }
      }
    }
  }

  private void define(Definition definition) {
    variables.add(declare(definition.name(), definition.target()));
    values.add(() -> definition.value(expander, scope));
  }

  /** A step among the definitions that assigns variables around them. */
  private void defineValues(Syntax.ListForm form) {
    Formals names = ValuesForms.defined(form);
    List<Syntax> targets = Formals.identifiers(form.items().get(1));
    List<Variable> declared = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      declared.add(declare(names.names().get(i), targets.get(i)));
    }
    locations.addAll(declared);
    Formals formals = new Formals(names.names(), declared, names.hasRest());
    variables.add(Variable.temporary());
    values.add(() -> ValuesForms.assign(expander, form, formals, scope));
  }

  private void defineRecord(RecordDefinition definition) {
    int first = variables.size();
    for (RecordDefinition.Part part : definition.parts()) {
      variables.add(declare(part.name(), part.target()));
      values.add(
          () -> part.value().apply(new Core.LocalRef(variables.get(first), part.target().span())));
    }
  }

  private Variable declare(Symbol name, Syntax target) {
    if (!names.add(name)) {
      throw Rejection.malformed(
          target, "The body defines " + name + " twice; set! assigns a variable.");
    }
    Variable variable = Variable.named(name.name());
    scope.define(name, variable);
    return variable;
  }

  private Core core(Span span) {
    List<Core> initialisers = values.stream().map(Supplier::get).toList();
    Core expressions = expander.sequence(List.copyOf(rest), scope, span);
    if (variables.isEmpty()) {
      return expressions;
    }
    Core core = new Core.Letrec(true, variables, initialisers, expressions, span);
    return locations.isEmpty() ? core : new Core.Locations(locations, core, span);
  }
}
