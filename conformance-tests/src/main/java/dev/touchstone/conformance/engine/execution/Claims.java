package dev.touchstone.conformance.engine.execution;

import dev.touchstone.conformance.corpus.Aspect;
import dev.touchstone.conformance.corpus.Expectation;

/** What an expectation claims, wherever in it. */
final class Claims {
  private Claims() {}

  /** Whether it says how the use of memory grows. */
  static boolean space(Expectation expectation) {
    return switch (expectation) {
      case Expectation.All all -> all.aspects().stream().anyMatch(Aspect.Space.class::isInstance);
      case Expectation.OneOf oneOf -> oneOf.options().stream().anyMatch(Claims::space);
      case Expectation.By by -> by.answers().values().stream().anyMatch(Claims::space);
      case Expectation.Unsupported _, Expectation.Observe _ -> false;
    };
  }
}
