package dev.touchstone.conformance.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects mistakes, so that a reader can go on after one and all are told at once. Not
 * thread-safe.
 */
public final class Problems {
  private static final Comparator<Problem> ORDER =
      Comparator.comparing((Problem p) -> p.position().file())
          .thenComparingInt(p -> p.position().line())
          .thenComparingInt(p -> p.position().column())
          .thenComparing(Problem::message);

  private final List<Problem> found = new ArrayList<>();

  /** Notes a mistake. */
  public void add(SourcePosition position, String message) {
    found.add(new Problem(position, message));
  }

  /** Notes all mistakes that another has collected. */
  public void addAll(Problems others) {
    found.addAll(others.found);
  }

  /** How many have been noted so far. */
  public int count() {
    return found.size();
  }

  /** Whether none has been noted. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** The mistakes by file, line and column, each once. */
  public List<Problem> sorted() {
    return found.stream().distinct().sorted(ORDER).toList();
  }

  /**
   * Rejects what was read if anything is wrong with it.
   *
   * @throws CorpusException with all mistakes, if there are any
   */
  public void throwIfAny() {
    if (!isEmpty()) {
      throw new CorpusException(sorted());
    }
  }
}
