package dev.touchstone.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.engine.ToyWorkshop;
import dev.touchstone.conformance.engine.setup.Workshop;
import dev.touchstone.reports.Journal;
import dev.touchstone.reports.ResultsFile;
import dev.touchstone.reports.ResultsMerge;
import dev.touchstone.reports.model.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run is "interrupted" by keeping its journal as it is in the middle. */
class ResumeTest extends CommandLineFixture {
  private final ToyWorkshop toys = new ToyWorkshop();

  @BeforeEach
  void interrupt() {
    toys.add("a/b/1", "1", "1", 4)
        .add("a/b/2", "x", "2", 9)
        .add("a/b/3", "(crash)", "3", 3)
        .add("a/b/4", "(hook)", "ok", 8)
        .add("a/b/5", "5", "5", 8);
    toys.hook = this::keepJournal;
    assertThat(touchstone("run", "--jobs", "1", "--report", "whole")).isEqualTo(1);
    toys.hook = () -> {};
    assertThat(directory.resolve("whole").resolve(Journal.NAME)).doesNotExist();
    toys.runs.set(0);
  }

  private void keepJournal() {
    try {
      Files.createDirectories(directory.resolve("part"));
      Files.copy(
          directory.resolve("whole").resolve(Journal.NAME),
          directory.resolve("part").resolve(Journal.NAME));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  Workshop workshop() {
    return toys;
  }

  private RunReport results(String name) throws IOException {
    return ResultsMerge.withoutTimes(
        ResultsFile.read(directory.resolve(name).resolve("results.json")));
  }

  @Test
  void onlyWhatIsMissingRunsAndTheResultsAreThoseOfAWholeRun() throws IOException {
    assertThat(touchstone("run", "--resume", "--report", "part")).isEqualTo(1);
    assertThat(toys.runs).hasValue(2);
    assertThat(results("part")).isEqualTo(results("whole"));
    assertThat(out).contains("touchstone: 3 passed, 2 failed, 0 skipped");
    assertThat(directory.resolve("part").resolve(Journal.NAME)).doesNotExist();
  }

  @Test
  void aRunWithoutResumeBeginsAnew() {
    assertThat(touchstone("run", "--report", "part")).isEqualTo(1);
    assertThat(toys.runs).hasValue(5);
  }

  @Test
  void otherCasesAreNotResumed() {
    toys.remove("a/b/5").add("a/b/5", "6", "6", 8);
    assertThat(touchstone("run", "--resume", "--report", "part")).isEqualTo(2);
    assertThat(err)
        .contains("the run that was interrupted was of other cases or subjects")
        .contains("(--subject reference)");
    assertThat(toys.runs).hasValue(0);
    assertThat(touchstone("run", "--resume", "--report", "part", "--id", "a/*")).isEqualTo(2);
  }

  @Test
  void aSubjectThatHasChangedIsNotResumed() {
    toys.version = "1.1";
    assertThat(touchstone("run", "--resume", "--report", "part")).isEqualTo(2);
    assertThat(err).contains("the subject reference is not what it was");
  }

  @Test
  void whereNothingWasInterruptedThereIsNothingToResume() {
    assertThat(touchstone("run", "--resume", "--report", "whole")).isEqualTo(2);
    assertThat(err).contains("no run was interrupted that wrote to ");
  }

  @Test
  void whatCouldNotBeRunIsRunAgain() throws IOException {
    toys.add("a/b/0", "(not-started)", "0", 1);
    toys.hook = this::keepJournal;
    Files.delete(directory.resolve("part").resolve(Journal.NAME));
    assertThat(touchstone("run", "--jobs", "1", "--report", "whole")).isEqualTo(2);
    toys.runs.set(0);
    toys.hook = () -> {};
    assertThat(touchstone("run", "--resume", "--report", "part")).isEqualTo(2);
    assertThat(toys.runs).hasValue(3);
  }
}
