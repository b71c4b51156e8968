package dev.touchstone.conformance.corpus.lint;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names that are bound at some place of a program. */
final class Scope {
  /** What a name is bound to. */
  enum Kind {
    VARIABLE,
    MACRO
  }

  /** Where nothing is bound. */
  static final Scope EMPTY = new Scope(null, Map.of(), false);

  private final @Nullable Scope outer;
  private final Map<String, Kind> names;
  private final boolean template;

  private Scope(@Nullable Scope outer, Map<String, Kind> names, boolean template) {
    this.outer = outer;
    this.names = names;
    this.template = template;
  }

  /** This scope and some more names. */
  Scope with(Map<String, Kind> more) {
    return more.isEmpty() ? this : new Scope(this, more, template);
  }

  /** This scope, as seen in a template or an operand of a macro, where a name may mean anything. */
  Scope tolerant() {
    return template ? this : new Scope(this, Map.of(), true);
  }

  /** Whether unknown names are no mistake here. */
  boolean isTolerant() {
    return template;
  }

  /** What a name is bound to, if it is. */
  Optional<Kind> find(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Kind kind = scope.names.get(name);
      if (kind != null) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
