package dev.touchstone.vm.machine;

import dev.touchstone.vm.value.Procedure;
import dev.touchstone.vm.value.Value;
import java.util.ArrayList;
import java.util.List;

/** A procedure of several arities (R7RS 4.2.9): a call goes to the first clause that takes it. */
final class CaseClosure extends Procedure {
  private final List<Closure> clauses;

  private CaseClosure(List<Closure> clauses) {
    this.clauses = clauses;
  }

  /** Of clauses that stand in so many slots, from one on. */
  static CaseClosure of(Value[] slots, int first, int count) {
    List<Closure> clauses = new ArrayList<>(count);
    for (int i = first; i < first + count; i++) {
      clauses.add((Closure) slots[i]);
    }
    return new CaseClosure(List.copyOf(clauses));
  }

  @Override
  public String name() {
    return clauses.isEmpty() ? "case-lambda" : clauses.getFirst().name();
  }

  /** The clauses, in order. */
  List<Closure> clauses() {
    return clauses;
  }

  /**
   * The clause that takes so many arguments.
   *
   * @throws dev.touchstone.vm.value.SchemeError if there is none
   */
  Closure clause(int count) {
    for (Closure clause : clauses) {
      if (clause.template.code.takes(count)) {
        return clause;
      }
    }
    throw Errors.noClause(name(), count);
  }
}
