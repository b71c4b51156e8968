package dev.touchstone.conformance.allure;

import dev.touchstone.reports.ResultsFile;
import dev.touchstone.reports.model.RunReport;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes Allure's results and page of a result file: {@code RESULTS_JSON ALLURE_RESULTS_DIR HTML_DIR
 * [ALLURE_HOME]}. The tool's home may also stand in the system property {@code
 * touchstone.allure.home}. Ends 0, or 2 with one sentence on the error stream.
 */
public final class AllureMain {
  private static final String HOME = "touchstone.allure.home";

  private AllureMain() {}

  /** Runs it and ends the process. */
  public static void main(String[] args) throws InterruptedException {
    System.exit(run(args, System.out, System.err));
  }

  static int run(String[] args, PrintStream out, PrintStream err) throws InterruptedException {
    Optional<String> home =
        args.length > 3 ? Optional.of(args[3]) : Optional.ofNullable(System.getProperty(HOME));
    if (args.length < 3 || args.length > 4 || home.isEmpty()) {
      err.println(
          "usage: AllureMain RESULTS_JSON ALLURE_RESULTS_DIR HTML_DIR ALLURE_HOME"
              + " (the last may be the system property "
              + HOME
              + ")");
      return 2;
    }
    try {
      RunReport report = ResultsFile.read(Path.of(args[0]));
      Path results = Path.of(args[1]);
      AllureResults.write(report, results);
      out.println(AllureHtml.generate(results, Path.of(args[2]), Path.of(home.get())));
      return 0;
    } catch (java.nio.file.NoSuchFileException e) {
      err.println(e.getMessage() + " does not exist.");
      return 2;
    } catch (IOException | UncheckedIOException e) {
      err.println(e.getMessage());
      return 2;
    }
  }
}
