package dev.touchstone.vm.definitional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.api.Limits;
import org.junit.jupiter.api.Test;

/** The two evaluators say the same of programs that nobody has thought of. */
class RandomAgreementTest {
  private static final int PROGRAMS = Integer.getInteger("touchstone.programs", 2_000);
  private static final long SEED = Long.getLong("touchstone.seed", 1);

  /** Enough for any of the programs that ends. */
  private static final Limits LIMITS = Limits.GENEROUS.withSteps(100_000);

  /** Steps are not counted alike, so a run without an end says nothing. */
  private static final String ENDLESS = "limit: steps";

  @Test
  void theTwoAgreeOnRandomPrograms() {
    int compared = 0;
    for (long seed = SEED; seed < SEED + PROGRAMS; seed++) {
      String program = RandomPrograms.of(seed, false);
      String definitional = Both.definitional(program, LIMITS);
      String machine = Both.machine(program, LIMITS);
      if (!definitional.endsWith(ENDLESS) && !machine.endsWith(ENDLESS)) {
        compared++;
        assertThat(definitional).as("program %d: %s", seed, program).isEqualTo(machine);
      }
    }
    assertThat(compared).isGreaterThan(PROGRAMS * 9 / 10);
  }
}
