package dev.touchstone.conformance.corpus.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.conformance.corpus.CorpusException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewCaseTest {
  @TempDir Path directory;

  private Path file() {
    return directory.resolve("base/one.yaml");
  }

  private int append(String slug) throws IOException {
    return NewCase.append(file(), "base", slug, List.of("BASE-1", "BASE-2"));
  }

  private void write(String text) throws IOException {
    Files.createDirectories(directory.resolve("base"));
    Files.writeString(file(), text);
  }

  @Test
  void makesAFile() throws IOException {
    assertThat(append("first")).isEqualTo(3);
    assertThat(file())
        .hasContent(
            """
            chapter: base
            cases:
              - id: first
                clauses: [BASE-1, BASE-2]
                program: |
                  (if #t 'yes 'no)
                expect: { value: "yes" }
            """);
  }

  @Test
  void namesTheSchemaWhereThereIsOne() throws IOException {
    Files.createDirectories(directory.resolve("base"));
    Files.writeString(directory.resolve("case.schema.json"), "{}");
    assertThat(append("first")).isEqualTo(4);
    assertThat(file())
        .content()
        .startsWith("# yaml-language-server: $schema=../case.schema.json\n");
  }

  @Test
  void keepsTheTextAndItsIndentation() throws IOException {
    String before = "# Why.\nchapter: base\ncases:\n- { id: a }  # odd\n- id: b";
    write(before);
    assertThat(append("c")).isEqualTo(7);
    assertThat(file()).content().startsWith(before + "\n\n- id: c\n  clauses: [");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cases:\n  - { id: a }\nchapter: base\n",
        "chapter: base\ncases: [{ id: a }]\n",
        "chapter: base\ncases:\n  - { id: a\n",
      })
  void leavesAFileAloneToWhichNothingCanBeAppended(String text) throws IOException {
    write(text);
    assertThatThrownBy(() -> append("b")).isInstanceOf(CorpusException.class);
    assertThat(file()).hasContent(text);
  }
}
