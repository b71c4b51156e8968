package dev.touchstone.conformance.dialect;

import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Matches forms against shapes and fills templates, as {@code syntax-rules} does. Recurses over
 * shapes and templates, which a map's author writes, never over programs.
 */
final class Shapes {
  /** The names that stand for themselves within a shape; all others are variables. */
  static final Set<String> WORDS = Set.of("else", "=>", "quote", "quasiquote", "unquote");

  static final String ELLIPSIS = "...";

  /** What a variable of a shape stands for. */
  sealed interface Binding {
    /** A part of the form. */
    record One(Syntax syntax) implements Binding {}

    /** What it stands for each time that the part before the ellipsis fits. */
    record Many(List<Binding> each) implements Binding {
      /** Copies the list. */
      public Many {
        each = List.copyOf(each);
      }
    }
  }

  private final Predicate<Syntax> isFree;
  private final Map<String, Binding> bindings = new HashMap<>();

  private Shapes(Predicate<Syntax> isFree) {
    this.isFree = isFree;
  }

  /**
   * What the variables of a shape stand for in a form; nothing if it does not fit. The heads are
   * not compared.
   *
   * @param isFree whether an atom of the form is a word of syntax, not a name that the program
   *     binds
   */
  static Optional<Map<String, Binding>> match(
      Syntax.ListForm from, Syntax.ListForm form, Predicate<Syntax> isFree) {
    Shapes shapes = new Shapes(isFree);
    boolean fits =
        !form.items().isEmpty()
            && shapes.items(tail(from.items()), from.tail(), tail(form.items()), form.tail());
    return fits ? Optional.of(shapes.bindings) : Optional.empty();
  }

  private static List<Syntax> tail(List<Syntax> items) {
    return items.subList(1, items.size());
  }

  private boolean fits(Syntax shape, Syntax form) {
    return switch (shape) {
      case Syntax.Atom(Symbol name, var _) when WORDS.contains(name.name()) ->
          form instanceof Syntax.Atom(Symbol found, var _)
              && found.name().equals(name.name())
              && isFree.test(form);
      case Syntax.Atom(Symbol name, var _) -> {
        bindings.put(name.name(), new Binding.One(form));
        yield true;
      }
      case Syntax.Atom(var datum, var _) ->
          form instanceof Syntax.Atom(var found, var _)
              && Printer.write(found).equals(Printer.write(datum));
      case Syntax.ListForm list ->
          form instanceof Syntax.ListForm found
              && items(list.items(), list.tail(), found.items(), found.tail());
      default -> false;
    };
  }

  /**
   * A dotted shape fits dotted lists alone: formals with a rest parameter are a case of its own.
   */
  private boolean items(
      List<Syntax> shapes,
      @Nullable Syntax shapeTail,
      List<Syntax> forms,
      @Nullable Syntax formTail) {
    if ((shapeTail == null) != (formTail == null)) {
      return false;
    }
    if (shapeTail != null && formTail != null && !fits(shapeTail, formTail)) {
      return false;
    }
    int ellipsis = ellipsis(shapes);
    if (ellipsis < 0) {
      return shapes.size() == forms.size() && all(shapes, forms);
    }
    int before = ellipsis - 1;
    int after = shapes.size() - ellipsis - 1;
    int end = forms.size() - after;
    return end >= before
        && all(shapes.subList(0, before), forms.subList(0, before))
        && each(shapes.get(before), forms.subList(before, end))
        && all(shapes.subList(ellipsis + 1, shapes.size()), forms.subList(end, forms.size()));
  }

