package dev.touchstone.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
  @TempDir Path directory;

  @Test
  void writesEveryReportTwice() throws Exception {
    Path index = ReportWriter.writeAll(SampleReports.of(40, 2), directory);
    ReportWriter.writeAll(SampleReports.of(41, 2), directory);

    assertThat(index).isEqualTo(directory.resolve("index.html")).content().contains("41 cases");
    assertThat(directory.resolve("junit.xml")).content().contains("tests=\"82\"");
    assertThat(ResultsFile.read(directory.resolve("results.json")))
        .isEqualTo(SampleReports.of(41, 2));
  }

  @Test
  void removesStalePagesOfItsOwnMaking() throws Exception {
    ReportWriter.writeAll(SampleReports.of(40, 1), directory);
    Path chapters = directory.resolve("chapters");
    Files.writeString(chapters.resolve("mine.html"), "<p>my own page</p>");
    assertThat(chapters.resolve("pairs.html")).exists();

    ReportWriter.writeAll(
        SampleReports.of(SampleReports.withVerdict("other/a/b", "pass")), directory);

    assertThat(chapters.resolve("pairs.html")).doesNotExist();
    assertThat(chapters.resolve("other.html")).exists();
    assertThat(chapters.resolve("mine.html")).hasContent("<p>my own page</p>");
  }

  @Test
  void leavesFilesOfOthersAlone() throws Exception {
    for (String name : new String[] {"index.html", "junit.xml", "results.json"}) {
      Path other = Files.createDirectory(directory.resolve(name + ".d"));
      Files.writeString(other.resolve(name), "mine");

      assertThatThrownBy(() -> ReportWriter.writeAll(SampleReports.of(2, 1), other))
          .isInstanceOf(IOException.class)
          .hasMessage(
              other.resolve(name)
                  + " was not written by Touchstone and stays: choose another directory.");
      assertThat(other).isDirectoryContaining("regex:.*" + name);
      assertThat(other.toFile().list()).containsExactly(name);
    }
  }
}
