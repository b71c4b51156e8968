package dev.touchstone.conformance.cli;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.touchstone.conformance.corpus.CorpusException;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Problem;
import dev.touchstone.conformance.corpus.Suggestion;
import dev.touchstone.conformance.engine.TouchstoneEngine;
import dev.touchstone.conformance.engine.setup.LocatedCorpus;
import dev.touchstone.conformance.engine.setup.Settings;
import dev.touchstone.conformance.engine.setup.Workshop;
import dev.touchstone.conformance.subject.Subject;
import dev.touchstone.reports.model.RunReport;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs cases on subjects by the JUnit engine, for the commands that do. */
record Runner(Terminal terminal, Workshop workshop) {
  /**
   * What came of a run.
   *
   * @param fault why the report could not be written; empty if it could, or none was wanted
   */
  record Result(RunReport report, String fault) {
    /**
     * Checks that the report is where it was wanted.
     *
     * @throws CliException code 2, if not
     */
    void checkWritten() {
      if (!fault.isEmpty()) {
        throw new CliException(ExitCode.WRONG_USE, "the report could not be written: " + fault);
      }
    }
  }

  /** How many cases run at a time, where that many are asked for. */
  static int jobs(@Nullable Integer asked) {
    if (asked != null && asked < 1) {
      throw new CliException(
          ExitCode.WRONG_USE, "--jobs must be at least 1, but is " + asked + ".");
    }
    return asked == null ? Runtime.getRuntime().availableProcessors() : asked;
  }

  /**
   * Runs.
   *
   * @param quiet whether nothing but a bar on a terminal may tell how far it is
   * @throws CliException code 2, if a subject cannot be used or the run as a whole fails
   */
  Result run(LocatedCorpus corpus, Settings settings, boolean quiet) {
    long cases =
        corpus.corpus().cases().stream()
            .filter(each -> settings.filter().matches(each, corpus.corpus().language()))
            .count();
    int runs = Math.toIntExact(cases * settings.subjects().size());
    Map<String, Subject> open = open(settings.subjects(), corpus.corpus().language());
    AtomicReference<@Nullable RunReport> report = new AtomicReference<>();
    String fault;
    Thread hint = new Thread(() -> tellHowToResume(settings), "touchstone-resume-hint");
    Runtime.getRuntime().addShutdownHook(hint);
    try (Progress progress = new Progress(terminal, runs, quiet)) {
      LauncherFactory.create(launcher(new LoadedWorkshop(corpus, open), report::set))
          .execute(request(settings), progress);
      fault = progress.fault();
    } finally {
      forget(hint);
    }
    RunReport finished = report.get();
    if (finished == null) {
      throw new CliException(ExitCode.WRONG_USE, "the run failed: " + fault);
    }
    return new Result(finished, fault);
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // It runs already.
    }
  }

  private void tellHowToResume(Settings settings) {
    if (settings.report().isPresent()) {
      terminal.err().println("touchstone: interrupted; the same command with --resume goes on.");
    }
  }

  /**
   * Checks that there is a subject of that name.
   *
   * @throws CliException code 2 with a suggestion, if not
   */
  void checkSubject(String name) {
    if (workshop.subjects().contains(name)) {
      return;
    }
    Selection.checkNoComma("--subject", name);
    boolean path = name.contains("/") || name.endsWith(".yaml");
    if (path && Files.exists(terminal.directory().resolve(name))) {
      return;
    }
    String hint =
        path
            ? "there is no subject file '" + name + "'"
            : "there is no subject '%s'%s"
                .formatted(
                    name,
                    Suggestion.nearest(name, workshop.subjects())
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse(""));
    throw new CliException(
        ExitCode.WRONG_USE,
        hint
            + "\n  Shipped: "
            + String.join(", ", workshop.subjects())
            + ". Your own VM: --subject path/to/subject.yaml");
  }

  /** Opens the subjects; the run closes them. */
  private Map<String, Subject> open(List<String> names, Language language) {
    Map<String, Subject> open = new LinkedHashMap<>();
    try {
      for (String name : names) {
        open.put(name, workshop.subject(name, language));
      }
      return open;
    } catch (CorpusException wrong) {
      open.values().forEach(Subject::close);
      wrong.problems().stream().map(Problem::toString).forEach(terminal.err()::println);
      throw new CliException(ExitCode.WRONG_USE, "the subject cannot be used.");
    }
  }

  private static LauncherConfig launcher(Workshop material, Consumer<RunReport> audience) {
    return LauncherConfig.builder()
        .enableTestEngineAutoRegistration(false)
        .enableTestExecutionListenerAutoRegistration(false)
        .enableLauncherDiscoveryListenerAutoRegistration(false)
        .enableLauncherSessionListenerAutoRegistration(false)
        .enablePostDiscoveryFilterAutoRegistration(false)
        .addTestEngines(new TouchstoneEngine(material, audience))
        .build();
  }

  private static LauncherDiscoveryRequest request(Settings settings) {
    return LauncherDiscoveryRequestBuilder.request()
        .enableImplicitConfigurationParameters(false)
        .selectors(selectUniqueId(UniqueId.forEngine(TouchstoneEngine.ID)))
        .configurationParameters(settings.parameters())
        .build();
  }
}
