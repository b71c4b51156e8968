package dev.touchstone.vm.bytecode;

import dev.touchstone.vm.value.Symbol;
import java.util.List;

/**
 * A compiled program.
 *
 * @param main its top-level forms, as a procedure without arguments
 * @param globals the names that {@code GLOBAL} and its kin refer to by number, in all codes of the
 *     unit; a run links each to a cell of its own
 * @param hasValue whether the last form is an expression, so that what {@code main} returns is the
 *     program's value
 */
public record Unit(Code main, List<Symbol> globals, boolean hasValue) {
  /** Copies the names. */
  public Unit {
    globals = List.copyOf(globals);
  }
}
