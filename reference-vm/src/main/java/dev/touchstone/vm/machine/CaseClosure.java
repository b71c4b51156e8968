package dev.touchstone.vm.machine;

import dev.touchstone.vm.value.Procedure;
import java.util.List;

/** A procedure of several arities (R7RS 4.2.9): a call goes to the first clause that takes it. */
final class CaseClosure extends Procedure {
  private final List<Closure> clauses;

  CaseClosure(List<Closure> clauses) {
    this.clauses = clauses;
  }

  @Override
  public String name() {
    return clauses.isEmpty() ? "case-lambda" : clauses.getFirst().name();
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
