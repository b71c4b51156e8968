package dev.touchstone.conformance.corpus;

import dev.touchstone.conformance.corpus.CaseDraft.ProgramText;
import dev.touchstone.conformance.corpus.lint.FeatureScan;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.reader.Syntax;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks at the programs of cases: derives what they require, and compares it with what is stated.
 */
final class Linter {
  private final Language language;
  private final Problems problems;
  private final Map<String, String> featureOf;

  Linter(Language language, Problems problems) {
    this.language = language;
    this.problems = problems;
    this.featureOf = language.featuresOfIdentifiers();
  }

  /** The case with exactly what it requires. */
  TestCase finish(CaseDraft draft) {
    IdentityHashMap<Source, PlaceMap> places = new IdentityHashMap<>();
    Optional<List<List<Syntax>>> texts = readAll(draft, places);
    if (texts.isEmpty()) {
      return draft.testCase().withRequires(known(draft.testCase().requires()));
    }
    checkVary(draft, texts.get());
    Map<String, SourcePosition> used = used(draft, texts.get(), places);
    for (Map.Entry<String, SourcePosition> use : used.entrySet()) {
      if (!language.features().containsKey(use.getKey())) {
        problems.add(
            use.getValue(), "this uses `" + use.getKey() + "`, a feature that is not listed");
      }
    }
    SortedSet<String> derived = known(used.keySet());
    draft.requiresAt().ifPresent(at -> compare(draft.testCase(), at, derived, used));
    return draft.testCase().withRequires(derived);
  }

  /** The forms of all texts; nothing if one is not readable, which a case may expect. */
  private Optional<List<List<Syntax>>> readAll(
      CaseDraft draft, IdentityHashMap<Source, PlaceMap> places) {
    List<List<Syntax>> texts = new ArrayList<>();
    boolean expectsReadError = expectsReadError(draft.testCase().expect());
    for (ProgramText text : draft.programs()) {
      Source source = Source.of("program", text.text());
      places.put(source, text.places());
      try {
        texts.add(DatumReader.readAll(source));
      } catch (DiagnosticException e) {
        if (!expectsReadError) {
          problems.add(
              place(e.diagnostic().span(), places),
              "the program is not readable: " + e.diagnostic().message());
        }
        return Optional.empty();
      }
    }
    return Optional.of(texts);
  }

  private static boolean expectsReadError(Expectation expectation) {
    return Expectations.aspects(expectation).stream()
        .anyMatch(a -> a instanceof Aspect.ErrorIs e && e.phases().contains(Phase.READ));
  }

  private void checkVary(CaseDraft draft, List<List<Syntax>> texts) {
    for (String symbol : draft.testCase().vary().keySet()) {
      boolean varies =
          draft.testCase().program() instanceof Program.Assembly assembly
              && !Vary.replace(assembly, symbol, "").equals(assembly);
      if (!varies && texts.stream().allMatch(text -> Vary.occurrences(text, symbol).isEmpty())) {
        problems.add(draft.varyAt(), "the symbol `" + symbol + "` does not occur in the program");
      }
    }
  }

  /** The features that a case uses directly, each with a place where it does. */
  private Map<String, SourcePosition> used(
      CaseDraft draft, List<List<Syntax>> texts, IdentityHashMap<Source, PlaceMap> places) {
    TestCase testCase = draft.testCase();
    if (testCase.program() instanceof Program.Assembly) {
      return usedByAssembly(testCase);
    }
    FeatureScan scan = FeatureScan.of(featureOf, texts, testCase.vary().keySet());
    Map<String, SourcePosition> used = new TreeMap<>();
    scan.features().forEach((feature, span) -> used.put(feature, place(span, places)));
    for (List<String> values : testCase.vary().values()) {
      values.forEach(value -> addData(used, value, draft.varyAt()));
    }
    for (Aspect aspect : Expectations.aspects(testCase.expect())) {
      boolean essential = testCase.essential().contains(aspect.kind());
      ofAspect(aspect, essential)
          .ifPresent(feature -> used.putIfAbsent(feature, testCase.position()));
    }
    if (!expectsUnbound(testCase.expect())) {
      for (FeatureScan.Unknown unknown : scan.unknown()) {
        problems.add(
            place(unknown.span(), places),
            "unknown identifier `"
                + unknown.name()
                + "`"
                + Suggestion.suffix(unknown.name(), featureOf.keySet()));
      }
    }
    return used;
  }

  /** Assembly uses no feature of the language, whatever procedures its instructions name. */
  private static Map<String, SourcePosition> usedByAssembly(TestCase testCase) {
    Map<String, SourcePosition> used = new TreeMap<>();
    used.put("bytecode", testCase.position());
    for (Aspect aspect : Expectations.aspects(testCase.expect())) {
      Optional<String> feature =
          switch (aspect) {
            case Aspect.Space _ -> Optional.empty();
            case Aspect.ErrorIs error when error.phases().contains(Phase.VERIFY) ->
                Optional.of("bytecode-verifier");
            default -> ofAspect(aspect, testCase.essential().contains(aspect.kind()));
          };
      feature.ifPresent(name -> used.put(name, testCase.position()));
    }
    return used;
  }

  private void addData(Map<String, SourcePosition> used, String value, SourcePosition at) {
    List<Syntax> data = DatumReader.readAll(Source.of("vary", value));
    FeatureScan scan = FeatureScan.of(featureOf, List.of(data), Set.of());
    scan.features().keySet().forEach(feature -> used.putIfAbsent(feature, at));
  }

  /** Of traces only those are needed without which a pass means nothing: others stay unchecked. */
  private static Optional<String> ofAspect(Aspect aspect, boolean essential) {
    return switch (aspect) {
      case Aspect.Space space -> Optional.of("proper-tail-calls");
      case Aspect.Events events -> essential ? Optional.of("trace-events") : Optional.empty();
      case Aspect.Steps steps -> essential ? Optional.of("trace-steps") : Optional.empty();
      case Aspect.Eventually eventually -> Optional.of("gc");
      default -> Optional.empty();
    };
  }

  private static boolean expectsUnbound(Expectation expectation) {
    return Expectations.aspects(expectation).stream()
        .anyMatch(a -> a instanceof Aspect.ErrorIs e && e.classes().contains(ErrorClass.UNBOUND));
  }

  private void compare(
      TestCase testCase,
      SourcePosition at,
      SortedSet<String> derived,
      Map<String, SourcePosition> used) {
    SortedSet<String> stated = known(testCase.requires());
    for (String feature : derived) {
      if (!stated.contains(feature)) {
        SourcePosition use = used.get(feature);
        String where = use == null ? "" : ", used in line " + use.line();
        problems.add(at, "`requires` of `" + testCase.slug() + "` lacks `" + feature + "`" + where);
      }
    }
    SortedSet<String> surplus = new TreeSet<>(stated);
    surplus.removeAll(derived);
    for (String feature : surplus) {
      problems.add(
          at, "`requires` of `" + testCase.slug() + "` has `" + feature + "`, which is not used");
    }
  }

  /** The known ones of some features with all their prerequisites. */
  private SortedSet<String> known(Set<String> features) {
    return language.closure(features.stream().filter(language.features()::containsKey).toList());
  }

  private static SourcePosition place(Span span, IdentityHashMap<Source, PlaceMap> places) {
    PlaceMap map = java.util.Objects.requireNonNull(places.get(span.source()));
    return map.positionOf(span.line(), span.column());
  }
}
