package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.corpus.Language;
import java.util.Set;

/** What a subject has by its claim. */
public final class Claim {
  private Claim() {}

  /**
   * The wanted features with their prerequisites, less those that are left out and what needs them.
   *
   * @param wanted known features
   * @param without known features
   */
  public static Set<String> features(Language language, Set<String> wanted, Set<String> without) {
    Set<String> claimed = language.closure(wanted);
    claimed.removeIf(f -> language.closure(Set.of(f)).stream().anyMatch(without::contains));
    return claimed;
  }
}
