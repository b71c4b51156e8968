package dev.touchstone.conformance.engine.execution;

import dev.touchstone.conformance.corpus.Aspect;
import dev.touchstone.conformance.corpus.Expectation;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an expectation claims, wherever in it. */
final class Claims {
  private Claims() {}

  /** The counters of which it says how they grow. */
  static Set<String> counters(Expectation expectation) {
    Stream<String> names =
        switch (expectation) {
          case Expectation.All all ->
              all.aspects().stream().flatMap(aspect -> counters(aspect).stream());
          case Expectation.OneOf oneOf ->
              oneOf.options().stream().flatMap(option -> counters(option).stream());
          case Expectation.By by ->
              by.answers().values().stream().flatMap(answer -> counters(answer).stream());
          case Expectation.Unsupported _, Expectation.Observe _ -> Stream.empty();
        };
    return names.collect(Collectors.toSet());
  }

  private static Set<String> counters(Aspect aspect) {
    return aspect instanceof Aspect.Space space ? space.growth().keySet() : Set.of();
  }
}
