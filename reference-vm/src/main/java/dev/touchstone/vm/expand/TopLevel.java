package dev.touchstone.vm.expand;

import dev.touchstone.vm.value.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What identifiers stand for outside all bodies. */
final class TopLevel {
  /** Where code stands, which decides how its global variables are called in Core. */
  private enum Kind {
    /** A script, or what is typed in: every standard name is bound, to a variable of its own. */
    SCRIPT,
    /** A program that states what it imports: nothing else is bound. */
    PROGRAM,
    /**
     * The body of a library: likewise, and nobody else sees its variables unless it exports them.
     */
    LIBRARY,
    /** An environment of imports, in which nothing can be defined. */
    FIXED
  }

  private final Kind kind;
  private final Session session;
  private final Map<Symbol, Binding> bindings;

  /** The variables whose names in Core differ from the program's. */
  private final Map<Symbol, Symbol> renamed;

  /** Whether names that nothing binds have their standard meanings. */
  private final boolean standardToo;

  private TopLevel(
      Kind kind,
      Session session,
      Map<Symbol, Binding> bindings,
      Map<Symbol, Symbol> renamed,
      boolean standardToo) {
    this.kind = kind;
    this.session = session;
    this.bindings = bindings;
    this.renamed = renamed;
    this.standardToo = standardToo;
  }

  private static TopLevel of(Kind kind, Session session) {
    return new TopLevel(kind, session, new HashMap<>(), new HashMap<>(), false);
  }

  /** That of a script, before its first form: every standard name is bound. */
  static TopLevel ofScript(Session session) {
    TopLevel top = of(Kind.SCRIPT, session);
    for (Keyword keyword : Keyword.values()) {
      top.bind(Symbol.of(keyword.spelling()), new Binding.Special(keyword));
    }
    return top;
  }

  /** That of a program that begins with imports; nothing is bound but the words for these. */
  static TopLevel ofProgram(Session session) {
    TopLevel top = of(Kind.PROGRAM, session);
    for (Keyword keyword : new Keyword[] {Keyword.IMPORT, Keyword.DEFINE_LIBRARY}) {
      top.bind(Symbol.of(keyword.spelling()), new Binding.Special(keyword));
    }
    return top;
  }

  /** That of a library's body; nothing is bound. */
  static TopLevel ofLibrary(Session session) {
    return of(Kind.LIBRARY, session);
  }

  /** An environment whose bindings are all that it ever has; so far none. */
  static TopLevel fixed(Session session) {
    return of(Kind.FIXED, session);
  }

  /** This one, where moreover every standard name that it does not bind has its meaning. */
  TopLevel withStandardNames() {
    return kind == Kind.SCRIPT
        ? this
        : new TopLevel(kind, session, bindings, renamed, /* standardToo= */ true);
  }

  /** A scope that has nothing of its own. */
  Scope scope() {
    return new Scope(this, null);
  }

  /** The identifiers that macros have inserted. */
  Renamings renamings() {
    return session.renamings();
  }

  /** Whether nothing can be defined here. */
  boolean isFixed() {
    return kind == Kind.FIXED;
  }

  /** Whether a name may be imported although it stands for something else here. */
  boolean rebinds() {
    return kind == Kind.SCRIPT || standardToo;
  }

  /** Whether all standard names are bound to variables that this top level can change. */
  boolean isScript() {
    return kind == Kind.SCRIPT;
  }

  /** From now on the name has this meaning. */
  void bind(Symbol name, Binding binding) {
    bindings.put(name, binding);
  }

  /** The names that programs have written and that are bound here. */
  List<Symbol> names() {
    return bindings.keySet().stream().filter(name -> name.original() == null).toList();
  }

  /** What was bound to a name here, or null. */
  @Nullable Binding bound(Symbol name) {
    return bindings.get(name);
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
    boolean itself =
        switch (kind) {
          case SCRIPT -> true;
          case PROGRAM -> !session.isStandard(name);
          case LIBRARY, FIXED -> false;
        };
    return itself ? name : renamed.computeIfAbsent(name, Symbol::renamed);
  }

  /** What a name has been bound to here, or null. */
  @Nullable Binding bindingOf(Symbol name) {
    Binding found = bindings.get(name);
    return found == null && standardToo && name.original() == null ? session.standard(name) : found;
  }

  /** What a name stands for. */
  Binding lookUp(Symbol name) {
    return scope().lookUp(name);
  }
}
