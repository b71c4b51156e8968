package dev.touchstone.vm.expand;

import dev.touchstone.vm.core.Variable;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a procedure.
 *
 * @param names their names, that of a rest parameter last
 * @param variables the variables of these names
 * @param hasRest whether the last is a rest parameter
 */
record Formals(List<Symbol> names, List<Variable> variables, boolean hasRest) {
  /** The parameters of a lambda: a list, a dotted list or an identifier. */
  static Formals of(Syntax syntax) {
    return of(distinct(identifiers(syntax), "A parameter", "parameters"), hasRest(syntax));
  }

  /** The parameters in a definition's header, which begins with the procedure's name. */
  static Formals ofHeader(Syntax.ListForm header) {
    List<Syntax> all = identifiers(header);
    List<Syntax> parameters = all.subList(1, all.size());
    return of(distinct(parameters, "A parameter", "parameters"), hasRest(header));
  }

  /** The variables that take several values; they look like the parameters of a lambda. */
  static Formals ofValues(Syntax syntax) {
    return of(distinct(identifiers(syntax), "A variable", "variables"), hasRest(syntax));
  }

  private static Formals of(List<Symbol> names, boolean hasRest) {
    return new Formals(names, variables(names), hasRest);
  }

  /** What stands in the places of the names: those of a list, dotted or not, or all of it. */
  static List<Syntax> identifiers(Syntax syntax) {
    if (!(syntax instanceof Syntax.ListForm list)) {
      return List.of(syntax);
    }
    List<Syntax> all = new ArrayList<>(list.items());
    if (list.tail() != null) {
      all.add(list.tail());
    }
    return all;
  }

  private static boolean hasRest(Syntax syntax) {
    return !(syntax instanceof Syntax.ListForm list) || list.tail() != null;
  }

  /** As many variables that the program does not name. */
  Formals temporaries() {
    return new Formals(names, names.stream().map(_ -> Variable.temporary()).toList(), hasRest);
  }

  /** The required parameters. */
  List<Variable> required() {
    return hasRest ? variables.subList(0, variables.size() - 1) : variables;
  }

  /** The rest parameter, if there is one. */
  @Nullable Variable rest() {
    return hasRest ? variables.getLast() : null;
  }

  /** Identifiers that must differ from each other. */
  static List<Symbol> distinct(List<Syntax> identifiers, String what, String plural) {
    List<Symbol> names = new ArrayList<>();
    Set<Symbol> seen = new HashSet<>();
    for (Syntax syntax : identifiers) {
      Symbol name = identifier(syntax, what);
      if (!seen.add(name)) {
        throw Rejection.malformed(syntax, "Two " + plural + " have the name " + name + ".");
      }
      names.add(name);
    }
    return names;
  }

  /** A fresh variable for each name. */
  static List<Variable> variables(List<Symbol> names) {
    List<Variable> variables = new ArrayList<>(names.size());
    for (Symbol name : names) {
      variables.add(Variable.named(name.name()));
    }
    return variables;
  }

  /** The name that a syntax is. */
  static Symbol identifier(Syntax syntax, String what) {
    if (syntax instanceof Syntax.Atom atom && atom.datum() instanceof Symbol name) {
      return name;
    }
    throw Rejection.malformed(syntax, what + " must be an identifier.");
  }
}
