package dev.touchstone.conformance.corpus.lint;

import dev.touchstone.conformance.corpus.lint.Scope.Kind;
import dev.touchstone.vm.reader.Syntax;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The forms of R7RS that bind names, or whose parts are not all expressions. */
final class SpecialForms {
  private static final Set<String> CLAUSE_WORDS = Set.of("else", "=>");

  private final ProgramWalk scan;

  SpecialForms(ProgramWalk scan) {
    this.scan = scan;
  }

  /**
   * Looks at a form whose head is not bound by the program.
   *
   * @return false if it is no special one: then all its parts are expressions
   */
  boolean visit(String name, Syntax.ListForm form, Scope scope) {
    List<Syntax> items = form.items();
    List<Syntax> rest = Shape.from(items, 1);
    if (rest.isEmpty()) {
      return false;
    }
    Syntax first = rest.getFirst();
    List<Syntax> more = Shape.from(rest, 1);
    switch (name) {
      case "quote" -> rest.forEach(scan::data);
      case "quasiquote" -> rest.forEach(template -> quasiquote(template, scope));
      case "lambda" -> lambda(first, more, scope);
      case "case-lambda" ->
          rest.forEach(
              c ->
                  Shape.items(c).stream()
                      .findFirst()
                      .ifPresent(f -> lambda(f, Shape.from(Shape.items(c), 1), scope)));
      case "define" -> define(first, more, scope);
      case "define-syntax", "define-values" -> scan.expressions(more, scope);
      case "define-record-type", "syntax-error" -> {}
      case "include", "include-ci" -> scan.importOthers();
      case "let" -> let(first, more, scope);
      case "let*" -> letStar(first, more, scope, false);
      case "letrec", "letrec*" -> letrec(first, more, scope);
      case "let-values" -> letValues(first, more, scope);
      case "let*-values" -> letStar(first, more, scope, true);
      case "do" -> loop(first, more, scope);
      case "parameterize" -> {
        Shape.items(first).forEach(binding -> scan.expressions(Shape.items(binding), scope));
        scan.body(more, scope);
      }
      case "guard" -> guard(first, more, scope);
      case "cond" -> rest.forEach(clause -> clause(Shape.items(clause), scope));
      case "case" -> choice(first, more, scope);
      case "let-syntax", "letrec-syntax" -> localMacros(first, more, scope);
      case "syntax-rules" -> syntaxRules(rest, scope);
      case "cond-expand" ->
          rest.forEach(c -> scan.expressions(Shape.from(Shape.items(c), 1), scope));
      case "import" -> rest.forEach(this::importSet);
      case "define-library" -> more.forEach(declaration -> declaration(declaration, scope));
      default -> {
        return false;
      }
    }
    return true;
  }

  private void lambda(Syntax formals, List<Syntax> body, Scope scope) {
    if (Shape.hasRest(formals)) {
      scan.use("rest-parameters", formals.span());
    }
    scan.body(body, scope.with(Shape.formals(formals)));
  }

  private void define(Syntax target, List<Syntax> more, Scope scope) {
    if (target instanceof Syntax.ListForm list && !list.items().isEmpty()) {
      if (list.tail() != null) {
        scan.use("rest-parameters", list.span());
      }
      scan.body(more, scope.with(Shape.formals(list)));
    } else {
      scan.expressions(more, scope);
    }
  }

  private void let(Syntax first, List<Syntax> more, Scope scope) {
    Optional<String> loop = Shape.name(first);
    if (loop.isPresent() && !more.isEmpty()) {
      scan.use("named-let", first.span());
      Map<String, Kind> names = new LinkedHashMap<>(Map.of(loop.get(), Kind.VARIABLE));
      names.putAll(Shape.boundNames(more.getFirst(), Kind.VARIABLE));
      inits(more.getFirst(), scope);
      scan.body(Shape.from(more, 1), scope.with(names));
    } else {
      inits(first, scope);
      scan.body(more, scope.with(Shape.boundNames(first, Kind.VARIABLE)));
    }
  }

  private void inits(Syntax bindings, Scope scope) {
    Shape.items(bindings).forEach(b -> scan.expressions(Shape.from(Shape.items(b), 1), scope));
  }

  private void letStar(Syntax bindings, List<Syntax> body, Scope outer, boolean values) {
    Scope scope = outer;
    for (Syntax binding : Shape.items(bindings)) {
      List<Syntax> parts = Shape.items(binding);
      scan.expressions(Shape.from(parts, 1), scope);
      if (!parts.isEmpty() && (values || Shape.name(parts.getFirst()).isPresent())) {
        scope = scope.with(Shape.formals(parts.getFirst()));
      }
    }
    scan.body(body, scope);
  }

  private void letrec(Syntax bindings, List<Syntax> body, Scope outer) {
    Scope scope = outer.with(Shape.boundNames(bindings, Kind.VARIABLE));
    inits(bindings, scope);
    scan.body(body, scope);
  }

  private void letValues(Syntax bindings, List<Syntax> body, Scope scope) {
    Map<String, Kind> names = new LinkedHashMap<>();
    for (Syntax binding : Shape.items(bindings)) {
      Shape.items(binding).stream().findFirst().ifPresent(f -> names.putAll(Shape.formals(f)));
    }
    inits(bindings, scope);
    scan.body(body, scope.with(names));
  }

