package dev.touchstone.conformance.explain.shrink;

import dev.touchstone.conformance.subject.Observation;
import dev.touchstone.conformance.subject.Outcome;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Says whether two implementations disagree on a program in a way that counts. It asks the
 * reference first, which costs least and rejects most.
 */
public final class Oracle {
  /** Runs a program on an implementation. */
  public interface Runner {
    /**
     * Runs a program to its end.
     *
     * @throws InterruptedException if the runner is told to stop
     */
    Observation run(String program) throws InterruptedException;
  }

  /** What was seen of a program on both sides, and how it differs. */
  public record Seen(Observation reference, Observation subject, Divergence divergence) {}

  private final Runner reference;
  private final Runner subject;
  private final Set<String> reports;
  private final Predicate<Tree> allowed;
  private int subjectRuns;

  /**
   * An oracle.
   *
   * @param reports the aspects that the subject can show, by kind
   * @param allowed whether a program, on which the reference completes, uses nothing but what the
   *     subject may be asked for
   */
  public Oracle(Runner reference, Runner subject, Set<String> reports, Predicate<Tree> allowed) {
    this.reference = reference;
    this.subject = subject;
    this.reports = Set.copyOf(reports);
    this.allowed = allowed;
  }

  /** How often the subject has run. */
  public int subjectRuns() {
    return subjectRuns;
  }

  /** What both do with a program, if that differs in a way that counts. */
  public Optional<Seen> look(Tree program) throws InterruptedException {
    String text = TreeText.flat(program);
    return seen(text, reference.run(text));
  }

  private Optional<Seen> seen(String text, Observation wanted) throws InterruptedException {
    subjectRuns++;
    Observation seen = subject.run(text);
    return Divergence.between(wanted, seen, reports).map(d -> new Seen(wanted, seen, d));
  }

  /** The same for a program that is to take the place of one with that divergence. */
  Optional<Seen> lookLike(Seen before, Tree program) throws InterruptedException {
    String text = TreeText.flat(program);
    Observation wanted = reference.run(text);
    String end = Divergence.end(wanted.outcome());
    boolean mayEndSo =
        end.equals("completed") || end.equals(Divergence.end(before.reference().outcome()));
    if (!mayEndSo || !allowed.test(program)) {
      return Optional.empty();
    }
    return seen(text, wanted).filter(seen -> seen.divergence().isLike(before.divergence()));
  }

  /** What the reference does with a text. */
  Observation onReference(String text) throws InterruptedException {
    return reference.run(text);
  }

  /** Whether what the reference does with a program follows from R7RS alone. */
  boolean isSettled(Tree program, Observation wanted) throws InterruptedException {
    Observation other = reference.run(OtherChoices.of(program));
    return Divergence.between(wanted, other, Set.of("value", "values", "opaque", "output", "exit"))
        .isEmpty();
  }

  /** The value of a program on the reference, if it is one datum. */
  Optional<String> value(Tree program) throws InterruptedException {
    return reference.run(TreeText.flat(program)).outcome() instanceof Outcome.Completed completed
            && completed.values().size() == 1
            && !completed.values().getFirst().startsWith("#<")
        ? Optional.of(completed.values().getFirst())
        : Optional.empty();
  }
}
