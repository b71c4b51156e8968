package dev.touchstone.conformance.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class VaryTest {
  private static TestCase testCase(Program program, Map<String, List<String>> vary) {
    return TestCase.of(
            "a/b/c",
            List.of("X-1"),
            new TreeSet<>(),
            new TreeSet<>(),
            program,
            new Expectation.Observe(),
            new SourcePosition("f", 1, 1))
        .withVary(vary);
  }

  @Test
  void replacesSymbolsAndNothingElse() {
    String text = "(f N 'N \"N\" NN ; N\n |N| #(N . x) #\\N)";
    assertThat(Vary.replace(text.replace(" . x", ""), "N", "10"))
        .isEqualTo("(f 10 '10 \"N\" NN ; N\n 10 #(10) #\\N)");
  }

  @Test
  void makesAVariantOfEachValue() {
    Program program = new Program.Scheme("(f N)", Map.of("lib.scm", "N", "notes.txt", "N ("));
    List<Vary.Variant> variants =
        Vary.variants(testCase(program, Map.of("N", List.of("1", "(2)"))));
    assertThat(variants).extracting(Vary.Variant::label).containsExactly("N=1", "N=(2)");
    assertThat(variants.get(1).program())
        .isEqualTo(new Program.Scheme("(f (2))", Map.of("lib.scm", "(2)", "notes.txt", "N (")));
  }

  @Test
  void replacesWordsOfAssembly() {
    Program program = new Program.Assembly("PUSH N\nPUSH NN (N)");
    assertThat(Vary.variants(testCase(program, Map.of("N", List.of("5")))).getFirst().program())
        .isEqualTo(new Program.Assembly("PUSH 5\nPUSH NN (5)"));
  }

  @Test
  void aCaseWithoutVaryHasOneVariant() {
    Program program = new Program.Scheme("N", Map.of());
    assertThat(Vary.variants(testCase(program, Map.of())))
        .containsExactly(new Vary.Variant(Map.of(), program));
  }
}
