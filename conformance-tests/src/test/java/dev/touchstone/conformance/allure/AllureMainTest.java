package dev.touchstone.conformance.allure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.reports.ResultsFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureMainTest {
  @TempDir Path directory;
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @Test
  void saysHowItIsUsed() throws Exception {
    assertThat(run("results.json", "results")).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8))
        .startsWith("usage: AllureMain RESULTS_JSON");
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    Path missing = directory.resolve("results.json");

    assertThat(run(missing.toString(), "r", "h", "home")).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo(missing + " does not exist.");
  }

  @Test
  void writesTheResultsAndSaysThatTheToolIsMissing() throws Exception {
    Path file = directory.resolve("results.json");
    ResultsFile.write(Runs.of(Runs.result("a/b/c", "pass", "base", "value", "x")), file);
    Path results = directory.resolve("allure-results");
    Path html = directory.resolve("html");
    Path home = directory.resolve("home");

    assertThat(run(file.toString(), results.toString(), html.toString(), home.toString()))
        .isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo(home + " is no unpacked Allure: it has no directory lib.");
    assertThat(results).isNotEmptyDirectory();
    assertThat(html).doesNotExist();
  }

  @Test
  void replacesNoPageOfSomebodyElse() throws Exception {
    Path file = directory.resolve("results.json");
    ResultsFile.write(Runs.of(), file);
    Path page = Files.createDirectory(directory.resolve("html")).resolve("index.html");
    Files.writeString(page, "my home page");

    assertThat(run(file.toString(), directory + "/r", directory + "/html", "home")).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8))
        .contains("is no Allure report and stays: choose another directory.");
    assertThat(page).hasContent("my home page");
  }

  private int run(String... args) throws InterruptedException {
    PrintStream none = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return AllureMain.run(args, none, new PrintStream(errors, true, StandardCharsets.UTF_8));
  }
}
