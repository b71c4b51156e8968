package dev.touchstone.conformance.corpus.lint;

import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Bignum;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Bytevector;
import dev.touchstone.vm.value.Char;
import dev.touchstone.vm.value.Complex;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Flonum;
import dev.touchstone.vm.value.Ratio;
import dev.touchstone.vm.value.Str;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Derives the features that a program uses from its syntax. */
public final class FeatureScan extends ProgramWalk {
  /** A name that is neither bound nor in the table of identifiers. */
  public record Unknown(String name, Span span) {}

  /**
   * The procedures whose third operand, a predicate, is a feature of its own: it is called back.
   */
  private static final Set<String> SEARCHES = Set.of("member", "assoc");

  private final Map<String, String> featureOf;
  private final Map<String, Span> features = new LinkedHashMap<>();
  private final Set<Unknown> unknown = new LinkedHashSet<>();
  private final Set<String> operandsOfMacros = new HashSet<>();
  private boolean importsOthers;

  private FeatureScan(Map<String, String> featureOf) {
    this.featureOf = featureOf;
  }

  /**
   * Scans the texts of one program, of which each may use what another defines.
   *
   * @param featureOf the feature of each identifier
   * @param texts their top-level forms
   * @param bound names that something else binds
   */
  public static FeatureScan of(
      Map<String, String> featureOf, List<List<Syntax>> texts, Set<String> bound) {
    FeatureScan scan = new FeatureScan(featureOf);
    scan.walk(texts, bound);
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
  @Override
  void use(String feature, Span span) {
    features.merge(
        feature, span, (a, b) -> a.source().equals(b.source()) && b.start() < a.start() ? b : a);
  }

  @Override
  void importOthers() {
    importsOthers = true;
  }

  @Override
  void datum(Syntax part) {
    if (part instanceof Syntax.Atom atom) {
      literal(atom);
    }
  }

  @Override
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

  @Override
  void call(Syntax.ListForm call, Scope scope) {
    Optional<String> search = Shape.head(call).filter(SEARCHES::contains);
    if (search.isPresent() && scope.find(search.get()).isEmpty() && call.items().size() > 3) {
      use("search-predicates", call.span());
    }
  }

  @Override
  void literal(Syntax.Atom atom) {
    Span span = atom.span();
    switch (atom.datum()) {
      case Bool bool -> use("booleans", span);
      case Fixnum number -> use("integers", span);
      case Bignum number -> use("integers", span);
      case Ratio number -> use("rationals", span);
      case Flonum number -> use("flonums", span);
      case Complex number -> complex(number, span);
      case Char character -> use("characters", span);
      case Str string -> use("strings", span);
      case Bytevector bytes -> use("bytevectors", span);
      default -> {}
    }
  }

  private void complex(Complex number, Span span) {
    use("complex", span);
    if (number.real() instanceof Ratio || number.imaginary() instanceof Ratio) {
      use("rationals", span);
    }
  }
}
