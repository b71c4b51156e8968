package dev.touchstone.conformance.corpus.lint;

import dev.touchstone.conformance.corpus.Feature;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.lint.Scope.Kind;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Bignum;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Bytevector;
import dev.touchstone.vm.value.Char;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Flonum;
import dev.touchstone.vm.value.Ratio;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Value;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Derives the features that a program uses from its syntax. */
public final class FeatureScan {
  /** A name that is neither bound nor in the table of identifiers. */
  public record Unknown(String name, Span span) {}

  /**
   * The procedures whose third operand, a predicate, is a feature of its own: it is called back.
   */
  private static final Set<String> SEARCHES = Set.of("member", "assoc");

  private final Map<String, String> featureOf = new HashMap<>();
  private final Map<String, Span> features = new LinkedHashMap<>();
  private final Set<Unknown> unknown = new LinkedHashSet<>();
  private final Set<String> operandsOfMacros = new HashSet<>();
  private final Deque<Runnable> todo = new ArrayDeque<>();
  private final SpecialForms forms = new SpecialForms(this);
  private boolean importsOthers;

  private FeatureScan(Language language) {
    for (Feature feature : language.features().values()) {
      feature.identifiers().forEach(name -> featureOf.put(name, feature.id()));
    }
  }

  /**
   * Scans the texts of one program, of which each may use what another defines.
   *
   * @param language the table of identifiers
   * @param texts their top-level forms
   * @param bound names that something else binds
   */
  public static FeatureScan of(Language language, List<List<Syntax>> texts, Set<String> bound) {
    FeatureScan scan = new FeatureScan(language);
    Map<String, Kind> top = new HashMap<>();
    bound.forEach(name -> top.put(name, Kind.VARIABLE));
    texts.forEach(text -> top.putAll(Definitions.of(text, Scope.empty())));
    Scope scope = Scope.empty().with(top);
    texts.forEach(text -> scan.expressions(text, scope));
    while (!scan.todo.isEmpty()) {
      scan.todo.removeLast().run();
    }
    return scan;
  }

  /** The features used directly, each with the place of a use. */
  public Map<String, Span> features() {
    return Collections.unmodifiableMap(features);
  }

  /** The names that are neither bound nor in the table. */
  public List<Unknown> unknown() {
    return unknown.stream()
        .filter(u -> !importsOthers && !operandsOfMacros.contains(u.name()))
        .toList();
  }

  /** Notes the use of a feature; of several the first in the text is kept. */
  void use(String feature, Span span) {
    features.merge(
        feature, span, (a, b) -> a.source().equals(b.source()) && b.start() < a.start() ? b : a);
  }

  /** Notes that names come from libraries that are not looked into. */
  void importOthers() {
    importsOthers = true;
  }

  /** Has expressions looked at later. */
  void expressions(List<Syntax> expressions, Scope scope) {
    expressions.forEach(expression -> expression(expression, scope));
  }

  /** Has an expression looked at later. */
  void expression(Syntax expression, Scope scope) {
    todo.add(() -> visit(expression, scope));
  }

  /** Has a body looked at later: its definitions bind within it. */
  void body(List<Syntax> body, Scope scope) {
    Map<String, Kind> names = Definitions.of(body, scope);
    if (!names.isEmpty()) {
      use("internal-definitions", body.getFirst().span());
    }
    expressions(body, scope.with(names));
  }

  /** Looks at a datum for the features of literals. */
  void data(Syntax datum) {
    Deque<Syntax> parts = new ArrayDeque<>(List.of(datum));
    while (!parts.isEmpty()) {
      Syntax part = parts.removeLast();
      switch (part) {
        case Syntax.Atom atom -> literal(atom.datum(), atom.span());
        case Syntax.ListForm list -> {
          parts.addAll(list.items());
          Optional.ofNullable(list.tail()).ifPresent(parts::add);
        }
        case Syntax.VectorForm vector -> {
          use("vectors", vector.span());
          parts.addAll(vector.items());
        }
        case Syntax.Labelled labelled -> {
          use("datum-labels", labelled.span());
          parts.add(labelled.datum());
        }
        case Syntax.LabelReference reference -> use("datum-labels", reference.span());
      }
    }
  }

  /** Looks at a name that is used as a variable or a keyword. */
  void reference(String name, Span span, Scope scope) {
    if (scope.find(name).isPresent()) {
      return;
    }
    String feature = featureOf.get(name);
    boolean ofTemplate = scope.isTolerant() && (name.equals("...") || name.equals("_"));
    if (feature != null && !ofTemplate) {
      use(feature, span);
    } else if (feature == null && scope.isTolerant()) {
      operandsOfMacros.add(name);
    } else if (feature == null) {
      unknown.add(new Unknown(name, span));
    }
  }

  private void visit(Syntax expression, Scope scope) {
    switch (expression) {
      case Syntax.Atom atom -> {
        Optional<String> name = Shape.name(atom);
        name.ifPresentOrElse(
            n -> reference(n, atom.span(), scope), () -> literal(atom.datum(), atom.span()));
      }
      case Syntax.ListForm list -> visitList(list, scope);
      case Syntax.VectorForm vector -> data(vector);
      case Syntax.Labelled labelled -> {
        use("datum-labels", labelled.span());
        expression(labelled.datum(), scope);
      }
      case Syntax.LabelReference reference -> use("datum-labels", reference.span());
    }
  }

  private void visitList(Syntax.ListForm list, Scope scope) {
    Optional<String> head = Shape.head(list);
    Optional<Kind> kind = head.flatMap(scope::find);
    if (head.isPresent() && kind.isEmpty() && forms.visit(head.get(), list, scope)) {
      reference(head.get(), list.items().getFirst().span(), scope);
      return;
    }
    if (head.filter(SEARCHES::contains).isPresent() && kind.isEmpty() && list.items().size() > 3) {
      use("search-predicates", list.span());
    }
    Scope inner = kind.equals(Optional.of(Kind.MACRO)) ? scope.tolerant() : scope;
    expressions(list.items(), inner);
    Optional.ofNullable(list.tail()).ifPresent(tail -> expression(tail, inner));
  }

  private void literal(Value datum, Span span) {
    switch (datum) {
      case Bool bool -> use("booleans", span);
      case Fixnum number -> use("integers", span);
      case Bignum number -> use("integers", span);
      case Ratio number -> use("rationals", span);
      case Flonum number -> use("flonums", span);
      case Char character -> use("characters", span);
      case Str string -> use("strings", span);
      case Bytevector bytes -> use("bytevectors", span);
      default -> {}
    }
  }
}
