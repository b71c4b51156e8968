package dev.touchstone.vm.expand;

import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.value.Symbol;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code (cond-expand (requirement form ...) ...)} (R7RS 4.2.1), which may stand among expressions,
 * definitions, commands and declarations of libraries. The words of requirements are known by their
 * names, whatever these are bound to.
 */
final class CondExpand {
  private final Predicate<LibraryName> libraries;

  private CondExpand(Predicate<LibraryName> libraries) {
    this.libraries = libraries;
  }

  /**
   * The forms that it stands for: those of the first clause whose requirement is fulfilled, or
   * none.
   *
   * @param libraries whether there is a library of a name
   */
  static List<Syntax> chosen(Syntax.ListForm form, Predicate<LibraryName> libraries) {
    CondExpand choice = new CondExpand(libraries);
    List<Syntax> clauses = BasicForms.from(form, 1);
    List<Syntax> chosen = null;
    for (int i = 0; i < clauses.size(); i++) {
      Syntax.ListForm clause = clause(clauses.get(i));
      boolean last = i == clauses.size() - 1;
      // All clauses are looked at, so that a malformed one is found wherever the program runs.
      boolean fulfilled = choice.isFulfilled(clause.items().getFirst(), last);
      if (fulfilled && chosen == null) {
        chosen = BasicForms.from(clause, 1);
      }
    }
    return chosen == null ? List.of() : chosen;
  }

  private static Syntax.ListForm clause(Syntax syntax) {
    if (syntax instanceof Syntax.ListForm list && list.tail() == null && !list.items().isEmpty()) {
      return list;
    }
    throw Rejection.malformed(
        syntax, "A clause of cond-expand has a requirement and forms: (requirement form ...).");
  }

  private boolean isFulfilled(Syntax requirement, boolean mayBeElse) {
    String name = name(requirement);
    if (name != null) {
      if (name.equals("else") && !mayBeElse) {
        throw Rejection.malformed(requirement, "The clause of else must be the last.");
      }
      return name.equals("else") || FeatureNames.ALL.contains(name);
    }
    if (requirement instanceof Syntax.ListForm list
        && list.tail() == null
        && !list.items().isEmpty()) {
      return isFulfilled(list);
    }
    throw malformed(requirement);
  }

  private boolean isFulfilled(Syntax.ListForm form) {
    List<Syntax> rest = BasicForms.from(form, 1);
    return switch (name(form.items().getFirst())) {
      case "and" -> rest.stream().filter(r -> !isFulfilled(r, false)).count() == 0;
      case "or" -> rest.stream().filter(r -> isFulfilled(r, false)).count() > 0;
      case "not" -> !isFulfilled(only(form), false);
      case "library" -> libraries.test(LibraryName.of(only(form)));
      case null, default -> throw malformed(form);
    };
  }

  private static Syntax only(Syntax.ListForm form) {
    if (form.items().size() != 2) {
      throw malformed(form);
    }
    return form.items().get(1);
  }

  private static RuntimeException malformed(Syntax where) {
    return Rejection.malformed(
        where,
        "A requirement is a feature, (library name), (and ...), (or ...), (not requirement), or in"
            + " the last clause else.");
  }

  private static @Nullable String name(Syntax syntax) {
    return syntax instanceof Syntax.Atom(Symbol symbol, var _) ? symbol.name() : null;
  }
}
