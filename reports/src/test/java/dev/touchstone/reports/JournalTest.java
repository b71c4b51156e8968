package dev.touchstone.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.reports.Journal.Content;
import dev.touchstone.reports.Journal.Head;
import dev.touchstone.reports.Journal.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final Head HEAD = new Head("0123", List.of("toy"), "--subject toy");

  @TempDir private Path directory = Path.of("");

  private Path file() {
    return directory.resolve("deep/" + Journal.NAME);
  }

  private static Line line(String id) {
    return new Line("toy", "claims", Hostile.result(id, "fail", "é\n\u0000\"\\ 𝄞 ⟨"));
  }

  private Content written() throws IOException {
    try (Journal journal = Journal.start(file(), HEAD)) {
      journal.add(line("a/b/1"));
      journal.add(line("a/b/2"));
    }
    return Journal.read(file()).orElseThrow();
  }

  @Test
  void readsWhatWasWritten() throws IOException {
    Content content = written();
    assertThat(content.head()).isEqualTo(HEAD);
    assertThat(content.lines()).containsExactly(line("a/b/1"), line("a/b/2"));
  }

  @Test
  void aLineIsThereBeforeTheJournalIsClosed() throws IOException {
    try (Journal journal = Journal.start(file(), HEAD)) {
      journal.add(line("a/b/1"));
      assertThat(Journal.read(file()).orElseThrow().lines()).hasSize(1);
    }
  }

  @Test
  void aLastLineThatIsCutOffAnywhereIsDropped() throws IOException {
    Content content = written();
    byte[] whole = Files.readAllBytes(file());
    int second = new String(whole, StandardCharsets.UTF_8).lines().toList().get(2).length();
    for (int cut = 1; cut < second; cut += 7) {
      Files.write(file(), java.util.Arrays.copyOf(whole, whole.length - cut));
      Content read = Journal.read(file()).orElseThrow();
      assertThat(read.lines()).containsExactly(line("a/b/1"));
      try (Journal journal = Journal.resume(file(), read)) {
        journal.add(line("a/b/2"));
      }
      assertThat(Files.readAllBytes(file())).isEqualTo(whole);
      assertThat(Journal.read(file()).orElseThrow()).isEqualTo(content);
    }
  }

  @Test
  void anOtherwiseDamagedOneIsRefusedWithItsLine() throws IOException {
    written();
    String text = Files.readString(file());
    Files.writeString(file(), text.replaceFirst("\"subject\":\"toy\"", "\"subject\":toy"));
    assertThatThrownBy(() -> Journal.read(file()))
        .isInstanceOf(ResultsFileException.class)
        .hasMessageEndingWith("is damaged in line 2.");
  }

  @Test
  void withoutAFirstLineThereIsNone() throws IOException {
    assertThat(Journal.read(file())).isEmpty();
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "{\"journal\":1", StandardOpenOption.CREATE);
    assertThat(Journal.read(file())).isEmpty();
  }

  @Test
  void aNewOneReplacesTheOldAndAFinishedOneIsGone() throws IOException {
    written();
    try (Journal journal = Journal.start(file(), HEAD)) {
      assertThat(Journal.read(file()).orElseThrow().lines()).isEmpty();
      journal.remove();
    }
    assertThat(file()).doesNotExist();
  }

  @Test
  void theSameRunHasTheSameCasesAndSubjects() {
    assertThat(HEAD.sameRun(new Head("0123", List.of("toy"), "other"))).isTrue();
    assertThat(HEAD.sameRun(new Head("0124", List.of("toy"), ""))).isFalse();
    assertThat(HEAD.sameRun(new Head("0123", List.of("toy", "too"), ""))).isFalse();
  }
}
