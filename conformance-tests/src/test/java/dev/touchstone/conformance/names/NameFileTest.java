package dev.touchstone.conformance.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.corpus.CorpusLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What {@code ,doc} tells is what spec and corpus say. {@code -Dtouchstone.golden=write} writes the
 * file anew.
 */
class NameFileTest {
  private static final String FILE =
      "../reference-vm/src/main/resources/dev/touchstone/vm/cli/repl/names.scm";

  private static final String TEXT = NameFile.of(CorpusLoader.builtIn());

  @Test
  void theSessionsFileIsWhatSpecAndCorpusSay() throws IOException {
    Path file = Path.of(FILE);
    if ("write".equals(System.getProperty("touchstone.golden"))) {
      Files.writeString(file, TEXT);
    }
    assertThat(Files.readString(file))
        .as("CONTRIBUTING.md says how to write it anew")
        .isEqualTo(TEXT);
  }

  @Test
  void aNameHasItsLibraryItsClausesAndAProgramThatMentionsIt() {
    assertThat(TEXT.lines().filter(line -> line.startsWith("  (memv ")))
        .singleElement()
        .asString()
        .matches(" *\\(memv \"\\(scheme base\\)\" \\(.*\"LIST-7\".*\\) \".*\\(memv .*\" \".*\"\\)");
  }
}
