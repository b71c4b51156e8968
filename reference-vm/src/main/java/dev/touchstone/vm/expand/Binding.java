package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Variable;
import dev.touchstone.vm.value.Symbol;
import org.jspecify.annotations.Nullable;

/** What an identifier stands for. */
sealed interface Binding {
  /** A special form, or an auxiliary word of one. */
  record Special(Keyword keyword) implements Binding {}

  /** A macro. */
  record Macro(Transformer transformer) implements Binding {}

  /** A local variable. */
  record Local(Variable variable) implements Binding {}

  /**
   * A global variable.
   *
   * @param variable its name in Core; another than the program's where that one is taken
   */
  record Global(Symbol variable) implements Binding {}

  /**
   * A global variable of a library, which cannot be assigned from here.
   *
   * @param variable its name in Core
   * @param standard whether it is a standard one whose name in Core the program may have given to a
   *     variable of its own
   */
  record Imported(Symbol variable, boolean standard) implements Binding {}

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
    if (a instanceof Unbound x && b instanceof Unbound y) {
      return x.name().equals(y.name());
    }
    Symbol variable = a.globalVariable();
    return variable == null ? a.equals(b) : variable.equals(b.globalVariable());
  }

  /** The global variable that an identifier stands for, wherever it was bound; null if none. */
  default @Nullable Symbol globalVariable() {
    return switch (this) {
      case Global(Symbol variable) -> variable;
      case Imported(Symbol variable, boolean _) -> variable;
      case Unbound unbound -> unbound.variable();
      case Special _, Macro _, Local _ -> null;
    };
  }
}
