package dev.touchstone.vm.expand;

import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An import set: a library's name, perhaps inside of {@code only}, {@code except}, {@code prefix}
 * and {@code rename} (R7RS 5.2).
 */
final class ImportSet {
  /**
   * The words, of which a form is one if a list comes second; a library's name may begin so too.
   */
  private static final Set<String> WORDS = Set.of("only", "except", "prefix", "rename");

  private ImportSet() {}

  /** The name of the library that an import set is made of. */
  static LibraryName library(Syntax set) {
    Syntax at = set;
    while (isWord(at)) {
      at = ((Syntax.ListForm) at).items().get(1);
    }
    return LibraryName.of(at);
  }

  /**
   * The bindings that it consists of.
   *
   * @param exports what the library exports that it is made of
   */
  private static Map<Symbol, Binding> bindings(Syntax set, Map<Symbol, Binding> exports) {
    // From the outermost word inwards; then the words apply from the innermost one outwards.
    List<Syntax.ListForm> words = new ArrayList<>();
    Syntax at = set;
    while (isWord(at)) {
      Syntax.ListForm form = Expander.properList(at);
      words.add(form);
      at = form.items().get(1);
    }
    String library = LibraryName.of(at).toString();
    Map<Symbol, Binding> bindings = exports;
    for (Syntax.ListForm word : words.reversed()) {
      bindings = applied(word, bindings, library);
    }
    return bindings;
  }

  /** Binds what it consists of, at the top level of a program, a library or an environment. */
  static void bind(Syntax set, Map<Symbol, Binding> exports, TopLevel where) {
    bindings(set, exports).forEach((name, binding) -> bind(name, binding, set, where));
  }

  private static void bind(Symbol name, Binding binding, Syntax set, TopLevel where) {
    Binding present = where.bound(name);
    if (where.isScript()) {
      boolean itself =
          binding instanceof Binding.Imported(Symbol variable, boolean isStandard)
              && isStandard
              && variable.equals(name);
      // The variable of that name is the standard one still.
      if (present != null || !itself) {
        where.bind(name, binding);
      }
      return;
    }
    if (present != null && !where.rebinds() && !Binding.same(present, binding)) {
      throw Rejection.ofImport(set, "The name " + name + " is imported with two meanings.");
    }
    where.bind(name, binding);
  }

  private static boolean isWord(Syntax set) {
    return set instanceof Syntax.ListForm list
        && list.items().size() >= 2
        && list.items().get(1) instanceof Syntax.ListForm
        && list.items().getFirst() instanceof Syntax.Atom(Symbol name, var _)
        && WORDS.contains(name.name());
  }

  private static Map<Symbol, Binding> applied(
      Syntax.ListForm form, Map<Symbol, Binding> bindings, String library) {
    List<Syntax> rest = BasicForms.from(form, 2);
    return switch (((Symbol) ((Syntax.Atom) form.items().getFirst()).datum()).name()) {
      case "only" -> only(rest, bindings, library);
      case "except" -> except(rest, bindings, library);
      case "prefix" -> prefix(form, rest, bindings);
      default -> rename(form, rest, bindings, library);
    };
  }

  private static Map<Symbol, Binding> only(
      List<Syntax> names, Map<Symbol, Binding> bindings, String library) {
    Map<Symbol, Binding> chosen = new LinkedHashMap<>();
    for (Syntax syntax : names) {
      Symbol name = known(syntax, bindings, library);
      chosen.put(name, binding(name, bindings));
    }
    return chosen;
  }

  private static Map<Symbol, Binding> except(
      List<Syntax> names, Map<Symbol, Binding> bindings, String library) {
    Map<Symbol, Binding> left = new LinkedHashMap<>(bindings);
    for (Syntax syntax : names) {
      left.remove(known(syntax, bindings, library));
    }
    return left;
  }

  private static Map<Symbol, Binding> prefix(
      Syntax.ListForm form, List<Syntax> rest, Map<Symbol, Binding> bindings) {
    if (rest.size() != 1) {
      throw Rejection.malformed(form, "prefix needs an import set and one identifier.");
    }
    String prefix = Formals.identifier(rest.getFirst(), "A prefix").name();
    Map<Symbol, Binding> prefixed = new LinkedHashMap<>();
    bindings.forEach((name, binding) -> prefixed.put(Symbol.of(prefix + name.name()), binding));
    return prefixed;
  }

  private static Map<Symbol, Binding> rename(
      Syntax.ListForm form, List<Syntax> pairs, Map<Symbol, Binding> bindings, String library) {
    Map<Symbol, Binding> renamed = new LinkedHashMap<>();
    Set<Symbol> old = new HashSet<>();
    for (Syntax pair : pairs) {
      if (!(pair instanceof Syntax.ListForm list)
          || list.tail() != null
          || list.items().size() != 2) {
        throw Rejection.malformed(pair, "rename needs pairs of names: (old new).");
      }
      Symbol name = known(list.items().getFirst(), bindings, library);
      Symbol other = Formals.identifier(list.items().get(1), "A new name");
      if (!old.add(name)) {
        throw Rejection.ofImport(pair, "The name " + name + " is renamed twice.");
      }
      put(renamed, other, binding(name, bindings), pair);
    }
    bindings.forEach(
        (name, binding) -> {
          if (!old.contains(name)) {
            put(renamed, name, binding, form);
          }
        });
    return renamed;
  }

  private static void put(
      Map<Symbol, Binding> bindings, Symbol name, Binding binding, Syntax where) {
    Binding present = bindings.put(name, binding);
    if (present != null && !Binding.same(present, binding)) {
      throw Rejection.ofImport(where, "rename gives the name " + name + " to two bindings.");
    }
  }

  private static Binding binding(Symbol name, Map<Symbol, Binding> bindings) {
    return Objects.requireNonNull(bindings.get(name));
  }

  private static Symbol known(Syntax syntax, Map<Symbol, Binding> bindings, String library) {
    Symbol name = Formals.identifier(syntax, "What is imported").written();
    if (!bindings.containsKey(name)) {
      throw Rejection.ofImport(
          syntax, "The import set of " + library + " has no name " + name + ".");
    }
    return name;
  }
}
