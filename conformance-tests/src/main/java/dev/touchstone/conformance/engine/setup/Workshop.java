package dev.touchstone.conformance.engine.setup;

import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.SourcePosition;
import dev.touchstone.conformance.subject.Subject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a run gets its material. Thread-safe. */
public interface Workshop {
  /**
   * The corpus that the settings ask for.
   *
   * @throws dev.touchstone.conformance.corpus.CorpusException with all mistakes of all its files
   */
  LocatedCorpus corpus(Settings settings);

  /** The real file of a position, absolute; none for what is read from a jar. */
  Optional<Path> path(SourcePosition position);

  /** The names of the shipped subjects, sorted. */
  List<String> subjects();

  /**
   * Opens a subject.
   *
   * @param name the name of a shipped subject, or the path of a subject file
   * @param language the features and capabilities that it may claim
   * @throws RuntimeException if there is no such subject, its file is wrong, or it cannot be
   *     started; the message says which
   */
  Subject subject(String name, Language language);
}
