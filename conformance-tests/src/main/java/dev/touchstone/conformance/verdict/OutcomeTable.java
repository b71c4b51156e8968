package dev.touchstone.conformance.verdict;

import dev.touchstone.conformance.corpus.Aspect;
import dev.touchstone.conformance.subject.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * The outcomes that decide the verdict before any aspect is compared. What is left is an end that a
 * case may expect: completion, an error, {@code exit}, or the limit that it names.
 */
final class OutcomeTable {
  private OutcomeTable() {}

  /** A verdict and its reason. */
  record Ruling(Verdict verdict, String reason) {}

  static Optional<Ruling> ruling(Outcome outcome, List<Aspect> expected) {
    return switch (outcome) {
      case Outcome.Completed c -> Optional.empty();
      case Outcome.Failed f -> Optional.empty();
      case Outcome.Exited e -> Optional.empty();
      case Outcome.Exhausted(String limit) ->
          expects(limit, expected)
              ? Optional.empty()
              : rule(Verdict.EXHAUSTED, "reached the limit " + limit);
      case Outcome.TimedOut(long milliseconds) ->
          expects("time", expected)
              ? Optional.empty()
              : rule(Verdict.TIMEOUT, "did not end within " + milliseconds + " ms");
      case Outcome.Crashed(String what) -> rule(Verdict.CRASH, what);
      case Outcome.ProtocolError(String what) -> rule(Verdict.PROTOCOL_ERROR, what);
      case Outcome.Unsupported(String why) -> rule(Verdict.UNSUPPORTED, why);
      case Outcome.NotRun(String why) -> rule(Verdict.NOT_RUN, why);
    };
  }

  private static boolean expects(String limit, List<Aspect> expected) {
    return expected.contains(new Aspect.ExhaustedIs(limit));
  }

  private static Optional<Ruling> rule(Verdict verdict, String reason) {
    return Optional.of(new Ruling(verdict, reason));
  }
}
