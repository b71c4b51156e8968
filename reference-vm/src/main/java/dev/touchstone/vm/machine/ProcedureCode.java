package dev.touchstone.vm.machine;

import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.Arrays;
import java.util.List;

/** The code of procedures, for whoever wants to see it. */
public final class ProcedureCode {
  private ProcedureCode() {}

  /**
   * The code of a procedure, as the main one of a unit with the globals that it refers to; one for
   * each clause of a {@code case-lambda}. None for anything else than a procedure with code.
   */
  public static List<Unit> of(Value value) {
    return switch (value) {
      case Closure closure -> List.of(unit(closure));
      case CaseClosure cases -> cases.clauses().stream().map(ProcedureCode::unit).toList();
      default -> List.of();
    };
  }

  private static Unit unit(Closure closure) {
    List<Symbol> globals = Arrays.stream(closure.template.cells).map(cell -> cell.name).toList();
    return new Unit(closure.template.code, globals, /* hasValue= */ true);
  }
}
