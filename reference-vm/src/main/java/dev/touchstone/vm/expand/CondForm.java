package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.Variable;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Span;
import java.util.List;
import java.util.function.Supplier;

/**
 * The clauses of {@code cond} and of {@code guard} (R7RS 4.2.1, 4.2.7). Each clause after the first
 * becomes a branch inside the branch before it, so it counts as a level of nesting.
 */
final class CondForm {
  private final Expander expander;
  private final Scope scope;
  private final Supplier<Core> otherwise;

  /**
   * The way to expand clauses.
   *
   * @param otherwise what is done if none is chosen and none is an {@code else}
   */
  CondForm(Expander expander, Scope scope, Supplier<Core> otherwise) {
    this.expander = expander;
    this.scope = scope;
    this.otherwise = otherwise;
  }

  /** {@code (cond clause ...)}. */
  static Core expand(Expander expander, Syntax.ListForm form, Scope scope) {
    if (form.items().size() < 2) {
      throw Rejection.malformed(form, "cond needs a clause: (cond (test expression ...) ...).");
    }
    return new CondForm(expander, scope, () -> Expander.unspecified(form.span()))
        .clauses(BasicForms.from(form, 1));
  }

  /** The clauses as one expression. */
  Core clauses(List<Syntax> clauses) {
    if (clauses.isEmpty()) {
      return otherwise.get();
    }
    Syntax.ListForm clause = clause(clauses.getFirst());
    if (Expander.keyword(clause.items().getFirst(), scope) == Keyword.ELSE) {
      return elseClause(clause, clauses.size() == 1);
    }
    expander.deeper(clause);
    Core core = testClause(clause, clauses.subList(1, clauses.size()));
    expander.shallower();
    return core;
  }

  private Core testClause(Syntax.ListForm clause, List<Syntax> others) {
    Core test = expander.expression(clause.items().getFirst(), scope);
    if (clause.items().size() == 1) {
      return ConditionalForms.firstIfTrue(test, clauses(others), clause.span());
    }
    if (Expander.keyword(clause.items().get(1), scope) == Keyword.ARROW) {
      return receiver(clause, test, others);
    }
    Core then = expander.sequence(BasicForms.from(clause, 1), scope, clause.span());
    return Expander.conditional(test, then, clauses(others), clause.span());
  }

  /** {@code (test => receiver)}. */
  private Core receiver(Syntax.ListForm clause, Core test, List<Syntax> others) {
    if (clause.items().size() != 3) {
      throw Rejection.malformed(clause, "After => a clause has one expression.");
    }
    Variable value = Variable.temporary();
    Span span = clause.span();
    Core receiver = expander.expression(clause.items().get(2), scope);
    Core call = new Core.Call(receiver, List.of(new Core.LocalRef(value, span)), span);
    Core choice = new Core.If(new Core.LocalRef(value, span), call, clauses(others), span);
    return new Core.Let(List.of(value), List.of(test), choice, span);
  }

  private Core elseClause(Syntax.ListForm clause, boolean last) {
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
