package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Variable;
import dev.touchstone.vm.value.Symbol;

/** What an identifier stands for. */
sealed interface Binding {
  /** A special form, or an auxiliary word of one. */
  record Special(Keyword keyword) implements Binding {}

  /** A macro. */
  record Macro(Transformer transformer) implements Binding {}

  /** Standard syntax that this VM lacks. */
  record Missing(String name) implements Binding {}

  /** A local variable. */
  record Local(Variable variable) implements Binding {}

  /**
   * A global variable.
   *
   * @param variable its name in Core; another than the program's where that one is taken
   */
  record Global(Symbol variable) implements Binding {}

  /**
   * Nothing, so far: a reference means the variable of that name that the top level may get.
   *
   * @param name as the program wrote it
   */
  record Unbound(Symbol name, TopLevel top) implements Binding {
    /** The variable that a reference means. */
    Symbol variable() {
      return top.variable(name);
    }
  }

  /**
   * Whether two identifiers with these bindings mean the same, as {@code else} in a clause and the
   * word {@code else} do: both have one binding, or both have none and are written alike (R7RS
   * 4.3.2).
   */
  static boolean same(Binding a, Binding b) {
    return (a instanceof Unbound x && b instanceof Unbound y)
        ? x.name().equals(y.name())
        : a.equals(b);
  }
}
