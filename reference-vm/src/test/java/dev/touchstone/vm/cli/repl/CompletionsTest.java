package dev.touchstone.vm.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionsTest {
  @TempDir Path home;

  private final Conversation talk = new Conversation();

  private List<String> of(String text) {
    return new Completions(talk.world, home).of(text, text.length());
  }

  @Test
  void namesAreStandardOnesSyntaxAndWhatWasDefined() {
    assertThat(of("(vector-")).contains("vector-ref", "vector-set!").doesNotContain("vector");
    assertThat(of("(let-")).contains("let-values");
    assertThat(of("my-")).isEmpty();
    talk.say("(define my-value 1) (define-syntax my-syntax (syntax-rules ()))");
    assertThat(of("(f 'my-")).containsExactly("my-syntax", "my-value");
    assertThat(of("%")).isEmpty();
  }

  @Test
  void aWordInAStringOrACommentIsNoName() {
    assertThat(of("\"vector-")).isEmpty();
    assertThat(of("; vector-")).isEmpty();
    assertThat(of("#\\spa")).isEmpty();
    assertThat(of("(f ")).isEmpty();
    assertThat(of("")).isEmpty();
  }

  @Test
  void aCommaAtTheBeginningMakesACommand() {
    assertThat(of(",t")).containsExactly(",time", ",trace");
    assertThat(of("  ,di")).containsExactly(",disasm");
    assertThat(of("`(a ,vector-r")).containsExactly("vector-ref");
    assertThat(of(",doc vector-r")).containsExactly("vector-ref");
  }

  @Test
  void aFileIsOneThatIsThere() throws IOException {
    Files.writeString(home.resolve("one.scm"), "");
    Files.createDirectory(home.resolve("other"));
    assertThat(of(",load " + home + "/o")).containsExactly(home + "/one.scm", home + "/other/");
    assertThat(of(",load ~/on")).containsExactly("~/one.scm");
    assertThat(of(",load /nowhere/at/all/")).isEmpty();
  }

  @Test
  void theWordBeginsBehindADelimiter() {
    assertThat(Completions.wordStart("(foo bar", 8)).isEqualTo(5);
    assertThat(Completions.wordStart("(foo 'bar", 9)).isEqualTo(6);
    assertThat(Completions.wordStart(",doc", 4)).isZero();
    assertThat(Completions.wordStart("(f ,doc", 7)).isEqualTo(4);
  }
}
