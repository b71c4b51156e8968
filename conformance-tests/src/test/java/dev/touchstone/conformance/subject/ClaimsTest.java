package dev.touchstone.conformance.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Rung;
import dev.touchstone.vm.api.Claims;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the reference VM says of itself over the protocol is what its subject file says. */
class ClaimsTest {
  private final Language language = TestSubjects.language();
  private final SubjectDescription described = Subjects.describe("reference", language);

  @Test
  void theFeaturesAreTheSame() {
    Set<String> claimed =
        language.rungs().stream()
            .filter(rung -> Claims.RUNGS.contains(rung.id()))
            .flatMap(rung -> rung.features().stream())
            .collect(Collectors.toCollection(HashSet::new));
    claimed.addAll(Claims.FEATURES);
    assertThat(described.features()).isEqualTo(language.closure(claimed));
  }

  @Test
  void noFeatureIsClaimedTwice() {
    assertThat(Claims.FEATURES).doesNotHaveDuplicates();
    assertThat(language.rungs())
        .filteredOn(rung -> Claims.RUNGS.contains(rung.id()))
        .flatExtracting(Rung::features)
        .doesNotContainAnyElementsOf(Claims.FEATURES);
  }

  @Test
  void theCapabilitiesAreTheSame() {
    assertThat(described.capabilities()).isEqualTo(Claims.CAPABILITIES);
  }
}
