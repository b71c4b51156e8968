package dev.touchstone.conformance.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.corpus.Feature;
import dev.touchstone.conformance.corpus.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefinitionalSubjectTest {
  private static final Language LANGUAGE = TestSubjects.language();

  private final Subject definitional = TestSubjects.open("definitional");
  private final SubjectDescription described = Subjects.describe("definitional", LANGUAGE);
  private final SubjectDescription reference = Subjects.describe("reference", LANGUAGE);

  static Stream<Feature> claimed() {
    return Subjects.describe("definitional", LANGUAGE).features().stream()
        .sorted()
        .map(LANGUAGE.features()::get)
        .filter(feature -> !feature.probe().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("claimed")
  void whatIsClaimedPassesItsProbe(Feature feature) throws InterruptedException {
    assertThat(definitional.run(TestSubjects.job(feature.probe())).outcome())
        .isEqualTo(new Outcome.Completed(List.of("ok"), true));
  }

  /** It has no instructions and no traces, and claims the language alone. */
  @Test
  void itClaimsTheLanguageOfTheReference() {
    Set<String> language = new TreeSet<>(reference.features());
    language.removeAll(Set.of("bytecode", "bytecode-verifier", "trace-events", "trace-steps"));
    assertThat(described.features()).isEqualTo(language);
  }

  @Test
  void itClaimsWhatTheReferenceClaimsButNothingAboutSpace() {
    Map<String, String> withoutSpace = new HashMap<>(reference.capabilities());
    withoutSpace.remove("tail-space");
    assertThat(described.capabilities()).isEqualTo(withoutSpace);
  }

  /** Else the judge would take their growth for the program's. */
  @Test
  void itReportsNoCounterOfSpace() throws InterruptedException {
    Observation seen =
        definitional.run(TestSubjects.job("(define (f) (display \"x\") 100) (car (list (f)))"));
    assertThat(seen.outcome()).isEqualTo(new Outcome.Completed(List.of("100"), true));
    assertThat(seen.output()).hasValue("x");
    assertThat(seen.counters()).containsExactly(Map.entry("steps", 4L));
  }
}
