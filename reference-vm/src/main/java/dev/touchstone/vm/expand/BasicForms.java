package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.Variable;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code quote}, {@code lambda}, {@code case-lambda}, {@code define}, {@code set!} and {@code
 * begin}.
 */
final class BasicForms {
  private BasicForms() {}

  /** {@code (quote datum)}. */
  static Core quote(Expander expander, Syntax.ListForm form) {
    if (form.items().size() != 2) {
      throw Rejection.malformed(form, "quote needs one datum: (quote datum).");
    }
    Syntax datum = form.items().get(1);
    Value object = expander.session().objectOf(datum);
    if (object != null) {
      return new Core.Const(object, form.span());
    }
    Core.Const constant = (Core.Const) Literals.constant(datum, expander.uses());
    return new Core.Const(constant.value(), form.span());
  }

  /** {@code (lambda formals body ...)}. */
  static Core lambda(Expander expander, Syntax.ListForm form, String name, Scope scope) {
    if (form.items().size() < 2) {
      throw Rejection.malformed(form, "lambda needs parameters: (lambda parameters body ...).");
    }
    Formals formals = Formals.of(form.items().get(1));
    return procedure(expander, name, formals, from(form, 2), scope, form);
  }

  /** {@code (case-lambda (formals body ...) ...)}. */
  static Core caseLambda(Expander expander, Syntax.ListForm form, String name, Scope scope) {
    List<Core.Lambda> clauses = new ArrayList<>();
    for (Syntax clause : from(form, 1)) {
      if (!(clause instanceof Syntax.ListForm list)
          || list.items().isEmpty()
          || list.tail() != null) {
        throw Rejection.malformed(
            clause, "A clause of case-lambda is a list: (parameters body ...).");
      }
      Formals formals = Formals.of(list.items().getFirst());
      clauses.add(procedure(expander, name, formals, from(list, 1), scope, list));
    }
    return new Core.CaseLambda(name, clauses, form.span());
  }

  /** What a lambda is called that nothing else names. */
  static String placeName(Syntax.ListForm form) {
    return placeName("lambda", form);
  }

  /** What a procedure is called that a form of another keyword stands for. */
  static String placeName(String keyword, Syntax.ListForm form) {
    return keyword + "@" + form.span().line() + ":" + form.span().column();
  }

  /** A lambda, whatever form it was written in. */
  static Core.Lambda procedure(
      Expander expander,
      String name,
      Formals formals,
      List<Syntax> body,
      Scope scope,
      Syntax form) {
    Scope inner = scope.with(formals.names(), formals.variables());
    Core core = Body.expand(expander, body, inner, form);
    return new Core.Lambda(name, formals.required(), formals.rest(), core, form.span());
  }

  /** {@code (set! name expression)}. */
  static Core set(Expander expander, Syntax.ListForm form, Scope scope) {
    if (form.items().size() != 3) {
      throw Rejection.malformed(form, "set! needs a variable and a value: (set! name value).");
    }
    Syntax target = form.items().get(1);
    Symbol name = Formals.identifier(target, "What set! assigns");
    Span span = form.span();
    return switch (scope.lookUp(name)) {
      case Binding.Local(Variable variable) -> {
        variable.markAssigned();
        yield new Core.SetLocal(variable, expander.named(name, form.items().get(2), scope), span);
      }
      case Binding.Global(Symbol variable) -> setGlobal(expander, variable, form, scope);
      case Binding.Unbound unbound -> setGlobal(expander, unbound.variable(), form, scope);
      case Binding.Imported _ ->
          throw Rejection.malformed(
              target, "The variable " + name + " is imported; only its own library assigns it.");
      case Binding.Special _, Binding.Macro _ ->
          throw Rejection.malformed(target, "The keyword " + name + " is no variable.");
    };
  }

  private static Core setGlobal(
      Expander expander, Symbol variable, Syntax.ListForm form, Scope scope) {
    Core value = expander.named(variable, form.items().get(2), scope);
    return new Core.SetGlobal(variable, value, form.span());
  }

  /** {@code (begin expression ...)} where an expression is needed. */
  static Core begin(Expander expander, Syntax.ListForm form, Scope scope) {
    if (form.items().size() < 2) {
      throw Rejection.malformed(form, "begin needs an expression here: (begin expression ...).");
    }
    return expander.sequence(from(form, 1), scope, form.span());
  }

  /** The forms of a {@code begin} at top level, which stand for themselves. */
  static List<Syntax> splicedParts(Syntax.ListForm form) {
    return from(form, 1);
  }

  /** The items of a form from an index on. */
  static List<Syntax> from(Syntax.ListForm form, int index) {
    return form.items().subList(index, form.items().size());
  }
}
