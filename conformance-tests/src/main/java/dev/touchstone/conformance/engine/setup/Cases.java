package dev.touchstone.conformance.engine.setup;

import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.corpus.export.ContentHash;
import dev.touchstone.reports.Fingerprint;
import java.util.Collection;
import java.util.stream.Collectors;

/** What tells sets of cases apart. */
public final class Cases {
  private Cases() {}

  /** The fingerprint of cases; the same case may occur several times. */
  public static String fingerprint(Collection<TestCase> cases) {
    return Fingerprint.of(
        cases.stream()
            .collect(Collectors.toMap(TestCase::id, ContentHash::of, (first, again) -> first)));
  }
}