  private void loop(Syntax bindings, List<Syntax> more, Scope scope) {
    Scope inner = scope.with(Shape.boundNames(bindings, Kind.VARIABLE));
    for (Syntax binding : Shape.items(bindings)) {
      List<Syntax> parts = Shape.items(binding);
      Shape.from(parts, 1).stream().limit(1).forEach(init -> scan.expression(init, scope));
      scan.expressions(Shape.from(parts, 2), inner);
    }
    more.stream().limit(1).forEach(exit -> scan.expressions(Shape.items(exit), inner));
    scan.expressions(Shape.from(more, 1), inner);
  }

  private void guard(Syntax handler, List<Syntax> body, Scope scope) {
    List<Syntax> parts = Shape.items(handler);
    if (!parts.isEmpty()) {
      Scope inner = scope.with(Shape.formals(parts.getFirst()));
      Shape.from(parts, 1).forEach(c -> clause(Shape.items(c), inner));
    }
    scan.body(body, scope);
  }

  private void choice(Syntax key, List<Syntax> clauses, Scope scope) {
    scan.expression(key, scope);
    for (Syntax c : clauses) {
      List<Syntax> parts = Shape.items(c);
      parts.stream().limit(1).filter(p -> Shape.name(p).isEmpty()).forEach(scan::data);
      clause(Shape.from(parts, 1), scope);
    }
  }

  /** The expressions of a clause; {@code else} and {@code =>} belong to the form around it. */
  private void clause(List<Syntax> parts, Scope scope) {
    for (Syntax part : parts) {
      Optional<String> word = Shape.name(part).filter(CLAUSE_WORDS::contains);
      if (word.isEmpty() || scope.find(word.get()).isPresent()) {
        scan.expression(part, scope);
      }
    }
  }

  private void localMacros(Syntax bindings, List<Syntax> body, Scope scope) {
    Scope inner = scope.with(Shape.boundNames(bindings, Kind.MACRO));
    inits(bindings, inner);
    scan.expressions(body, inner.with(Definitions.of(body, inner)));
  }

  private void syntaxRules(List<Syntax> parts, Scope scope) {
    int literals = Shape.name(parts.getFirst()).isPresent() ? 1 : 0;
    for (Syntax rule : Shape.from(parts, literals + 1)) {
      List<Syntax> sides = Shape.items(rule);
      if (!sides.isEmpty()) {
        Scope inner = scope.with(symbols(sides.getFirst())).tolerant();
        scan.expressions(Shape.from(sides, 1), inner);
      }
    }
  }

  /** All symbols in a pattern, the ellipsis and the underscore aside. */
  private static Map<String, Kind> symbols(Syntax pattern) {
    Map<String, Kind> names = new LinkedHashMap<>();
    Deque<Syntax> parts = new ArrayDeque<>(List.of(pattern));
    while (!parts.isEmpty()) {
      switch (parts.remove()) {
        case Syntax.ListForm list -> {
          parts.addAll(list.items());
          Optional.ofNullable(list.tail()).ifPresent(parts::add);
        }
        case Syntax.VectorForm vector -> parts.addAll(vector.items());
        case Syntax.Atom atom ->
            Shape.name(atom)
                .filter(n -> !n.equals("...") && !n.equals("_"))
                .ifPresent(n -> names.put(n, Kind.VARIABLE));
        case Syntax.Labelled labelled -> parts.add(labelled.datum());
        case Syntax.LabelReference reference -> {}
      }
    }
    return names;
  }

  /** The data of a template, and the expressions at its own level. */
  private void quasiquote(Syntax template, Scope scope) {
    record Part(Syntax syntax, int level) {}
    Deque<Part> parts = new ArrayDeque<>(List.of(new Part(template, 1)));
    while (!parts.isEmpty()) {
      Part part = parts.removeLast();
      Optional<String> head = Shape.head(part.syntax());
      boolean closes = head.filter(h -> h.startsWith("unquote")).isPresent();
      int level = part.level() + (head.equals(Optional.of("quasiquote")) ? 1 : closes ? -1 : 0);
      if (closes) {
        scan.reference(head.orElseThrow(), part.syntax().span(), scope);
      }
      if (level == 0) {
        scan.expressions(Shape.from(Shape.items(part.syntax()), 1), scope);
      } else if (part.syntax() instanceof Syntax.ListForm list) {
        scan.datum(list);
        list.items().forEach(item -> parts.add(new Part(item, level)));
        Optional.ofNullable(list.tail()).ifPresent(tail -> parts.add(new Part(tail, level)));
      } else if (part.syntax() instanceof Syntax.VectorForm vector) {
        scan.datum(vector);
        scan.use("vectors", vector.span());
        vector.items().forEach(item -> parts.add(new Part(item, level)));
      } else {
        scan.data(part.syntax());
      }
    }
  }

  private void importSet(Syntax set) {
    Syntax library = set;
    while (Shape.head(library).filter(Set.of("only", "except")::contains).isPresent()
        && Shape.items(library).size() > 1
        && !Shape.items(Shape.items(library).get(1)).isEmpty()) {
      library = Shape.items(library).get(1);
    }
    if (!Shape.head(library).equals(Optional.of("scheme"))) {
      scan.importOthers();
    }
  }

  private void declaration(Syntax declaration, Scope scope) {
    List<Syntax> parts = Shape.from(Shape.items(declaration), 1);
    switch (Shape.head(declaration).orElse("")) {
      case "begin" -> scan.expressions(parts, scope);
      case "import" -> parts.forEach(this::importSet);
      case "include", "include-ci", "include-library-declarations" -> scan.importOthers();
      default -> {}
    }
  }
}
