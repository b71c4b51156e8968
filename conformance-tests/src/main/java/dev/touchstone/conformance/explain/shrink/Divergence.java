package dev.touchstone.conformance.explain.shrink;

import dev.touchstone.conformance.subject.Observation;
import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.conformance.verdict.DatumComparison;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a subject differs from the reference on a program. Two that are equal are of the same kind: a
 * wrong value does not become an error on the way to a smaller program, nor an error a crash.
 */
public sealed interface Divergence {
  /**
   * They end differently.
   *
   * @param reference {@code completed}, {@code error range}, ...
   * @param subject likewise; also {@code crash}, {@code timeout}, {@code exhausted stack}
   */
  record OfEnd(String reference, String subject) implements Divergence {}

  /**
   * Both complete with other values, each a datum on the reference.
   *
   * @param data whether the subject's values are data too
   */
  record OfValue(boolean data) implements Divergence {}

  /** They end alike, and what was written differs. */
  record OfOutput() implements Divergence {}

  /**
   * Whether this may take the place of another: it is of the same kind, or the subject ends as
   * badly where the reference, which failed before, now completes.
   */
  default boolean isLike(Divergence before) {
    return equals(before)
        || (this instanceof OfEnd(String reference, String subject)
            && before instanceof OfEnd(var _, String subjectBefore)
            && reference.equals("completed")
            && subject.equals(subjectBefore));
  }

  /**
   * The difference, if there is one that counts: nothing that the reference leaves without a datum
   * is compared, and nothing where the reference itself reached a limit or broke.
   *
   * @param reports the aspects that the subject can show
   */
  static Optional<Divergence> between(
      Observation reference, Observation subject, Set<String> reports) {
    String wanted = end(reference.outcome());
    String seen = end(subject.outcome(), reference.outcome());
    if (!isEndOfPrograms(reference.outcome()) || !isEvidence(subject.outcome(), reports)) {
      return Optional.empty();
    }
    if (!wanted.equals(seen)) {
      return Optional.of(new OfEnd(wanted, seen));
    }
    if (reference.outcome() instanceof Outcome.Completed r
        && subject.outcome() instanceof Outcome.Completed s
        && areShown(r.values(), reports)
        && !sameValues(r.values(), s.values())) {
      return Optional.of(new OfValue(areData(s.values())));
    }
    boolean outputs = reports.contains("output") && subject.output().isPresent();
    return outputs && !reference.output().equals(subject.output())
        ? Optional.of(new OfOutput())
        : Optional.empty();
  }

  /** The ways in which a program can end that are the program's own doing. */
  private static boolean isEndOfPrograms(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Completed _, Outcome.Failed _, Outcome.Exited _ -> true;
      case Outcome.Exhausted _, Outcome.Crashed _, Outcome.TimedOut _ -> false;
      case Outcome.ProtocolError _, Outcome.Unsupported _, Outcome.NotRun _ -> false;
    };
  }

  /** Whether an end says something of the program at all. */
  private static boolean isEvidence(Outcome outcome, Set<String> reports) {
    return switch (outcome) {
      case Outcome.Unsupported _, Outcome.NotRun _ -> false;
      case Outcome.Exited _ -> reports.contains("exit");
      default -> true;
    };
  }

  /** How the subject ended; that it tells no value matters where the reference has one. */
  private static String end(Outcome subject, Outcome reference) {
    return subject instanceof Outcome.Completed s
            && reference instanceof Outcome.Completed r
            && r.hasValue() != s.hasValue()
        ? "completed " + (s.hasValue() ? "with" : "without") + " a value"
        : end(subject);
  }

  /** How a run ended, without the words of a message. */
  static String end(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Completed _ -> "completed";
      case Outcome.Failed f -> "error " + f.errorClass().id();
      case Outcome.Exited e -> "exit " + e.code();
      case Outcome.Exhausted(String limit) -> "exhausted " + limit;
      case Outcome.Crashed _ -> "crash";
      case Outcome.TimedOut _ -> "timeout";
      case Outcome.ProtocolError _ -> "protocol-error";
      case Outcome.Unsupported _ -> "unsupported";
      case Outcome.NotRun _ -> "not-run";
    };
  }

  /** Whether these are data, or kinds of objects, and the subject can show as much. */
  private static boolean areShown(List<String> wanted, Set<String> reports) {
    boolean opaque = wanted.stream().anyMatch(text -> text.startsWith("#<"));
    return areData(wanted)
        && (wanted.size() == 1 || reports.contains("values"))
        && (!opaque || reports.contains("opaque"));
  }

  private static boolean areData(List<String> values) {
    return values.stream().allMatch(DatumComparison::isComparable);
  }

  private static boolean sameValues(List<String> wanted, List<String> seen) {
    boolean same = wanted.size() == seen.size();
    for (int i = 0; same && i < wanted.size(); i++) {
      same = DatumComparison.same(wanted.get(i), seen.get(i));
    }
    return same;
  }
}