  private boolean all(List<Syntax> shapes, List<Syntax> forms) {
    for (int i = 0; i < shapes.size(); i++) {
      if (!fits(shapes.get(i), forms.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean each(Syntax shape, List<Syntax> forms) {
    List<String> names = variables(shape).keySet().stream().toList();
    Map<String, List<Binding>> found = new HashMap<>();
    names.forEach(name -> found.put(name, new ArrayList<>()));
    for (Syntax form : forms) {
      Shapes one = new Shapes(isFree);
      if (!one.fits(shape, form)) {
        return false;
      }
      one.bindings.forEach(
          (name, binding) -> found.getOrDefault(name, new ArrayList<>()).add(binding));
    }
    found.forEach((name, each) -> bindings.put(name, new Binding.Many(each)));
    return true;
  }

  /** Where the ellipsis stands, at least 1, or -1. */
  static int ellipsis(List<Syntax> shapes) {
    for (int i = 1; i < shapes.size(); i++) {
      if (isEllipsis(shapes.get(i))) {
        return i;
      }
    }
    return -1;
  }

  static boolean isEllipsis(Syntax syntax) {
    return syntax instanceof Syntax.Atom(Symbol name, var _) && name.name().equals(ELLIPSIS);
  }

  /** The variables of a shape, each with the number of ellipses that it stands under. */
  static Map<String, Integer> variables(Syntax shape) {
    Map<String, Integer> variables = new HashMap<>();
    collect(shape, 0, variables);
    return variables;
  }

  private static void collect(Syntax shape, int depth, Map<String, Integer> into) {
    switch (shape) {
      case Syntax.Atom(Symbol name, var _) when !WORDS.contains(name.name()) ->
          into.put(name.name(), depth);
      case Syntax.ListForm list -> {
        for (int i = 0; i < list.items().size(); i++) {
          boolean many = i + 1 < list.items().size() && isEllipsis(list.items().get(i + 1));
          if (!isEllipsis(list.items().get(i))) {
            collect(list.items().get(i), many ? depth + 1 : depth, into);
          }
        }
        if (list.tail() != null) {
          collect(list.tail(), depth, into);
        }
      }
      default -> {}
    }
  }

  /** All symbols of a template, the ellipsis aside. */
  static Set<String> symbols(Syntax template) {
    Set<String> symbols = new HashSet<>();
    switch (template) {
      case Syntax.Atom(Symbol name, var _) when !isEllipsis(template) -> symbols.add(name.name());
      case Syntax.ListForm list -> {
        list.items().forEach(item -> symbols.addAll(symbols(item)));
        if (list.tail() != null) {
          symbols.addAll(symbols(list.tail()));
        }
      }
      default -> {}
    }
    return symbols;
  }

  /**
   * A template with the variables replaced.
   *
   * @param fresh what stands for the names that begin with {@code $}
   */
  static Syntax fill(
      Syntax template, Map<String, Binding> bindings, Map<String, Syntax.Atom> fresh) {
    return switch (template) {
      case Syntax.Atom(Symbol name, var _)
          when bindings.get(name.name()) instanceof Binding.One(Syntax syntax) ->
          syntax;
      case Syntax.Atom(Symbol name, var _) when fresh.containsKey(name.name()) ->
          Objects.requireNonNull(fresh.get(name.name()));
      case Syntax.ListForm list -> {
        Syntax tail = list.tail() == null ? null : fill(list.tail(), bindings, fresh);
        yield new Syntax.ListForm(fillItems(list.items(), bindings, fresh), tail, list.span());
      }
      default -> template;
    };
  }

  private static List<Syntax> fillItems(
      List<Syntax> templates, Map<String, Binding> bindings, Map<String, Syntax.Atom> fresh) {
    List<Syntax> items = new ArrayList<>();
    for (int i = 0; i < templates.size(); i++) {
      Syntax template = templates.get(i);
      if (isEllipsis(template)) {
        continue;
      }
      if (i + 1 < templates.size() && isEllipsis(templates.get(i + 1))) {
        for (Map<String, Binding> each : split(variables(template).keySet(), bindings)) {
          items.add(fill(template, each, fresh));
        }
      } else {
        items.add(fill(template, bindings, fresh));
      }
    }
    return items;
  }

  /** The bindings for each repetition of a part that has these variables. */
  static List<Map<String, Binding>> split(Set<String> variables, Map<String, Binding> bindings) {
    List<Map<String, Binding>> all = new ArrayList<>();
    for (String variable : variables) {
      if (bindings.get(variable) instanceof Binding.Many(List<Binding> each)) {
        for (int i = 0; i < each.size(); i++) {
          if (all.size() <= i) {
            all.add(new HashMap<>(bindings));
          }
          all.get(i).put(variable, each.get(i));
        }
      }
    }
    return all;
  }
}
