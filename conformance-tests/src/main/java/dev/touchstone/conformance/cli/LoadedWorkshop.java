package dev.touchstone.conformance.cli;

import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.SourcePosition;
import dev.touchstone.conformance.engine.setup.LocatedCorpus;
import dev.touchstone.conformance.engine.setup.Settings;
import dev.touchstone.conformance.engine.setup.Workshop;
import dev.touchstone.conformance.subject.Subject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A workshop whose corpus is loaded and whose subjects are open already. */
record LoadedWorkshop(LocatedCorpus corpus, Map<String, Subject> open) implements Workshop {
  @Override
  public LocatedCorpus corpus(Settings settings) {
    return corpus;
  }

  @Override
  public Optional<Path> path(SourcePosition position) {
    return corpus.path(position);
  }

  @Override
  public List<String> subjects() {
    return open.keySet().stream().sorted().toList();
  }

  @Override
  public Subject subject(String name, Language language) {
    return Objects.requireNonNull(open.get(name));
  }
}
