package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Variable;
import dev.touchstone.vm.value.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What identifiers stand for in a region of the program. */
final class Scope {
  /** R7RS syntax that is not implemented yet. */
  private static final List<String> MISSING =
      List.of(
          "cond-expand",
          "define-library",
          "define-syntax",
          "import",
          "include",
          "include-ci",
          "let-syntax",
          "letrec-syntax",
          "syntax-error",
          "syntax-rules");

  private final @Nullable Scope outer;
  private final Map<Symbol, Binding> bindings;

  private Scope(@Nullable Scope outer, Map<Symbol, Binding> bindings) {
    this.outer = outer;
    this.bindings = bindings;
  }

  /** The scope of a program's top level, before its first form. */
  static Scope topLevel() {
    Map<Symbol, Binding> bindings = new HashMap<>();
    for (Keyword keyword : Keyword.values()) {
      bindings.put(Symbol.of(keyword.spelling()), new Binding.Special(keyword));
    }
    for (String name : MISSING) {
      bindings.put(Symbol.of(name), new Binding.Missing(name));
    }
    return new Scope(null, bindings);
  }

  /** A scope inside this one, where the variables are bound to these names. */
  Scope with(List<Symbol> names, List<Variable> variables) {
    Map<Symbol, Binding> inner = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      inner.put(names.get(i), new Binding.Local(variables.get(i)));
    }
    return new Scope(this, inner);
  }

  /** A scope inside this one that binds nothing yet: that of a body. */
  Scope inner() {
    return new Scope(this, new HashMap<>());
  }

  /** From now on the name stands for a variable of this scope. */
  void define(Symbol name, Variable variable) {
    bindings.put(name, new Binding.Local(variable));
  }

  /** From now on the name stands for a global variable at top level. */
  void defineGlobal(Symbol name) {
    bindings.put(name, Binding.Global.INSTANCE);
  }

  /** What a name stands for. */
  Binding lookUp(Symbol name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Binding found = scope.bindings.get(name);
      if (found != null) {
        return found;
      }
    }
    return Binding.Global.INSTANCE;
  }
}
