package dev.touchstone.vm.expand;

import dev.touchstone.vm.value.Symbol;
import java.util.HashSet;
import java.util.Set;

/**
 * Where the identifiers come from that macros insert. Such an identifier is a renamed symbol: if
 * the expansion binds it, it means that binding and catches no identifier of the use; if not, it
 * means what its original means where the macro was defined (Clinger and Rees, Macros That Work,
 * 1991).
 */
final class Renamings {
  /** The identifiers that some scope inside a top level binds. */
  private final Set<Symbol> local = new HashSet<>();

  /**
   * Where an inserted identifier comes from.
   *
   * @param definition where the macro was defined
   * @param depth how often it has been renamed, since macros may define macros
   */
  private record Home(Scope definition, int depth) {}

  /** A fresh identifier for one that stands in a template. */
  static Symbol rename(Symbol original, Scope definition) {
    return Symbol.renamed(original, new Home(definition, depth(original) + 1));
  }

  /** How often an identifier has been renamed. */
  static int depth(Symbol name) {
    return name.home() instanceof Home home ? home.depth() : 0;
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
  static Scope definitionOf(Symbol renamed) {
    if (renamed.home() instanceof Home home) {
      return home.definition();
    }
    throw new IllegalArgumentException("no macro has inserted " + renamed);
  }
}
