package dev.touchstone.conformance.engine.setup;

import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.corpus.SourcePosition;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * A corpus and where its files are.
 *
 * @param corpus the corpus
 * @param paths the real file of a position, absolute and normalised; none for what was read from a
 *     jar
 */
public record LocatedCorpus(Corpus corpus, Function<SourcePosition, Optional<Path>> paths) {
  /** The real file of a position. */
  public Optional<Path> path(SourcePosition position) {
    return paths.apply(position);
  }
}
