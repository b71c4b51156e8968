package dev.touchstone.conformance.cli;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.touchstone.conformance.corpus.CorpusException;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Problem;
import dev.touchstone.conformance.corpus.Suggestion;
import dev.touchstone.conformance.engine.TouchstoneEngine;
import dev.touchstone.conformance.engine.setup.LocatedCorpus;
import dev.touchstone.conformance.engine.setup.Order;
import dev.touchstone.conformance.engine.setup.Settings;
import dev.touchstone.conformance.engine.setup.Workshop;
import dev.touchstone.conformance.subject.Subject;
import dev.touchstone.reports.model.RunReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs cases on subjects and reports. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs cases on implementations and reports which rules they break.",
      "",
      "Without options: the whole corpus on the reference VM."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./touchstone run --subject reference --subject guile",
      "      the whole corpus on two implementations, side by side",
      "  ./touchstone run --subject my-vm/subject.yaml --rung base",
      "      the first rung on your own VM",
      "  ./touchstone run --id 'tail-calls/*' --jobs 1",
      "      the cases of one chapter, one after the other",
      "  ./touchstone run --subject my-vm/subject.yaml --order shuffled:7",
      "      in another order: the verdicts must be the same",
      "  ./touchstone run --corpus my-cases --corpus-only --report out",
      "      your own cases alone, reports into the directory 'out'"
    })
final class RunCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Workshop workshop;

  @Mixin private final Selection selection = new Selection();

  @Option(
      names = "--subject",
      paramLabel = "S",
      description =
          "The implementation: a shipped one by name, or the path of a subject file."
              + " May be given several times. Default: reference.")
  private List<String> subjects = new ArrayList<>();

  @Option(names = "--report", paramLabel = "DIR", description = "Where the reports go.")
  private @Nullable Path report;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many cases run at a time. Default: the number of processors.")
  private @Nullable Integer jobs;

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      description =
          "In which order cases begin: id, or shuffled:N, where N is any number and makes the same"
              + " order each time. Default: id.")
  private String order = Order.BY_ID.toString();

  RunCommand(Terminal terminal, Workshop workshop) {
    this.terminal = terminal;
    this.workshop = workshop;
  }

  @Override
  public Integer call() {
    List<String> names = subjects.isEmpty() ? List.of("reference") : subjects;
    names.forEach(this::checkSubject);
    if (jobs != null && jobs < 1) {
      throw new CliException(ExitCode.WRONG_USE, "--jobs must be at least 1, but is " + jobs + ".");
    }
    LocatedCorpus corpus = selection.load(workshop, terminal);
    int cases = selection.cases(corpus.corpus()).size();
    Path directory = reportDirectory();
    Settings settings =
        selection
            .settings(
                names.stream().distinct().toList(),
                jobs == null ? Runtime.getRuntime().availableProcessors() : jobs)
            .in(order());

    Map<String, Subject> open = open(settings.subjects(), corpus.corpus().language());
    AtomicReference<@Nullable RunReport> result = new AtomicReference<>();
    String fault;
    try (Progress progress = new Progress(terminal, cases * settings.subjects().size())) {
      LauncherFactory.create(launcher(new LoadedWorkshop(corpus, open), result::set))
          .execute(request(settings, directory), progress);
      fault = progress.fault();
    }
    RunReport finished = result.get();
    if (finished == null) {
      throw new CliException(ExitCode.WRONG_USE, "the run failed: " + fault);
    }
    Optional<Path> page =
        fault.isEmpty() ? Optional.of(directory.resolve("index.html")) : Optional.empty();
    int code = new Closing(terminal, finished, page).print();
    if (!fault.isEmpty()) {
      throw new CliException(ExitCode.WRONG_USE, "the report could not be written: " + fault);
    }
    return code;
  }

  private Order order() {
    try {
      return Order.parse(order);
    } catch (IllegalArgumentException wrong) {
      throw new CliException(ExitCode.WRONG_USE, "--order: " + wrong.getMessage() + ".");
    }
  }

  private void checkSubject(String name) {
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

  private Path reportDirectory() {
    if (report != null) {
      return terminal.directory().resolve(report).normalize();
    }
    return terminal
        .home()
        .map(home -> home.resolve("reports/target/site"))
        .orElseGet(() -> terminal.directory().resolve("touchstone-report"));
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

  private static LauncherDiscoveryRequest request(Settings settings, Path directory) {
    return LauncherDiscoveryRequestBuilder.request()
        .enableImplicitConfigurationParameters(false)
        .selectors(selectUniqueId(UniqueId.forEngine(TouchstoneEngine.ID)))
        .configurationParameters(settings.parameters())
        .configurationParameter(Settings.REPORT, directory.toString())
        .build();
  }
}
