package dev.touchstone.vm.definitional;

import dev.touchstone.vm.core.Core;
import dev.touchstone.vm.machine.Errors;
import dev.touchstone.vm.machine.Primitive;
import dev.touchstone.vm.value.Procedure;
import java.util.List;

/**
 * A procedure of the program: the expression that made it, and the environment in which it did.
 *
 * @see Eval
 */
final class Abstraction extends Procedure {
  private final String name;
  private final List<Core.Lambda> clauses;
  private final Environment environment;

  /** A procedure of one or several arities, closed over an environment. */
  Abstraction(String name, List<Core.Lambda> clauses, Environment environment) {
    this.name = name;
    this.clauses = clauses;
    this.environment = environment;
  }

  @Override
  public String name() {
    return name;
  }

  /** Where it was made. */
  Environment environment() {
    return environment;
  }

  /**
   * The first clause that takes so many arguments.
   *
   * @throws dev.touchstone.vm.value.SchemeError if none does
   */
  Core.Lambda clause(int count) {
    for (Core.Lambda clause : clauses) {
      int required = clause.parameters().size();
      if (count == required || (count > required && clause.rest() != null)) {
        return clause;
      }
    }
    if (clauses.size() != 1) {
      throw Errors.noClause(name, count);
    }
    Core.Lambda only = clauses.getFirst();
    int required = only.parameters().size();
    int most = only.rest() == null ? required : Primitive.UNBOUNDED;
    throw Errors.wrongCount(name, required, most, count);
  }
}
