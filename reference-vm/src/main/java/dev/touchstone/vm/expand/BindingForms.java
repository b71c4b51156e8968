package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.Variable;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayList;
import java.util.List;

/** {@code let}, {@code let*}, {@code letrec} and {@code letrec*}. */
final class BindingForms {
  private BindingForms() {}

  /** {@code (let ((name value) ...) body ...)}. */
  static Core let(Expander expander, Syntax.ListForm form, Scope scope) {
    if (form.items().size() > 1
        && form.items().get(1) instanceof Syntax.Atom atom
        && atom.datum() instanceof Symbol name) {
      return LoopForms.namedLet(expander, form, name, scope);
    }
    List<Syntax.ListForm> bindings = bindings(form, 1, "let");
    List<Symbol> names = names(bindings);
    List<Core> values = values(expander, names, bindings, scope);
    List<Variable> variables = Formals.variables(names);
    Core body = Body.expand(expander, BasicForms.from(form, 2), scope.with(names, variables), form);
    return names.isEmpty() ? body : new Core.Let(variables, values, body, form.span());
  }

  /** {@code (let* ((name value) ...) body ...)}: each value sees the names before it. */
  static Core letStar(Expander expander, Syntax.ListForm form, Scope scope) {
    return letStar(expander, form, bindings(form, 1, "let*"), scope);
  }

  private static Core letStar(
      Expander expander, Syntax.ListForm form, List<Syntax.ListForm> bindings, Scope scope) {
    if (bindings.isEmpty()) {
      return Body.expand(expander, BasicForms.from(form, 2), scope, form);
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

  /** {@code (letrec ((name value) ...) body ...)}: each value sees all names. */
  static Core letrec(Expander expander, Syntax.ListForm form, Keyword keyword, Scope scope) {
    List<Syntax.ListForm> bindings = bindings(form, 1, keyword.spelling());
    List<Symbol> names = names(bindings);
    List<Variable> variables = Formals.variables(names);
    Scope inner = scope.with(names, variables);
    List<Core> values = values(expander, names, bindings, inner);
    Core body = Body.expand(expander, BasicForms.from(form, 2), inner, form);
    boolean inOrder = keyword == Keyword.LETREC_STAR;
    return names.isEmpty() ? body : new Core.Letrec(inOrder, variables, values, body, form.span());
  }

  /** What the bindings bind. */
  static List<Symbol> names(List<Syntax.ListForm> bindings) {
    List<Syntax> identifiers = new ArrayList<>();
    bindings.forEach(binding -> identifiers.add(binding.items().getFirst()));
    return Formals.distinct(identifiers, "A variable", "variables");
  }

  /** The values of the bindings. */
  static List<Core> values(
      Expander expander, List<Symbol> names, List<Syntax.ListForm> bindings, Scope scope) {
    List<Core> values = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      values.add(expander.named(names.get(i), bindings.get(i).items().get(1), scope));
    }
    return values;
  }

  /** The bindings of a form: a list of names with a value each. */
  static List<Syntax.ListForm> bindings(Syntax.ListForm form, int index, String keyword) {
    String shape = "A binding is a name and a value: (name value).";
    return bindings(form, index, keyword, 2, shape);
  }

  /**
   * The bindings of a form, each a list of two to some parts.
   *
   * @param index where their list stands in the form
   * @param longest the most parts of one
   * @param shape the sentence that says what one looks like
   */
  static List<Syntax.ListForm> bindings(
      Syntax.ListForm form, int index, String keyword, int longest, String shape) {
    if (form.items().size() <= index
        || !(form.items().get(index) instanceof Syntax.ListForm list)
        || list.tail() != null) {
      Syntax where = form.items().size() <= index ? form : form.items().get(index);
      throw Rejection.malformed(where, keyword + " needs a list of bindings. " + shape);
    }
    List<Syntax.ListForm> bindings = new ArrayList<>();
    for (Syntax item : list.items()) {
      if (!(item instanceof Syntax.ListForm binding)
          || binding.tail() != null
          || binding.items().size() < 2
          || binding.items().size() > longest) {
        throw Rejection.malformed(item, shape);
      }
      bindings.add(binding);
    }
    return bindings;
  }
}
