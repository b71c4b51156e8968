package dev.touchstone.conformance.dialect;

import dev.touchstone.conformance.corpus.lint.NameScan;
import dev.touchstone.conformance.corpus.lint.NameScan.Role;
import dev.touchstone.conformance.dialect.Literals.Kind;
import dev.touchstone.conformance.dialect.Literals.Style;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Symbol;
import java.util.Optional;
import java.util.Set;

/**
 * Says what the names of a text are and how they are written. What does not stand in the text comes
 * from a map: its names are standard ones or words of the other Lisp.
 */
record NameText(
    DialectMap map,
    Set<String> standard,
    Source source,
    NameScan scan,
    LocalNames locals,
    LiteralText literals) {
  /** Whether a syntax stands in the text, and not in a template. */
  boolean isOfProgram(Syntax syntax) {
    return syntax.span().source() == source;
  }

  /** Whether a part of the program is a datum. */
  boolean isDatum(Syntax syntax) {
    return isOfProgram(syntax) && scan.role(syntax) == Role.DATUM;
  }

  /** Whether an atom is a word of syntax or a standard name, not one that the program binds. */
  boolean isFree(Syntax syntax) {
    return !isOfProgram(syntax) || scan.role(syntax) == Role.FREE;
  }

  /** The standard name that a syntax is, if it is one. */
  Optional<String> standardName(Syntax syntax) {
    return syntax instanceof Syntax.Atom(Symbol symbol, var _) && isFree(syntax)
        ? Optional.of(symbol.name()).filter(standard::contains)
        : Optional.empty();
  }

  /** The text of a name that stands as an expression, a binding or a word of syntax. */
  String of(String name, Syntax at) throws Inexpressible {
    if (standardName(at).isPresent()) {
      return ofStandard(name, at);
    }
    if (!isOfProgram(at)) {
      return name;
    }
    if (scan.role(at) == Role.OPAQUE && standard.contains(name)) {
      return ofOpaque(name, at);
    }
    Optional<String> other = locals.replacement(name);
    return other.isPresent() ? other.get() : asWritten(name, at);
  }

  private String ofStandard(String name, Syntax at) throws Inexpressible {
    DialectMap.Names known = map.names();
    String renamed = known.renamed().get(name);
    if (renamed != null) {
      return renamed;
    }
    if (map.forms().containsKey(name) && !known.keeps(name)) {
      throw new Inexpressible(
          "`%s` stands here as a value, and %s has only a form for it".formatted(name, map.name()),
          at.span());
    }
    boolean lacks = known.kept().isPresent() && !known.keeps(name);
    if (known.refused().contains(name) || lacks) {
      throw literals.refused("no `" + name + "`", at);
    }
    return name;
  }

  /** A standard name where a macro decides what it is: it must be the same in both Lisps. */
  private String ofOpaque(String name, Syntax at) throws Inexpressible {
    if (map.forms().containsKey(name) || map.names().renamed().containsKey(name)) {
      throw new Inexpressible(
          "`%s` stands in a macro here, and %s writes it in another way"
              .formatted(name, map.name()),
          at.span());
    }
    return ofStandard(name, at);
  }

  /** The text of a symbol within data. */
  String ofSymbol(String name, Syntax at) throws Inexpressible {
    if (map.readBack().taken().contains(name)) {
      throw new Inexpressible(
          "the symbol `%s` could not be told from what %s writes so".formatted(name, map.name()),
          at.span());
    }
    return isOfProgram(at) ? asWritten(name, at) : name;
  }

  private String asWritten(String name, Syntax at) throws Inexpressible {
    String text = at.span().text();
    if (text.indexOf('|') >= 0
        && literals.style(Kind.BARS, "symbols between bars", at) == Style.HEX) {
      return literals.withoutBars(name, at);
    }
    return isSign(at) ? name : text;
  }

  /** Whether a list is to be written with a sign such as {@code '}. */
  boolean isAbbreviation(Syntax.ListForm list) throws Inexpressible {
    Syntax head = list.items().getFirst();
    if (!isSign(head) || list.items().size() != 2 || list.tail() != null) {
      return false;
    }
    boolean spelled = literals.style(Kind.SIGNS, "quote signs", head) == Style.SPELLED;
    return !spelled && (isDatum(head) || isItself(head));
  }

  /** Whether a name is written as in Scheme. */
  private boolean isItself(Syntax head) throws Inexpressible {
    return head instanceof Syntax.Atom(Symbol symbol, var _)
        && of(symbol.name(), head).equals(symbol.name());
  }

  /** Whether an atom stands as a sign in its text. */
  static boolean isSign(Syntax head) {
    return head instanceof Syntax.Atom(Symbol _, Span span)
        && span.end() > span.start()
        && "'`,".indexOf(span.text().charAt(0)) >= 0;
  }
}
