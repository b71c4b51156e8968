package dev.touchstone.conformance.allure;

import dev.touchstone.reports.model.CaseReport;
import dev.touchstone.reports.model.RunReport;
import dev.touchstone.reports.model.SubjectReport;
import io.qameta.allure.FileSystemResultsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes Allure's result files for a run. */
public final class AllureResults {
  private static final Pattern OURS =
      Pattern.compile(
          ".+-(result|container)\\.json|.+-attachment(\\.\\w+)?"
              + "|environment\\.properties|categories\\.json|executor\\.json");
  private static final String HISTORY = "history";

  private AllureResults() {}

  /**
   * Writes a result file for each case on each subject, their attachments, the environment and a
   * category for each verdict. The directory is cleared first; Allure's {@code history} in it
   * stays.
   *
   * @throws IOException if a file cannot be written, or the directory holds anything but Allure
   *     results; then nothing is removed
   */
  public static void write(RunReport report, Path directory) throws IOException {
    clear(directory);
    FileSystemResultsWriter writer = new FileSystemResultsWriter(directory);
    Attachments attachments = new Attachments(writer);
    for (SubjectReport subject : report.subjects()) {
      long clock = start(report);
      for (CaseReport result : subject.results()) {
        AllureCase allureCase = new AllureCase(report, subject, result, attachments);
        writer.write(allureCase.at(clock));
        clock += AllureCase.milliseconds(result);
      }
    }
    AllureExtras.write(report, directory);
  }

  private static void clear(Path directory) throws IOException {
    Files.createDirectories(directory);
    List<Path> old = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (!name.equals(HISTORY) && !OURS.matcher(name).matches()) {
          throw new IOException(
              "%s is not cleared: it holds %s, which is no Allure result."
                  .formatted(directory, name));
        }
        if (!name.equals(HISTORY)) {
          old.add(file);
        }
      }
    }
    for (Path file : old) {
      Files.delete(file);
    }
  }

  private static long start(RunReport report) {
    try {
      return Instant.parse(report.startedAt()).toEpochMilli();
    } catch (DateTimeException e) {
      return 0;
    }
  }
}
