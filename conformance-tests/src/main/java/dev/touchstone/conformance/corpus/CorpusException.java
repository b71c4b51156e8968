package dev.touchstone.conformance.corpus;

import java.util.List;
import java.util.stream.Collectors;

/** A corpus that could not be loaded: all mistakes of all its files. */
public final class CorpusException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** Rejects a corpus for these mistakes, at least one. */
  public CorpusException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** The mistakes, by file and line. */
  public List<Problem> problems() {
    return problems;
  }
}
