package dev.touchstone.conformance.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.corpus.TestCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Some cases of the corpus by each shipped map. {@code -Dtouchstone.golden=write} writes the files
 * anew; look at the difference before you commit it.
 */
class GoldenRenderingTest {
  private static final Path DIRECTORY = Path.of("src/test/resources/dialects");

  static final List<String> SHIPPED = Dialects.SHIPPED;

  private static final List<String> CASES =
      List.of(
          "arith/comparison/strict-chain-needs-every-neighbour-to-increase",
          "arith/division/quotient-truncates-toward-zero-for-all-signs",
          "arith/sequences-and-output/begin-prints-and-goes-on-to-a-sum",
          "base/choice/if-is-an-expression-and-an-argument",
          "base/quotation/quote-keeps-keywords-of-syntax-as-symbols",
          "functions/conditionals/or-does-not-capture-a-variable-of-the-program",
          "functions/shadowing/parameter-named-if-is-a-variable",
          "functions/definitions/body-may-call-a-later-procedure",
          "tail-calls/arguments/arguments-change-places",
          "data/vectors/fill-takes-a-range");

  @ParameterizedTest
  @FieldSource("SHIPPED")
  void renderingsAreAsTheyWere(String name) throws IOException {
    Renderer renderer = Maps.shipped(name);
    StringBuilder all = new StringBuilder();
    for (String id : CASES) {
      all.append("; ---- ").append(id).append('\n').append(rendered(renderer, id)).append('\n');
    }
    Path golden = DIRECTORY.resolve(name + ".txt");
    if ("write".equals(System.getProperty("touchstone.golden"))) {
      Files.createDirectories(DIRECTORY);
      Files.writeString(golden, all);
    }
    assertThat(all.toString()).isEqualTo(Files.readString(golden));
  }

  private static String rendered(Renderer renderer, String id) {
    TestCase testCase =
        Maps.CORPUS.cases().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    return switch (Maps.render(renderer, Maps.program(testCase))) {
      case Rendering.Text text -> text.printed();
      case Rendering.Refused refused -> "; " + refused.sentence() + "\n";
    };
  }
}
