package dev.touchstone.conformance.engine.setup;

import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.corpus.export.ContentHash;
import dev.touchstone.reports.Fingerprint;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** What tells sets of cases apart. */
public final class Cases {
  private Cases() {}

  /** The hashes of cases by their ids; the same case may occur several times. */
  public static Map<String, String> hashes(Collection<TestCase> cases) {
    Map<String, TestCase> once =
        cases.stream().collect(Collectors.toMap(TestCase::id, c -> c, (first, again) -> first));
    return once.values().parallelStream()
        .collect(Collectors.toConcurrentMap(TestCase::id, ContentHash::of));
  }

  /** The fingerprint of cases; the same case may occur several times. */
  public static String fingerprint(Collection<TestCase> cases) {
    return Fingerprint.of(hashes(cases));
  }
}
