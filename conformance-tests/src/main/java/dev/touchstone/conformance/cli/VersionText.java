package dev.touchstone.conformance.cli;

import dev.touchstone.conformance.corpus.CorpusLoader;
import dev.touchstone.conformance.engine.setup.Product;
import dev.touchstone.conformance.subject.session.Message;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: four versions that go up each for its own reasons. */
record VersionText(Terminal terminal) implements IVersionProvider {
  @Override
  public String[] getVersion() {
    Map<String, String> data = CorpusLoader.versions(terminal.home());
    return List.of(
            "touchstone " + Product.version(),
            "corpus     " + data.getOrDefault("corpus", "unknown"),
            "spec       " + data.getOrDefault("spec", "unknown"),
            "protocol   " + Message.PROTOCOL)
        .toArray(String[]::new);
  }
}
