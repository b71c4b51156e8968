package dev.touchstone.vm.expand;

import dev.touchstone.vm.value.Symbol;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Where the identifiers come from that macros insert. Such an identifier is a renamed symbol: if
 * the expansion binds it, it means that binding and catches no identifier of the use; if not, it
 * means what its original means where the macro was defined (Clinger and Rees, Macros That Work,
 * 1991).
 */
final class Renamings {
  private final Map<Symbol, Scope> definitions = new WeakHashMap<>();

  /** The identifiers that some scope inside a top level binds. */
  private final Set<Symbol> local = new HashSet<>();

  /** A fresh identifier for one that stands in a template. */
  Symbol rename(Symbol original, Scope definition) {
    Symbol renamed = Symbol.renamed(original);
    definitions.put(renamed, definition);
    return renamed;
  }

  /** Notes that a scope binds an identifier. */
  void bound(Symbol name) {
    local.add(name);
  }

  /** Whether any scope binds it; if none does, none needs to be searched. */
  boolean isBound(Symbol name) {
    return local.contains(name);
  }

  /** Where the macro was defined that inserted an identifier. */
  Scope definitionOf(Symbol renamed) {
    return Objects.requireNonNull(definitions.get(renamed));
  }
}
