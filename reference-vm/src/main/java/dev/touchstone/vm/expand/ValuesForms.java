package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.Variable;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayList;
import java.util.List;

/** {@code let-values}, {@code let*-values} and {@code define-values} (R7RS 4.2.2, 5.3.3). */
final class ValuesForms {
  private ValuesForms() {}

  /** {@code (let-values ((formals producer) ...) body ...)}: no producer sees a variable. */
  static Core let(Expander expander, Syntax.ListForm form, Scope scope) {
    List<Syntax.ListForm> bindings = bindings(form, Keyword.LET_VALUES);
    List<Syntax> identifiers = new ArrayList<>();
    bindings.forEach(b -> identifiers.addAll(Formals.identifiers(b.items().getFirst())));
    Formals.distinct(identifiers, "A variable", "variables");
    List<Formals> formals = new ArrayList<>();
    List<Core> producers = new ArrayList<>();
    Scope inner = scope;
    for (Syntax.ListForm binding : bindings) {
      expander.deeper(binding);
      Formals here = Formals.ofValues(binding.items().getFirst());
      formals.add(here);
      producers.add(expander.expression(binding.items().get(1), scope));
      inner = inner.with(here.names(), here.variables());
    }
    Core core = Body.expand(expander, BasicForms.from(form, 2), inner, form);
    for (int i = bindings.size() - 1; i >= 0; i--) {
      core = receive(formals.get(i), producers.get(i), core, form.span());
      expander.shallower();
    }
    return core;
  }

  /** {@code (let*-values ((formals producer) ...) body ...)}: each sees the variables before it. */
  static Core letStar(Expander expander, Syntax.ListForm form, Scope scope) {
    return letStar(expander, form, bindings(form, Keyword.LET_STAR_VALUES), scope);
  }

  private static Core letStar(
      Expander expander, Syntax.ListForm form, List<Syntax.ListForm> bindings, Scope scope) {
    if (bindings.isEmpty()) {
      return Body.expand(expander, BasicForms.from(form, 2), scope, form);
    }
    Syntax.ListForm binding = bindings.getFirst();
    expander.deeper(binding);
    Formals formals = Formals.ofValues(binding.items().getFirst());
    Core producer = expander.expression(binding.items().get(1), scope);
    Scope inner = scope.with(formals.names(), formals.variables());
    Core rest = letStar(expander, form, bindings.subList(1, bindings.size()), inner);
    expander.shallower();
    return receive(formals, producer, rest, form.span());
  }

  private static List<Syntax.ListForm> bindings(Syntax.ListForm form, Keyword keyword) {
    String shape = "A binding is variables and an expression: ((name ...) expression).";
    return BindingForms.bindings(form, 1, keyword.spelling(), 2, shape);
  }

  /** The variables of {@code (define-values formals producer)}. */
  static Formals defined(Syntax.ListForm form) {
    if (form.items().size() != 3) {
      throw Rejection.malformed(
          form,
          "define-values needs variables and an expression:"
              + " (define-values (name ...) expression).");
    }
    return Formals.ofValues(form.items().get(1));
  }

  /**
   * A definition at top level.
   *
   * @param variables the global variables that it defines
   */
  static Core define(
      Expander expander,
      Syntax.ListForm form,
      Formals formals,
      List<Symbol> variables,
      Scope scope) {
    List<Core> steps = new ArrayList<>();
    Formals values = formals.temporaries();
    Span span = form.span();
    for (int i = 0; i < variables.size(); i++) {
      Core value = new Core.LocalRef(values.variables().get(i), span);
      steps.add(new Core.DefineGlobal(variables.get(i), value, span));
    }
    return take(expander, form, values, steps, scope);
  }

  /** A definition in a body: assigns variables of it that have no content yet. */
  static Core assign(Expander expander, Syntax.ListForm form, Formals formals, Scope scope) {
    List<Core> steps = new ArrayList<>();
    Formals values = formals.temporaries();
    Span span = form.span();
    for (int i = 0; i < formals.names().size(); i++) {
      Variable variable = formals.variables().get(i);
      variable.markAssigned();
      Core value = new Core.LocalRef(values.variables().get(i), span);
      steps.add(new Core.SetLocal(variable, value, span));
    }
    return take(expander, form, values, steps, scope);
  }

  private static Core take(
      Expander expander, Syntax.ListForm form, Formals values, List<Core> steps, Scope scope) {
    expander.deeper(form);
    Core producer = expander.expression(form.items().get(2), scope);
    expander.shallower();
    Core body =
        switch (steps.size()) {
          case 0 -> Expander.unspecified(form.span());
          case 1 -> steps.getFirst();
          default -> new Core.Seq(steps, form.span());
        };
    return receive(values, producer, body, form.span());
  }

  private static Core receive(Formals formals, Core producer, Core body, Span span) {
    return new Core.Receive(formals.required(), formals.rest(), producer, body, span);
  }
}
