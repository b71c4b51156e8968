package dev.touchstone.vm.expand;

import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Symbol;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The identifiers that have a meaning in the patterns and templates of one {@code syntax-rules}
 * (R7RS 4.3.2).
 *
 * @param ellipsis what stands for the ellipsis, or null for the usual one
 * @param escaped whether no identifier is an ellipsis, as in {@code (... template)}
 * @param literals the literals; one that is an ellipsis or an underscore is neither
 * @param definition where the macro is defined
 */
record Notation(
    @Nullable Symbol ellipsis, boolean escaped, Set<Symbol> literals, Scope definition) {
  /** The same, except that nothing is an ellipsis. */
  Notation withoutEllipsis() {
    return new Notation(ellipsis, true, literals, definition);
  }

  /** Whether it is a literal. */
  boolean isLiteral(Symbol name) {
    return literals.contains(name);
  }

  /** Whether it stands for an ellipsis. */
  boolean isEllipsis(Syntax syntax) {
    if (escaped || !(syntax instanceof Syntax.Atom(Symbol name, Span _)) || isLiteral(name)) {
      return false;
    }
    return ellipsis == null ? means(name, Keyword.ELLIPSIS) : name.equals(ellipsis);
  }

  /** Whether it matches everything, as {@code _} does. */
  boolean isUnderscore(Symbol name) {
    return !isLiteral(name) && means(name, Keyword.UNDERSCORE);
  }

  private boolean means(Symbol name, Keyword keyword) {
    return switch (definition.lookUp(name)) {
      case Binding.Special(Keyword found) -> found == keyword;
      // Where nothing is imported under the name, it means what everybody takes it to mean.
      case Binding.Unbound unbound -> unbound.name().name().equals(keyword.spelling());
      case Binding.Macro _, Binding.Local _, Binding.Global _, Binding.Imported _ -> false;
    };
  }
}
