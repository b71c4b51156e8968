package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Variable;
import dev.touchstone.vm.value.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What identifiers stand for in a region of the program. */
final class Scope {
  private final TopLevel top;
  private final @Nullable Scope outer;
  private final Map<Symbol, Binding> bindings = new HashMap<>();

  /**
   * A scope that binds nothing yet.
   *
   * @param outer the scope around it, or null if that is the top level
   */
  Scope(TopLevel top, @Nullable Scope outer) {
    this.top = top;
    this.outer = outer;
  }

  /** A scope inside this one, where the variables are bound to these names. */
  Scope with(List<Symbol> names, List<Variable> variables) {
    Scope inner = inner();
    for (int i = 0; i < names.size(); i++) {
      inner.define(names.get(i), variables.get(i));
    }
    return inner;
  }

  /** A scope inside this one that binds nothing yet: that of a body. */
  Scope inner() {
    return new Scope(top, this);
  }

  /** From now on the name stands for a variable of this scope. */
  void define(Symbol name, Variable variable) {
    bind(name, new Binding.Local(variable));
  }

  /** From now on the name has this meaning in this scope. */
  void bind(Symbol name, Binding binding) {
    bindings.put(name, binding);
    top.renamings().bound(name);
  }

  /** The top level around it. */
  TopLevel top() {
    return top;
  }

  /**
   * What a name stands for. One that a macro has inserted means what has been bound to it in the
   * expansion, or else what its original means where the macro was defined.
   */
  Binding lookUp(Symbol name) {
    Scope scope = this;
    Symbol at = name;
    while (true) {
      Binding found = scope.bindingOf(at);
      if (found != null) {
        return found;
      }
      Symbol original = at.original();
      if (original == null) {
        return new Binding.Unbound(at, scope.top);
      }
      scope = scope.top.renamings().definitionOf(at);
      at = original;
    }
  }

  /** What has been bound to a name here or around; null if nothing has. */
  private @Nullable Binding bindingOf(Symbol name) {
    if (top.renamings().isBound(name)) {
      for (Scope scope = this; scope != null; scope = scope.outer) {
        Binding found = scope.bindings.get(name);
        if (found != null) {
          return found;
        }
      }
    }
    return top.bindingOf(name);
  }
}
