package dev.touchstone.conformance.allure;

import dev.touchstone.reports.AtomicFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes Allure's single-file page with its command line tool, version 2.34, as its zip unpacks.
 *
 * <p>The tool writes a reference to an analytics service into the page. It is cut out, and the page
 * gets a policy that forbids every request; where either fails there is no page.
 */
public final class AllureHtml {
  private static final String MAIN = "io.qameta.allure.CommandLine";
  private static final String MARK = "<title>Allure Report</title>";
  private static final long PATIENCE_MINUTES = 10;

  private AllureHtml() {}

  /**
   * Writes {@code index.html}.
   *
   * @param results a directory of Allure results
   * @param html the directory of the page; other files in it stay
   * @param home the unpacked tool: the directory that holds {@code lib}
   * @return the page
   * @throws IOException if the tool is missing or fails, if the page would ask the network for
   *     anything, or if a page of somebody else is in the way; the message is one sentence
   */
  public static Path generate(Path results, Path html, Path home)
      throws IOException, InterruptedException {
    Path page = html.resolve("index.html");
    if (Files.exists(page) && !Files.readString(page).contains(MARK)) {
      throw new IOException(page + " is no Allure report and stays: choose another directory.");
    }
    Path parent = html.toAbsolutePath().getParent();
    Files.createDirectories(parent == null ? html : parent);
    Path scratch = Files.createTempDirectory(parent, ".allure");
    try {
      Path raw = scratch.resolve("report");
      run(home, scratch.resolve("log"), results, raw);
      String clean = OfflinePage.of(Files.readString(raw.resolve("index.html")));
      AtomicFile.write(page, writer -> writer.write(clean));
      return page;
    } finally {
      remove(scratch);
    }
  }

  private static void run(Path home, Path log, Path results, Path out)
      throws IOException, InterruptedException {
    Path lib = home.resolve("lib");
    if (!Files.isDirectory(lib)) {
      throw new IOException(home + " is no unpacked Allure: it has no directory lib.");
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = lib.resolve("*") + File.pathSeparator + lib.resolve("config");
    List<String> tool = List.of(java, "-Xmx2g", "-cp", classPath, MAIN);
    List<String> job =
        List.of("generate", "--single-file", "-o", out.toString(), results.toString());
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(tool.stream(), job.stream()).toList())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("APP_HOME", home.toAbsolutePath().toString());
    builder.environment().remove("ALLURE_NO_ANALYTICS");
    Process process = builder.start();
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("Allure was stopped after " + PATIENCE_MINUTES + " minutes.");
    }
    if (process.exitValue() != 0 || !Files.exists(out.resolve("index.html"))) {
      throw new IOException(
          "Allure made no report (exit code %d): %s"
              .formatted(process.exitValue(), Files.readString(log).strip()));
    }
  }

  private static void remove(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
