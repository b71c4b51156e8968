package dev.touchstone.conformance.engine.setup;

import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Rung;
import dev.touchstone.conformance.corpus.TestCase;
import java.util.Collections;
import java.util.Optional;

/** Which rung a case counts for. */
public final class Rungs {
  private Rungs() {}

  /** The highest rung that the case needs a feature of; none if it needs no feature of any. */
  public static Optional<Rung> of(TestCase testCase, Language language) {
    return language.rungs().reversed().stream()
        .filter(rung -> !Collections.disjoint(rung.features(), testCase.requires()))
        .findFirst();
  }
}
