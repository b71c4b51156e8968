package dev.touchstone.vm.definitional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Two evaluators that have no code for control in common say the same of each program. */
class AgreementTest {
  static final List<String> PROGRAMS = AgreementPrograms.all();

  @ParameterizedTest
  @FieldSource("PROGRAMS")
  void theTwoAgree(String program) {
    assertThat(Both.definitional(program)).isEqualTo(Both.machine(program));
  }

  @Test
  void theProgramsEndInManyWays() {
    List<String> results = PROGRAMS.stream().map(Both::definitional).toList();
    assertThat(results).hasSizeGreaterThan(100).noneMatch(result -> result.startsWith("rejected"));
    assertThat(results.stream().distinct()).hasSizeGreaterThan(70);
  }
}
