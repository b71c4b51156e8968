package dev.touchstone.conformance.corpus.export;

import dev.touchstone.conformance.corpus.Aspect;
import dev.touchstone.conformance.corpus.Expectation;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An expectation as maps, lists and texts, with the keys that the corpus uses. */
public final class ExpectationTree {
  private ExpectationTree() {}

  /** The tree; the same for equal expectations. */
  public static Map<String, Object> of(Expectation expectation) {
    return switch (expectation) {
      case Expectation.All all -> {
        Map<String, Object> tree = new LinkedHashMap<>();
        all.aspects().forEach(aspect -> tree.put(aspect.kind(), of(aspect)));
        yield tree;
      }
      case Expectation.OneOf oneOf ->
          Map.of("one-of", oneOf.options().stream().map(ExpectationTree::of).toList());
      case Expectation.By by -> {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("by", by.capability());
        by.answers().forEach((answer, expected) -> tree.put(answer, of(expected)));
        yield tree;
      }
      case Expectation.Unsupported _ -> Map.of("unsupported", true);
      case Expectation.Observe _ -> Map.of("observe", true);
    };
  }

  private static Object of(Aspect aspect) {
    return switch (aspect) {
      case Aspect.ValueIs(String datum) -> datum;
      case Aspect.ValuesAre values -> values.data();
      case Aspect.Near near -> Map.of("value", near.datum(), "ulps", near.ulps());
      case Aspect.OpaqueIs(Aspect.OpaqueKind type) -> type.id();
      case Aspect.UnspecifiedValue _ -> true;
      case Aspect.OutputIs(String text) -> text;
      case Aspect.OutputLines lines -> lines.lines();
      case Aspect.ErrorIs error ->
          Map.of(
              "phase", error.phases().stream().map(Phase::id).sorted().toList(),
              "class", error.classes().stream().map(ErrorClass::id).sorted().toList());
      case Aspect.ExitIs(int code) -> code;
      case Aspect.ExhaustedIs(String limit) -> limit;
      case Aspect.Space space -> {
        Map<String, Object> growth = new LinkedHashMap<>();
        new TreeMap<>(space.growth())
            .forEach((counter, kind) -> growth.put(counter, kind.name().toLowerCase(Locale.ROOT)));
        yield growth;
      }
      case Aspect.Events events -> Map.of("mode", events.mode(), "list", events.events());
      case Aspect.Steps steps -> steps.lines();
      case Aspect.Eventually(String datum) -> datum;
    };
  }
}
