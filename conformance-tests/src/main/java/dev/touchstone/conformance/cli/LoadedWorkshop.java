package dev.touchstone.conformance.cli;

import dev.touchstone.conformance.engine.setup.LocatedCorpus;
import dev.touchstone.conformance.engine.setup.Settings;
import dev.touchstone.conformance.engine.setup.Workshop;
import dev.touchstone.conformance.subject.Subject;
import java.util.List;

/** A workshop whose corpus is loaded already. */
record LoadedWorkshop(LocatedCorpus corpus, Workshop rest) implements Workshop {
  @Override
  public LocatedCorpus corpus(Settings settings) {
    return corpus;
  }

  @Override
  public List<String> subjects() {
    return rest.subjects();
  }

  @Override
  public Subject subject(String name) {
    return rest.subject(name);
  }
}
