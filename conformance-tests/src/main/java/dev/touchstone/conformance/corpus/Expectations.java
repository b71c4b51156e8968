package dev.touchstone.conformance.corpus;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Questions about whole expectations. */
final class Expectations {
  private Expectations() {}

  /** All aspects that stand anywhere in an expectation. */
  static List<Aspect> aspects(Expectation expectation) {
    List<Aspect> aspects = new ArrayList<>();
    collect(expectation, aspects);
    return aspects;
  }

  /** The kinds of all aspects that stand anywhere in an expectation. */
  static Set<String> kinds(Expectation expectation) {
    Set<String> kinds = new LinkedHashSet<>();
    aspects(expectation).forEach(aspect -> kinds.add(aspect.kind()));
    return kinds;
  }

  private static void collect(Expectation expectation, List<Aspect> aspects) {
    switch (expectation) {
      case Expectation.All all -> aspects.addAll(all.aspects());
      case Expectation.OneOf oneOf -> oneOf.options().forEach(e -> collect(e, aspects));
      case Expectation.By by -> by.answers().values().forEach(e -> collect(e, aspects));
      case Expectation.Unsupported unsupported -> {}
      case Expectation.Observe observe -> {}
    }
  }
}
