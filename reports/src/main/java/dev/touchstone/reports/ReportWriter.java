package dev.touchstone.reports;

import dev.touchstone.reports.html.HtmlSite;
import dev.touchstone.reports.model.RunReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes every report of a run into a directory: {@code results.json}, {@code junit.xml}, {@code
 * index.html} and the pages it leads to. Files of an earlier run are replaced; one that Touchstone
 * did not write is never touched.
 */
public final class ReportWriter {
  private static final int HEAD = 4096;

  private ReportWriter() {}

  /**
   * Writes all reports.
   *
   * @return the page to open
   * @throws IOException if a file cannot be written, or a file of that name is not ours; the
   *     message is one sentence
   */
  public static Path writeAll(RunReport report, Path directory) throws IOException {
    Path results = directory.resolve("results.json");
    Path junit = directory.resolve("junit.xml");
    Path index = directory.resolve("index.html");
    claim(results, "\"touchstone-results/");
    claim(junit, "<testsuites name=\"" + JUnitXml.NAME + "\"");
    claim(index, HtmlSite.MARK);
    ResultsFile.write(report, results);
    JUnitXml.write(report, junit);
    HtmlSite.write(report, directory);
    return index;
  }

  private static void claim(Path file, String mark) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a directory, and a report must be written there.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
      if (!head.contains(mark)) {
        throw new IOException(
            file + " was not written by Touchstone and stays: choose another directory.");
      }
    }
  }
}
