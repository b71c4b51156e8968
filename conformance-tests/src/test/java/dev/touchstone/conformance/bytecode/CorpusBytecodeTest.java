package dev.touchstone.conformance.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.bytecode.assembly.AssemblyWriter;
import dev.touchstone.vm.bytecode.binary.BinaryReader;
import dev.touchstone.vm.bytecode.binary.BinaryWriter;
import dev.touchstone.vm.bytecode.verifier.Verification;
import dev.touchstone.vm.bytecode.verifier.Verifier;
import dev.touchstone.vm.library.StandardLibrary;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the compiler makes of the programs of the corpus, as code that others could be given. */
class CorpusBytecodeTest {
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

  @Test
  void whatIsWrittenAsBytesIsReadAsWhatItWas() {
    List<String> different = new ArrayList<>();
    int[] compared = {0};
    CorpusUnits.forEach(
        (id, unit) -> {
          byte[] bytes = BinaryWriter.write(unit);
          Unit back = BinaryReader.read(bytes);
          if (!Arrays.equals(bytes, BinaryWriter.write(back))
              || !AssemblyWriter.write(unit).equals(AssemblyWriter.write(back))) {
            different.add(id);
          }
          compared[0]++;
        });
    assertThat(different).isEmpty();
    assertThat(compared[0]).isGreaterThan(PROGRAMS);
  }
}
