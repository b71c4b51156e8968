package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.Variable;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code delay}, {@code delay-force}, {@code parameterize} and {@code guard}: calls of procedures
 * of the library that no program can name, with procedures for what is evaluated later or
 * elsewhere. These are called {@code keyword@line:col}.
 */
final class ControlForms {
  private ControlForms() {}

  /** {@code (delay expression)} (R7RS 4.2.5). */
  static Core delay(Expander expander, Syntax.ListForm form, Scope scope) {
    Core value = delayed(expander, form, Keyword.DELAY, scope);
    Core forced = Expander.standardCall("%make-forced", List.of(value), form.span());
    return promise(Keyword.DELAY, forced, form);
  }

  /** {@code (delay-force expression)}: the expression is to yield a promise. */
  static Core delayForce(Expander expander, Syntax.ListForm form, Scope scope) {
    return promise(Keyword.DELAY_FORCE, delayed(expander, form, Keyword.DELAY_FORCE, scope), form);
  }

  private static Core delayed(
      Expander expander, Syntax.ListForm form, Keyword keyword, Scope scope) {
    if (form.items().size() != 2) {
      String name = keyword.spelling();
      throw Rejection.malformed(form, name + " needs one expression: (" + name + " expression).");
    }
    return expander.expression(form.items().get(1), scope);
  }

  private static Core promise(Keyword keyword, Core body, Syntax.ListForm form) {
    Core thunk = thunk(keyword, body, form);
    return Expander.standardCall("%delay-force", List.of(thunk), form.span());
  }

  private static Core thunk(Keyword keyword, Core body, Syntax.ListForm form) {
    String name = BasicForms.placeName(keyword.spelling(), form);
    return new Core.Lambda(name, List.of(), null, body, form.span());
  }

  /** {@code (parameterize ((parameter value) ...) body ...)} (R7RS 4.2.6). */
  static Core parameterize(Expander expander, Syntax.ListForm form, Scope scope) {
    String shape = "A binding of parameterize is a parameter and a value: (parameter value).";
    List<Syntax.ListForm> bindings =
        BindingForms.bindings(form, 1, Keyword.PARAMETERIZE.spelling(), 2, shape);
    List<Core> parameters = new ArrayList<>();
    List<Core> values = new ArrayList<>();
    for (Syntax.ListForm binding : bindings) {
      parameters.add(expander.expression(binding.items().getFirst(), scope));
      values.add(expander.expression(binding.items().get(1), scope));
    }
    Core body = Body.expand(expander, BasicForms.from(form, 2), scope, form);
    if (bindings.isEmpty()) {
      return body;
    }
    Span span = form.span();
    return Expander.standardCall(
        "%parameterize",
        List.of(
            Expander.standardCall("list", parameters, span),
            Expander.standardCall("list", values, span),
            thunk(Keyword.PARAMETERIZE, body, form)),
        span);
  }

  /**
   * {@code (guard (variable clause ...) body ...)} (R7RS 4.2.7). What receives the object that was
   * raised also receives a procedure that raises it again, for when no clause is chosen.
   */
  static Core guard(Expander expander, Syntax.ListForm form, Scope scope) {
    Syntax.ListForm handler = handler(form);
    Symbol name = Formals.identifier(handler.items().getFirst(), "The variable of guard");
    Core body = Body.expand(expander, BasicForms.from(form, 2), scope, form);
    Variable raised = Variable.named(name.name());
    Variable raiseAgain = Variable.named("reraise");
    Span span = handler.span();
    Scope inner = scope.with(List.of(name), List.of(raised));
    Core choice =
        new CondForm(
                expander,
                inner,
                () -> new Core.Call(new Core.LocalRef(raiseAgain, span), List.of(), span))
            .clauses(BasicForms.from(handler, 1));
    String place = BasicForms.placeName(Keyword.GUARD.spelling(), handler);
    Core clauses = new Core.Lambda(place, List.of(raised, raiseAgain), null, choice, span);
    List<Core> operands = List.of(thunk(Keyword.GUARD, body, form), clauses);
    return Expander.standardCall("%guard", operands, form.span());
  }

  private static Syntax.ListForm handler(Syntax.ListForm form) {
    if (form.items().size() > 1
        && form.items().get(1) instanceof Syntax.ListForm handler
        && !handler.items().isEmpty()
        && handler.tail() == null) {
      return handler;
    }
    throw Rejection.malformed(
        form.items().size() > 1 ? form.items().get(1) : form,
        "guard needs a variable with clauses: (guard (variable (test expression ...) ...) body"
            + " ...).");
  }
}
