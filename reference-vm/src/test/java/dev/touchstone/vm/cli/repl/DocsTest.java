package dev.touchstone.vm.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.value.Symbol;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DocsTest {
  private static final String FILE =
      """
      ((clauses ("X-1" "The [car](a.md) of `(cons a b)` is **a**, and so on and so on.") ("X-2" "Two."))
       (names (car "(scheme base)" ("X-1" "X-2") "(car\\n '(1))" "1") (|a b| "(foo)" ())))
      """;

  private static String shown(String name, int width) {
    StringBuilder out = new StringBuilder();
    Screen screen = Screen.ofTerminal(out::append, /* colours= */ false, () -> width);
    new DocText(screen).show(Objects.requireNonNull(Docs.of(FILE).of(Symbol.of(name))));
    return out.toString();
  }

  @Test
  void tellsLibraryRulesAndExampleOfAName() {
    assertThat(shown("car", 40))
        .isEqualTo(
            """
            car  (scheme base)
              X-1
                The car of (cons a b) is a, and so
                on and so on.
              X-2
                Two.
              Example:
                (car
                 '(1))
                => 1
            """);
    assertThat(shown("a b", 40)).isEqualTo("a b  (foo)\n");
  }

  @Test
  void knowsNothingOfOtherNames() {
    assertThat(Docs.of(FILE).of(Symbol.of("cdr"))).isNull();
    assertThat(Docs.of(FILE).names()).containsExactly("car", "a b");
  }

  @Test
  void theShippedFileHasTheStandardNames() {
    Docs docs = Docs.shipped();
    assertThat(docs.names()).contains("car", "let-values", "call-with-current-continuation");
    Docs.Doc car = Objects.requireNonNull(docs.of(Symbol.of("car")));
    assertThat(car.library()).isEqualTo("(scheme base)");
    assertThat(car.clauses()).isNotEmpty();
    assertThat(car.example()).isNotNull();
  }
}
