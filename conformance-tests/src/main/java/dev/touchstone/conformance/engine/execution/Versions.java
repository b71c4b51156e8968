package dev.touchstone.conformance.engine.execution;

import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.engine.setup.Product;
import dev.touchstone.conformance.subject.session.Message;
import java.util.Map;
import java.util.TreeMap;

/** The versions that a report carries: what made it is known from it alone. */
final class Versions {
  private Versions() {}

  /** Of product, corpus, spec and protocol, in the order of these names. */
  static Map<String, String> of(Corpus corpus) {
    return new TreeMap<>(
        Map.of(
            "product", Product.version(),
            "corpus", corpus.version(),
            "spec", corpus.specVersion(),
            "protocol", Message.PROTOCOL));
  }
}
