package dev.touchstone.conformance.engine.descriptor;

import dev.touchstone.conformance.engine.setup.LocatedCorpus;
import dev.touchstone.conformance.engine.setup.Settings;
import java.util.Optional;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/** The root: what the run was asked for, and the corpus once a selector needed it. */
public final class RootDescriptor extends EngineDescriptor {
  private final Settings settings;
  private Optional<LocatedCorpus> corpus = Optional.empty();

  /** A root without tests. */
  public RootDescriptor(UniqueId id, Settings settings) {
    super(id, "Touchstone");
    this.settings = settings;
  }

  /** What the run was asked for. */
  public Settings settings() {
    return settings;
  }

  /** The corpus; present if there is a case in the tree. */
  public Optional<LocatedCorpus> corpus() {
    return corpus;
  }

  /** Keeps the corpus for the execution. */
  public void keep(LocatedCorpus loaded) {
    corpus = Optional.of(loaded);
  }
}
