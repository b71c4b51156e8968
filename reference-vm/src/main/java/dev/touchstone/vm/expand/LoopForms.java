package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.Variable;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayList;
import java.util.List;

/** Named {@code let} and {@code do}: a procedure that calls itself, and its first call. */
final class LoopForms {
  private LoopForms() {}

  /** {@code (let name ((variable value) ...) body ...)}. The values do not see the name. */
  static Core namedLet(Expander expander, Syntax.ListForm form, Symbol name, Scope scope) {
    List<Syntax.ListForm> bindings = BindingForms.bindings(form, 2, "let");
    List<Symbol> names = BindingForms.names(bindings);
    List<Core> values = BindingForms.values(expander, names, bindings, scope);
    Variable loop = Variable.named(name.name());
    List<Variable> variables = Formals.variables(names);
    Scope inner = scope.with(List.of(name), List.of(loop)).with(names, variables);
    Core body = Body.expand(expander, BasicForms.from(form, 3), inner, form);
    return loop(loop, loop.name(), variables, body, values, form.span());
  }

  /** {@code (do ((variable init step) ...) (test expression ...) command ...)}. */
  static Core doLoop(Expander expander, Syntax.ListForm form, Scope scope) {
    String shape = "A binding of do is (variable init step), or without step (variable init).";
    List<Syntax.ListForm> bindings = BindingForms.bindings(form, 1, "do", 3, shape);
    Syntax.ListForm exit = exit(form);
    List<Symbol> names = BindingForms.names(bindings);
    List<Core> inits = BindingForms.values(expander, names, bindings, scope);
    List<Variable> variables = Formals.variables(names);
    Scope inner = scope.with(names, variables);
    Variable loop = Variable.named("do");
    Core test = expander.expression(exit.items().getFirst(), inner);
    Core result =
        exit.items().size() == 1
            ? Expander.unspecified(exit.span())
            : expander.sequence(BasicForms.from(exit, 1), inner, exit.span());
    List<Core> again = new ArrayList<>();
    for (Syntax command : BasicForms.from(form, 3)) {
      again.add(expander.expression(command, inner));
    }
    List<Core> steps = steps(expander, bindings, variables, inner);
    again.add(new Core.Call(new Core.LocalRef(loop, form.span()), steps, form.span()));
    Core next = again.size() == 1 ? again.getFirst() : new Core.Seq(again, form.span());
    Core body = Expander.conditional(test, result, next, form.span());
    String name = BasicForms.placeName(Keyword.DO.spelling(), form);
    return loop(loop, name, variables, body, inits, form.span());
  }

  private static Syntax.ListForm exit(Syntax.ListForm form) {
    if (form.items().size() > 2
        && form.items().get(2) instanceof Syntax.ListForm exit
        && !exit.items().isEmpty()
        && exit.tail() == null) {
      return exit;
    }
    throw Rejection.malformed(
        form.items().size() > 2 ? form.items().get(2) : form,
        "do needs a test after its bindings: (test expression ...).");
  }

  /** A variable without a step keeps its value. */
  private static List<Core> steps(
      Expander expander, List<Syntax.ListForm> bindings, List<Variable> variables, Scope scope) {
    List<Core> steps = new ArrayList<>();
    for (int i = 0; i < bindings.size(); i++) {
      List<Syntax> items = bindings.get(i).items();
      steps.add(
          items.size() == 3
              ? expander.expression(items.get(2), scope)
              : new Core.LocalRef(variables.get(i), items.getFirst().span()));
    }
    return steps;
  }

  private static Core loop(
      Variable loop,
      String name,
      List<Variable> variables,
      Core body,
      List<Core> values,
      Span span) {
    Core.Lambda procedure = new Core.Lambda(name, variables, null, body, span);
    Core first = new Core.Call(new Core.LocalRef(loop, span), values, span);
    return new Core.Letrec(false, List.of(loop), List.of(procedure), first, span);
  }
}
