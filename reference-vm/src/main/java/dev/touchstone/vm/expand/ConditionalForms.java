package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.Variable;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Bool;
import java.util.List;

/**
 * {@code if}, {@code and}, {@code or}, {@code when} and {@code unless}. Each operand after the
 * first becomes a branch inside the branch before it, so it counts as a level of nesting.
 */
final class ConditionalForms {
  private ConditionalForms() {}

  /** {@code (if test consequent [alternate])}. */
  static Core ifForm(Expander expander, Syntax.ListForm form, Scope scope) {
    List<Syntax> items = form.items();
    if (items.size() < 3 || items.size() > 4) {
      throw Rejection.malformed(
          form,
          "if needs a test, a consequent and at most one alternate: "
              + "(if test consequent alternate).");
    }
    Core test = expander.expression(items.get(1), scope);
    Core then = expander.expression(items.get(2), scope);
    Core otherwise =
        items.size() == 4
            ? expander.expression(items.get(3), scope)
            : Expander.unspecified(form.span());
    return Expander.conditional(test, then, otherwise, form.span());
  }

  /** {@code (when test expression ...)}. */
  static Core when(Expander expander, Syntax.ListForm form, Scope scope) {
    checkGuarded(form, "when");
    Core test = expander.expression(form.items().get(1), scope);
    Core then = expander.sequence(BasicForms.from(form, 2), scope, form.span());
    return Expander.conditional(test, then, Expander.unspecified(form.span()), form.span());
  }

  /** {@code (unless test expression ...)}. */
  static Core unless(Expander expander, Syntax.ListForm form, Scope scope) {
    checkGuarded(form, "unless");
    Core test = expander.expression(form.items().get(1), scope);
    Core otherwise = expander.sequence(BasicForms.from(form, 2), scope, form.span());
    return Expander.conditional(test, Expander.unspecified(form.span()), otherwise, form.span());
  }

  private static void checkGuarded(Syntax.ListForm form, String keyword) {
    if (form.items().size() < 3) {
      throw Rejection.malformed(
          form,
          keyword + " needs a test and an expression: (" + keyword + " test expression ...).");
    }
  }

  /** {@code (and expression ...)}. */
  static Core and(Expander expander, Syntax.ListForm form, Scope scope) {
    List<Syntax> operands = BasicForms.from(form, 1);
    return operands.isEmpty()
        ? new Core.Const(Bool.TRUE, form.span())
        : and(expander, form, operands, scope);
  }

  private static Core and(
      Expander expander, Syntax.ListForm form, List<Syntax> operands, Scope scope) {
    Core first = expander.expression(operands.getFirst(), scope);
    if (operands.size() == 1) {
      return first;
    }
    expander.deeper(form);
    Core rest = and(expander, form, operands.subList(1, operands.size()), scope);
    expander.shallower();
    Core no = new Core.Const(Bool.FALSE, form.span());
    return Expander.conditional(first, rest, no, form.span());
  }

  /** {@code (or expression ...)}. */
  static Core or(Expander expander, Syntax.ListForm form, Scope scope) {
    List<Syntax> operands = BasicForms.from(form, 1);
    return operands.isEmpty()
        ? new Core.Const(Bool.FALSE, form.span())
        : or(expander, form, operands, scope);
  }

  private static Core or(
      Expander expander, Syntax.ListForm form, List<Syntax> operands, Scope scope) {
    Core first = expander.expression(operands.getFirst(), scope);
    if (operands.size() == 1) {
      return first;
    }
    expander.deeper(form);
    Core rest = or(expander, form, operands.subList(1, operands.size()), scope);
    expander.shallower();
    return firstIfTrue(first, rest, form.span());
  }

  /** The value of the first expression if it is true, else that of the second. */
  static Core firstIfTrue(Core first, Core second, Span span) {
    Variable value = Variable.temporary();
    Core test = new Core.LocalRef(value, span);
    Core then = new Core.LocalRef(value, span);
    Core choice = new Core.If(test, then, second, span);
    return new Core.Let(List.of(value), List.of(first), choice, span);
  }
}
