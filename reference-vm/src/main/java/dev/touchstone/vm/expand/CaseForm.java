package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.core.Variable;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Symbol;
import java.util.List;

/**
 * {@code (case key clause ...)}: the clause that has a datum {@code eqv?} to the key (R7RS 4.2.1).
 */
final class CaseForm {
  private final Expander expander;
  private final Scope scope;
  private final Variable key = Variable.temporary();
  private final Span span;

  private CaseForm(Expander expander, Scope scope, Span span) {
    this.expander = expander;
    this.scope = scope;
    this.span = span;
  }

  static Core expand(Expander expander, Syntax.ListForm form, Scope scope) {
    if (form.items().size() < 3) {
      throw Rejection.malformed(
          form, "case needs a key and a clause: (case key ((datum ...) expression ...) ...).");
    }
    Core key = expander.expression(form.items().get(1), scope);
    CaseForm choice = new CaseForm(expander, scope, form.span());
    Core clauses = choice.clauses(BasicForms.from(form, 2));
    return new Core.Let(List.of(choice.key), List.of(key), clauses, form.span());
  }

  private Core clauses(List<Syntax> clauses) {
    if (clauses.isEmpty()) {
      return Expander.unspecified(span);
    }
    Syntax.ListForm clause = clause(clauses.getFirst());
    List<Syntax> others = clauses.subList(1, clauses.size());
    if (Expander.keyword(clause.items().getFirst(), scope) == Keyword.ELSE) {
      if (!others.isEmpty()) {
        throw Rejection.malformed(clause, "The else clause must be the last.");
      }
      return consequent(clause);
    }
    expander.deeper(clause);
    Core test = test(clause.items().getFirst());
    Core then = consequent(clause);
    Core otherwise = clauses(others);
    expander.shallower();
    return Expander.conditional(test, then, otherwise, clause.span());
  }

  private Core test(Syntax data) {
    if (!(data instanceof Syntax.ListForm list) || list.tail() != null) {
      throw Rejection.malformed(data, "A clause of case begins with a list of data, or else.");
    }
    boolean single = list.items().size() == 1;
    Core known = Literals.constant(single ? list.items().getFirst() : list, expander.uses());
    Core procedure = new Core.StandardRef(Symbol.of(single ? "eqv?" : "memv"), data.span());
    return new Core.Call(procedure, List.of(new Core.LocalRef(key, span), known), data.span());
  }

  /** What follows the data: expressions, or {@code =>} and what receives the key. */
  private Core consequent(Syntax.ListForm clause) {
    if (Expander.keyword(clause.items().get(1), scope) != Keyword.ARROW) {
      return expander.sequence(BasicForms.from(clause, 1), scope, clause.span());
    }
    if (clause.items().size() != 3) {
      throw Rejection.malformed(clause, "After => a clause has one expression.");
    }
    Core receiver = expander.expression(clause.items().get(2), scope);
    return new Core.Call(receiver, List.of(new Core.LocalRef(key, span)), clause.span());
  }

  private static Syntax.ListForm clause(Syntax syntax) {
    if (syntax instanceof Syntax.ListForm list && list.items().size() > 1 && list.tail() == null) {
      return list;
    }
    throw Rejection.malformed(syntax, "A clause of case is a list: ((datum ...) expression ...).");
  }
}
