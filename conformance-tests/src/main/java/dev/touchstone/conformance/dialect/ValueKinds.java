package dev.touchstone.conformance.dialect;

import dev.touchstone.conformance.corpus.lint.NameScan;
import dev.touchstone.conformance.corpus.lint.NameScan.Role;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Symbol;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says whether an expression yields a truth value, where its form tells: a Lisp that writes {@code
 * 1} for {@code #t} leaves no other way to tell them apart.
 */
final class ValueKinds {
  private static final Set<String> COMPARISONS = Set.of("=", "<", ">", "<=", ">=", "not");

  private static final Set<String> NEVER_BOOLEAN =
      Set.of(
          "+",
          "-",
          "*",
          "quotient",
          "remainder",
          "modulo",
          "abs",
          "min",
          "max",
          "gcd",
          "lcm",
          "square",
          "expt",
          "cons",
          "list",
          "append",
          "length",
          "reverse",
          "map",
          "lambda",
          "case-lambda",
          "quasiquote",
          "vector",
          "string-length",
          "vector-length");

  private final NameScan names;

  /** The last expressions of the procedures that are bound under a name that is bound once. */
  private final Map<String, Optional<Syntax>> bodies = new HashMap<>();

  private final Deque<Syntax> todo = new ArrayDeque<>();
  private final Set<String> followed = new HashSet<>();
  private final EnumSet<ValueKind> found = EnumSet.noneOf(ValueKind.class);

  private ValueKinds(NameScan names) {
    this.names = names;
  }

  /** What the value of an expression of a program can be. */
  static ValueKind of(Syntax expression, List<Syntax> program, NameScan names) {
    ValueKinds kinds = new ValueKinds(names);
    kinds.collectBodies(program);
    kinds.todo.add(expression);
    while (!kinds.todo.isEmpty()) {
      kinds.visit(kinds.todo.removeLast());
    }
    return kinds.found.size() == 1 ? kinds.found.iterator().next() : ValueKind.UNKNOWN;
  }

  private void collectBodies(List<Syntax> program) {
    Set<String> bound = new HashSet<>();
    Deque<Syntax> parts = new ArrayDeque<>(program);
    while (!parts.isEmpty()) {
      Syntax part = parts.removeLast();
      if (names.role(part) == Role.BINDER && !symbol(part).map(bound::add).orElse(true)) {
        forget(part); // It is bound more than once.
      }
      if (part instanceof Syntax.ListForm list && !list.items().isEmpty()) {
        definedBy(list);
        parts.addAll(list.items());
        Optional.ofNullable(list.tail()).ifPresent(parts::add);
      }
    }
  }

  private void forget(Syntax name) {
    symbol(name).ifPresent(n -> bodies.put(n, Optional.empty()));
  }

  /** Notes what {@code (define (f ...) ...)} and a named {@code let} define. */
  private void definedBy(Syntax.ListForm form) {
    List<Syntax> items = form.items();
    Optional<String> head = standard(form);
    if (items.size() > 1 && head.equals(Optional.of("set!"))) {
      forget(items.get(1));
    } else if (items.size() > 2
        && head.equals(Optional.of("define"))
        && items.get(1) instanceof Syntax.ListForm target
        && !target.items().isEmpty()) {
      symbol(target.items().getFirst()).ifPresent(name -> define(name, items.getLast()));
    } else if (items.size() > 3 && head.equals(Optional.of("let"))) {
      symbol(items.get(1)).ifPresent(name -> define(name, items.getLast()));
    }
  }

  private void define(String name, Syntax last) {
    bodies.merge(name, Optional.of(last), (a, b) -> Optional.empty());
  }

  private void visit(Syntax expression) {
    switch (expression) {
      case Syntax.Atom(Bool _, var _) -> found.add(ValueKind.BOOLEAN);
      case Syntax.Atom(Symbol _, var _) -> found.add(ValueKind.UNKNOWN);
      case Syntax.ListForm list when !list.items().isEmpty() -> list(list);
      default -> found.add(ValueKind.OTHER);
    }
  }

  private void list(Syntax.ListForm form) {
    Optional<String> head = standard(form);
    if (head.isEmpty()) {
      call(form);
      return;
    }
    List<Syntax> rest = form.items().subList(1, form.items().size());
    switch (head.get()) {
      case "if" -> todo.addAll(rest.subList(Math.min(1, rest.size()), rest.size()));
      case "and", "or" -> todo.addAll(rest);
      case "begin", "let", "let*", "letrec", "letrec*", "when", "unless" -> last(rest);
      case "let-values", "let*-values", "parameterize" -> last(rest);
      case "cond" -> rest.forEach(this::clause);
      case "quote" -> {
        boolean bool = !rest.isEmpty() && rest.getFirst() instanceof Syntax.Atom(Bool _, var _);
        found.add(bool ? ValueKind.BOOLEAN : ValueKind.OTHER);
      }
      default -> found.add(ofCall(head.get()));
    }
  }

  private static ValueKind ofCall(String name) {
    if (name.endsWith("?") || COMPARISONS.contains(name)) {
      return ValueKind.BOOLEAN;
    }
    return NEVER_BOOLEAN.contains(name) ? ValueKind.OTHER : ValueKind.UNKNOWN;
  }

  private void clause(Syntax clause) {
    boolean plain =
        clause instanceof Syntax.ListForm list
            && list.items().stream().noneMatch(i -> symbol(i).equals(Optional.of("=>")));
    if (plain && clause instanceof Syntax.ListForm list) {
      last(list.items());
    } else {
      found.add(ValueKind.UNKNOWN);
    }
  }

  private void last(List<Syntax> forms) {
    if (forms.isEmpty()) {
      found.add(ValueKind.UNKNOWN);
    } else {
      todo.add(forms.getLast());
    }
  }

  /** A call of what the program defines: whatever its body yields. */
  private void call(Syntax.ListForm form) {
    Optional<String> name = symbol(form.items().getFirst());
    Optional<Syntax> body = name.flatMap(n -> bodies.getOrDefault(n, Optional.empty()));
    if (body.isEmpty()) {
      found.add(ValueKind.UNKNOWN);
    } else if (followed.add(name.orElseThrow())) {
      todo.add(body.get());
    }
  }

  private Optional<String> standard(Syntax.ListForm form) {
    Syntax head = form.items().getFirst();
    return symbol(head).filter(name -> names.role(head) == Role.FREE);
  }

  private static Optional<String> symbol(Syntax syntax) {
    return syntax instanceof Syntax.Atom(Symbol symbol, var _)
        ? Optional.of(symbol.name())
        : Optional.empty();
  }
}
