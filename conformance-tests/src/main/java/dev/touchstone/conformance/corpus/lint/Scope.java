package dev.touchstone.conformance.corpus.lint;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that are bound at some place of a program. */
final class Scope {
  /** What a name is bound to. */
  enum Kind {
    VARIABLE,
    MACRO
  }

  private final @Nullable Scope outer;
  private final Map<String, Kind> names;
  private final boolean template;

  /** All names that any scope of the program binds: most names are found free without a search. */
  private final Set<String> everBound;

  private Scope(@Nullable Scope outer, Map<String, Kind> names, boolean template, Set<String> all) {
    this.outer = outer;
    this.names = names;
    this.template = template;
    this.everBound = all;
  }

  /** A scope in which nothing is bound. */
  static Scope empty() {
    return new Scope(null, Map.of(), false, new HashSet<>());
  }

  /** This scope and some more names. */
  Scope with(Map<String, Kind> more) {
    everBound.addAll(more.keySet());
    return more.isEmpty() ? this : new Scope(this, more, template, everBound);
  }

  /** This scope, as seen in a template or an operand of a macro, where a name may mean anything. */
  Scope tolerant() {
    return template ? this : new Scope(this, Map.of(), true, everBound);
  }

  /** Whether unknown names are no mistake here. */
  boolean isTolerant() {
    return template;
  }

  /** All names that any scope of the program binds. */
  Set<String> everBound() {
    return everBound;
  }

  /** What a name is bound to, if it is. */
  Optional<Kind> find(String name) {
    if (!everBound.contains(name)) {
      return Optional.empty();
    }
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Kind kind = scope.names.get(name);
      if (kind != null) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
