package dev.touchstone.conformance.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.vm.api.Claims;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the reference VM says of itself over the protocol is what its subject file says. */
class ClaimsTest {
  private final Language language = TestSubjects.language();
  private final SubjectDescription described = Subjects.describe("reference", language);

  @Test
  void theRungsAreTheSame() {
    Set<String> ofRungs =
        language.rungs().stream()
            .filter(rung -> Claims.RUNGS.contains(rung.id()))
            .flatMap(rung -> rung.features().stream())
            .collect(Collectors.toSet());
    assertThat(described.features()).containsAll(ofRungs);
    assertThat(List.copyOf(ofRungs)).containsAll(described.features());
  }

  @Test
  void theCapabilitiesAreTheSame() {
    assertThat(described.capabilities()).isEqualTo(Claims.CAPABILITIES);
  }
}
