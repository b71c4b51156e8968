package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.Variable;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Bool;
import java.util.List;

/**
 * {@code if}, {@code cond}, {@code and}, {@code or}, {@code when} and {@code unless}. Each clause
 * or operand after the first becomes a branch inside the branch before it, so it counts as a level
 * of nesting.
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
  private static Core firstIfTrue(Core first, Core second, Span span) {
    Variable value = Variable.temporary();
    Core test = new Core.LocalRef(value, span);
    Core then = new Core.LocalRef(value, span);
    Core choice = new Core.If(test, then, second, span);
    return new Core.Let(List.of(value), List.of(first), choice, span);
  }

  /** {@code (cond clause ...)}. */
  static Core cond(Expander expander, Syntax.ListForm form, Scope scope) {
    if (form.items().size() < 2) {
      throw Rejection.malformed(form, "cond needs a clause: (cond (test expression ...) ...).");
    }
    return clauses(expander, BasicForms.from(form, 1), scope, form);
  }

  private static Core clauses(
      Expander expander, List<Syntax> clauses, Scope scope, Syntax.ListForm form) {
    if (clauses.isEmpty()) {
      return Expander.unspecified(form.span());
    }
    Syntax.ListForm clause = clause(clauses.getFirst());
    if (Expander.keyword(clause.items().getFirst(), scope) == Keyword.ELSE) {
      return elseClause(expander, clause, clauses.size() == 1, scope);
    }
    expander.deeper(clause);
    Core core = testClause(expander, clause, clauses.subList(1, clauses.size()), scope, form);
    expander.shallower();
    return core;
  }

  private static Core testClause(
      Expander expander,
      Syntax.ListForm clause,
      List<Syntax> others,
      Scope scope,
      Syntax.ListForm form) {
    Core test = expander.expression(clause.items().getFirst(), scope);
    if (clause.items().size() == 1) {
      return firstIfTrue(test, clauses(expander, others, scope, form), clause.span());
    }
    if (Expander.keyword(clause.items().get(1), scope) == Keyword.ARROW) {
      return receiver(expander, clause, test, others, scope, form);
    }
    Core then = expander.sequence(BasicForms.from(clause, 1), scope, clause.span());
    Core otherwise = clauses(expander, others, scope, form);
    return Expander.conditional(test, then, otherwise, clause.span());
  }

  /** {@code (test => receiver)}. */
  private static Core receiver(
      Expander expander,
      Syntax.ListForm clause,
      Core test,
      List<Syntax> others,
      Scope scope,
      Syntax.ListForm form) {
    if (clause.items().size() != 3) {
      throw Rejection.malformed(clause, "After => a clause has one expression.");
    }
    Variable value = Variable.temporary();
    Span span = clause.span();
    Core receiver = expander.expression(clause.items().get(2), scope);
    Core call = new Core.Call(receiver, List.of(new Core.LocalRef(value, span)), span);
    Core otherwise = clauses(expander, others, scope, form);
    Core choice = new Core.If(new Core.LocalRef(value, span), call, otherwise, span);
    return new Core.Let(List.of(value), List.of(test), choice, span);
  }

  private static Core elseClause(
      Expander expander, Syntax.ListForm clause, boolean last, Scope scope) {
    if (!last) {
      throw Rejection.malformed(clause, "The else clause must be the last.");
    }
    if (clause.items().size() == 1) {
      throw Rejection.malformed(clause, "The else clause needs an expression.");
    }
    return expander.sequence(BasicForms.from(clause, 1), scope, clause.span());
  }

  private static Syntax.ListForm clause(Syntax syntax) {
    if (syntax instanceof Syntax.ListForm list && !list.items().isEmpty() && list.tail() == null) {
      return list;
    }
    throw Rejection.malformed(syntax, "A clause is a list: (test expression ...).");
  }
}
