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
import org.jspecify.annotations.Nullable;

/**
 * A body: definitions, then expressions (R7RS 5.3.2). The definitions are a {@code letrec*} around
 * the expressions. A {@code begin} among them stands for its parts. Of an expression before a
 * definition, which R7RS does not know, the {@code letrec*} evaluates it in its turn (REC-7).
 */
final class Body {
  private final Expander expander;
  private final Scope scope;
  private final Deque<Part> rest = new ArrayDeque<>();

  /** What comes after the last definition so far. */
  private final List<Part> expressions = new ArrayList<>();

  /** What the {@code letrec*} binds, and how to expand what is bound. */
  private final List<Variable> variables = new ArrayList<>();

  private final List<Supplier<Core>> values = new ArrayList<>();

  /** What {@code define-values} binds. */
  private final List<Variable> locations = new ArrayList<>();

  private final Set<Symbol> names = new HashSet<>();

  /**
   * A form of the body.
   *
   * @param scope where it stands: that of the body, or one inside it that binds keywords
   */
  private record Part(Syntax form, Scope scope) {}

  private Body(Expander expander, Scope scope, List<Syntax> parts) {
    this.expander = expander;
    this.scope = scope;
    parts.forEach(part -> rest.add(new Part(part, scope)));
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
    body.takeParts();
    if (body.expressions.isEmpty()) {
      throw Rejection.malformed(parts.getLast(), "The body ends without an expression.");
    }
    return body.core(Lists.around(parts.getFirst(), parts.getLast()));
  }

  /** All names are known before any value is expanded, so each can refer to all. */
  private void takeParts() {
    while (!rest.isEmpty()) {
      Part part = rest.removeFirst();
      Syntax form = expander.withoutMacros(part.form(), part.scope());
      Keyword keyword = Expander.keywordOf(form, part.scope());
      if (!take(keyword, form, part.scope())) {
        expressions.add(new Part(form, part.scope()));
      }
    }
  }

  /** Takes a definition, or what holds some; of anything else answers false. */
  private boolean take(@Nullable Keyword keyword, Syntax form, Scope at) {
    switch (keyword) {
      case BEGIN, COND_EXPAND, INCLUDE, INCLUDE_CI -> {
        return splice(parts(keyword, Expander.properList(form)), at);
      }
      case LET_SYNTAX, LETREC_SYNTAX -> {
        if (!expressions.isEmpty()) {
          return false;
        }
        Syntax.ListForm block = Expander.properList(form);
        splice(Macros.splicedBody(block), Macros.scope(expander, block, keyword, at));
      }
      case DEFINE -> define(Definition.of(Expander.properList(form)), at);
      case DEFINE_VALUES -> defineValues(Expander.properList(form), at);
      case DEFINE_RECORD_TYPE -> defineRecord(RecordDefinition.of(Expander.properList(form)));
      case DEFINE_SYNTAX ->
          defineSyntax(Macros.definition(expander, Expander.properList(form), at));
      case null, default -> {
        return false;
      }
    }
    return true;
  }

  /** The forms that a form stands for. */
  private List<Syntax> parts(Keyword keyword, Syntax.ListForm form) {
    return switch (keyword) {
      case BEGIN -> BasicForms.splicedParts(form);
      case COND_EXPAND -> expander.session().chosen(form);
      default -> expander.session().included(form, keyword == Keyword.INCLUDE_CI);
    };
  }

  /** Puts forms in the place of one; no forms only among definitions, where none is needed. */
  private boolean splice(List<Syntax> parts, Scope at) {
    if (parts.isEmpty() && !expressions.isEmpty()) {
      return false;
    }
    parts.reversed().forEach(part -> rest.addFirst(new Part(part, at)));
    return true;
  }

  /** The expressions so far are to be evaluated before the definition that comes next. */
  private void takeExpressions() {
    for (Part part : List.copyOf(expressions)) {
      variables.add(Variable.temporary());
      values.add(() -> step(part));
    }
    expressions.clear();
  }

  /** An expression for its effect: it may deliver any number of values. */
  private Core step(Part part) {
    Span span = part.form().span();
    Core effect = expander.expression(part.form(), part.scope());
    return new Core.Seq(List.of(effect, Expander.unspecified(span)), span);
  }

  private void defineSyntax(Macros.Definition definition) {
    declareOnce(definition.name(), definition.target());
    scope.bind(definition.name(), new Binding.Macro(definition.transformer()));
  }

  private void define(Definition definition, Scope at) {
    takeExpressions();
    variables.add(declare(definition.name(), definition.target()));
    values.add(() -> definition.value(expander, at));
  }

  /** A step among the definitions that assigns variables around them. */
  private void defineValues(Syntax.ListForm form, Scope at) {
    takeExpressions();
    Formals names = ValuesForms.defined(form);
    List<Syntax> targets = Formals.identifiers(form.items().get(1));
    List<Variable> declared = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      declared.add(declare(names.names().get(i), targets.get(i)));
    }
    locations.addAll(declared);
    Formals formals = new Formals(names.names(), declared, names.hasRest());
    variables.add(Variable.temporary());
    values.add(() -> ValuesForms.assign(expander, form, formals, at));
  }

  private void defineRecord(RecordDefinition definition) {
    takeExpressions();
    int first = variables.size();
    for (RecordDefinition.Part part : definition.parts()) {
      variables.add(declare(part.name(), part.target()));
      values.add(
          () -> part.value().apply(new Core.LocalRef(variables.get(first), part.target().span())));
    }
  }

  private Variable declare(Symbol name, Syntax target) {
    declareOnce(name, target);
    Variable variable = Variable.named(name.name());
    scope.define(name, variable);
    return variable;
  }

  private void declareOnce(Symbol name, Syntax target) {
    if (!names.add(name)) {
      throw Rejection.malformed(
          target, "The body defines " + name + " twice; set! assigns a variable.");
    }
  }

  private Core core(Span span) {
    List<Core> initialisers = values.stream().map(Supplier::get).toList();
    Core expressions = expressions(span);
    if (variables.isEmpty()) {
      return expressions;
    }
    Core core = new Core.Letrec(true, variables, initialisers, expressions, span);
    return locations.isEmpty() ? core : new Core.Locations(locations, core, span);
  }

  private Core expressions(Span span) {
    List<Core> cores = new ArrayList<>(expressions.size());
    expressions.forEach(part -> cores.add(expander.expression(part.form(), part.scope())));
    return cores.size() == 1 ? cores.getFirst() : new Core.Seq(cores, span);
  }
}
