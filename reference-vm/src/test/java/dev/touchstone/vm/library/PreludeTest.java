package dev.touchstone.vm.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.bytecode.binary.BinaryReader;
import dev.touchstone.vm.bytecode.binary.BinaryWriter;
import dev.touchstone.vm.bytecode.verifier.Verification;
import dev.touchstone.vm.bytecode.verifier.Verifier;
import dev.touchstone.vm.value.Symbol;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PreludeTest {
  static List<String> files() {
    return Prelude.FILES;
  }

  /** Where Maven runs the tests, the build has compiled the library; an IDE need not have. */
  @ParameterizedTest
  @MethodSource("files")
  void whatTheBuildHasMadeIsWhatTheSourcesCompileTo(String file) {
    byte[] built = Prelude.compiled(file);
    assumeTrue(built != null || Boolean.getBoolean("touchstone.built"));
    assertThat(built).isEqualTo(BinaryWriter.write(Prelude.compile(file)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void itsBinaryFormIsTheSameCodeAgain(String file) {
    byte[] bytes = BinaryWriter.write(Prelude.compile(file));
    assertThat(BinaryWriter.write(BinaryReader.read(bytes))).isEqualTo(bytes);
  }

  @ParameterizedTest
  @MethodSource("files")
  void itKeepsToTheRulesOfTheVerifier(String file) {
    Unit unit = Prelude.compile(file);
    assertThat(Verifier.verify(unit, StandardLibrary.primitives()::containsKey))
        .isInstanceOf(Verification.Verified.class);
  }

  @Test
  void itDefinesTheSameForBothMachines() {
    Set<Symbol> names = StandardLibrary.bindings().keySet();
    assertThat(names).isEqualTo(StandardLibrary.definitionalBindings().keySet());
    assertThat(names).contains(Symbol.of("map"), Symbol.of("dynamic-wind"), Symbol.of("car"));
  }
}
