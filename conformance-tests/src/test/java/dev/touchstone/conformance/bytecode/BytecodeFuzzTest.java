package dev.touchstone.conformance.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.bytecode.verifier.Rule;
import org.junit.jupiter.api.Test;

/** A short run of what {@code .ci/checks/52-bytecode-fuzz.sh} does at length. */
class BytecodeFuzzTest {
  private static final int MUTANTS = 6_000;

  @Test
  void codeIsRefusedWithAPlaceOrRunsToAnOrdinaryEnd() {
    Fuzz fuzz = new Fuzz().run(1, MUTANTS);
    assertThat(fuzz.failures()).isEmpty();
    assertThat(fuzz.mutants()).isEqualTo(MUTANTS);
    assertThat(fuzz.accepted()).isGreaterThan(MUTANTS / 10);
    assertThat(fuzz.rejected())
        .containsKeys(Rule.OPERANDS, Rule.UNDERFLOW, Rule.SLOTS, Rule.VALUES);
  }
}
