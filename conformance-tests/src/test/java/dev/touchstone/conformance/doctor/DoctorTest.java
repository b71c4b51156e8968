package dev.touchstone.conformance.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each patient gets exactly its diagnosis. */
@Timeout(240)
class DoctorTest {
  @TempDir private static Path directory = Path.of("");

  private static Map<Ward.Case, Future<List<Diagnosis>>> found = Map.of();

  @BeforeAll
  static void examineAll() {
    found = new Ward(directory).examineAll();
  }

  static List<Ward.Case> patients() {
    return Ward.cases();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("patients")
  void aPatientGetsExactlyItsDiagnosis(Ward.Case patient) throws Exception {
    List<Diagnosis> diagnoses = Objects.requireNonNull(found.get(patient)).get();
    assertThat(diagnoses)
        .as("%s", diagnoses)
        .extracting(Diagnosis::mistake)
        .containsExactlyElementsOf(patient.expected().stream().toList());
    assertThat(diagnoses).allSatisfy(d -> assertThat(d.seen()).isNotBlank());
  }

  @Test
  void everyDiagnosisHasItsPatient() {
    Set<Mistake> seen =
        Ward.cases().stream().flatMap(c -> c.expected().stream()).collect(Collectors.toSet());
    assertThat(seen).isEqualTo(EnumSet.allOf(Mistake.class));
  }

  @Test
  void everyDiagnosisHasANameAndACure() {
    assertThat(Arrays.stream(Mistake.values()).map(Mistake::id)).doesNotHaveDuplicates();
    assertThat(Mistake.values())
        .allSatisfy(
            m -> {
              assertThat(m.meaning()).isNotBlank().doesNotEndWith(".");
              assertThat(m.cure()).isNotBlank().doesNotEndWith(".");
            });
  }
}
