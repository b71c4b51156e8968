package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.Variable;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayList;
import java.util.List;

/** {@code let} and {@code let*}. */
final class BindingForms {
  private BindingForms() {}

  /** {@code (let ((name value) ...) body ...)}. */
  static Core let(Expander expander, Syntax.ListForm form, Scope scope) {
    if (form.items().size() > 1
        && form.items().get(1) instanceof Syntax.Atom atom
        && atom.datum() instanceof Symbol) {
      throw Rejection.missing(form, "Named let is");
    }
    List<Syntax.ListForm> bindings = bindings(form, "let");
    List<Syntax> identifiers = new ArrayList<>();
    bindings.forEach(binding -> identifiers.add(binding.items().getFirst()));
    List<Symbol> names = Formals.distinct(identifiers, "A variable", "variables");
    List<Core> values = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      values.add(expander.named(names.get(i), bindings.get(i).items().get(1), scope));
    }
    List<Variable> variables = Formals.variables(names);
    Core body = expander.body(BasicForms.from(form, 2), scope.with(names, variables), form);
    return names.isEmpty() ? body : new Core.Let(variables, values, body, form.span());
  }

  /** {@code (let* ((name value) ...) body ...)}: each value sees the names before it. */
  static Core letStar(Expander expander, Syntax.ListForm form, Scope scope) {
    return letStar(expander, form, bindings(form, "let*"), scope);
  }

  private static Core letStar(
      Expander expander, Syntax.ListForm form, List<Syntax.ListForm> bindings, Scope scope) {
    if (bindings.isEmpty()) {
      return expander.body(BasicForms.from(form, 2), scope, form);
    }
    Syntax.ListForm binding = bindings.getFirst();
    expander.deeper(binding);
    Symbol name = Formals.identifier(binding.items().getFirst(), "A variable");
    Core value = expander.named(name, binding.items().get(1), scope);
    Variable variable = Variable.named(name.name());
    Scope inner = scope.with(List.of(name), List.of(variable));
    Core rest = letStar(expander, form, bindings.subList(1, bindings.size()), inner);
    expander.shallower();
    return new Core.Let(List.of(variable), List.of(value), rest, form.span());
  }

  private static List<Syntax.ListForm> bindings(Syntax.ListForm form, String keyword) {
    if (form.items().size() < 2
        || !(form.items().get(1) instanceof Syntax.ListForm list)
        || list.tail() != null) {
      Syntax where = form.items().size() < 2 ? form : form.items().get(1);
      throw Rejection.malformed(
          where,
          keyword + " needs a list of bindings: (" + keyword + " ((name value) ...) body ...).");
    }
    List<Syntax.ListForm> bindings = new ArrayList<>();
    for (Syntax item : list.items()) {
      if (!(item instanceof Syntax.ListForm binding)
          || binding.tail() != null
          || binding.items().size() != 2) {
        throw Rejection.malformed(item, "A binding is a name and a value: (name value).");
      }
      bindings.add(binding);
    }
    return bindings;
  }
}
