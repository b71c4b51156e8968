package dev.touchstone.vm.expand;

import dev.touchstone.vm.value.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What identifiers stand for outside all bodies. */
final class TopLevel {
  /** R7RS syntax that is not implemented yet. */
  private static final List<String> MISSING =
      List.of("cond-expand", "define-library", "import", "include", "include-ci");

  private final Map<Symbol, Binding> bindings = new HashMap<>();
  private final Renamings renamings;

  private TopLevel(Renamings renamings) {
    this.renamings = renamings;
  }

  /** That of a script, before its first form: every standard name is bound. */
  static TopLevel ofScript() {
    TopLevel top = new TopLevel(new Renamings());
    for (Keyword keyword : Keyword.values()) {
      top.bind(Symbol.of(keyword.spelling()), new Binding.Special(keyword));
    }
    for (String name : MISSING) {
      top.bind(Symbol.of(name), new Binding.Missing(name));
    }
    return top;
  }

  /** A scope that has nothing of its own. */
  Scope scope() {
    return new Scope(this, null);
  }

  /** The identifiers that macros have inserted. */
  Renamings renamings() {
    return renamings;
  }

  /** From now on the name has this meaning. */
  void bind(Symbol name, Binding binding) {
    bindings.put(name, binding);
  }

  /**
   * From now on the name stands for a global variable.
   *
   * @return the variable's name in Core
   */
  Symbol define(Symbol name) {
    Symbol variable = variable(name);
    bind(name, new Binding.Global(variable));
    return variable;
  }

  /** The name in Core of the variable that a name means if it has no other meaning. */
  Symbol variable(Symbol name) {
    return name;
  }

  /** What a name has been bound to here, or null. */
  @Nullable Binding bindingOf(Symbol name) {
    return bindings.get(name);
  }

  /** What a name stands for. */
  Binding lookUp(Symbol name) {
    return scope().lookUp(name);
  }
}
