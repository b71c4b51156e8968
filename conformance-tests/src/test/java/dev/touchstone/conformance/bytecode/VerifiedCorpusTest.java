package dev.touchstone.conformance.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.bytecode.verifier.Verification;
import dev.touchstone.vm.bytecode.verifier.Verifier;
import dev.touchstone.vm.library.StandardLibrary;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerifiedCorpusTest {
  private static final int PROGRAMS = 2000;

  @Test
  void whatTheCompilerEmitsKeepsToTheRules() {
    Map<Symbol, Value> standard = StandardLibrary.bindings();
    List<String> rejected = new ArrayList<>();
    int[] verified = {0, 0, 0};
    CorpusUnits.forEach(
        (id, unit) -> {
          switch (Verifier.verify(unit, name -> StandardLibrary.gives(standard, name))) {
            case Verification.Verified(int functions, int instructions) -> {
              verified[0]++;
              verified[1] += functions;
              verified[2] += instructions;
            }
            case Verification.Rejected(var why) -> rejected.add(id + ": " + why.message());
          }
        });
    assertThat(rejected).isEmpty();
    assertThat(verified[0]).isGreaterThan(PROGRAMS);
  }
}
