package dev.touchstone.conformance.cli;

import dev.touchstone.conformance.engine.setup.LocatedCorpus;
import dev.touchstone.conformance.engine.setup.Order;
import dev.touchstone.conformance.engine.setup.Settings;
import dev.touchstone.conformance.engine.setup.Workshop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
      "      your own cases alone, reports into the directory 'out'",
      "  ./touchstone run --subject guile --resume",
      "      after an interruption: goes on where it stopped",
      "  ./touchstone run --subject guile --shard 2/3 --report shard-2",
      "      one of three jobs; './touchstone merge' puts their results together"
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

  @Option(
      names = "--resume",
      description = "Goes on with a run of the same options that was interrupted.")
  private boolean resume;

  RunCommand(Terminal terminal, Workshop workshop) {
    this.terminal = terminal;
    this.workshop = workshop;
  }

  @Override
  public Integer call() {
    List<String> names = subjects.isEmpty() ? List.of("reference") : subjects;
    Runner runner = new Runner(terminal, workshop);
    names.forEach(runner::checkSubject);
    LocatedCorpus corpus = selection.load(workshop, terminal);
    selection.cases(corpus.corpus());
    Path directory = reportDirectory();
    Settings settings =
        selection
            .settings(names.stream().distinct().toList(), Runner.jobs(jobs), directory)
            .in(order());
    Runner.Result result =
        runner.run(corpus, resume ? settings.resuming() : settings, /* quiet= */ false);
    Optional<Path> page =
        result.fault().isEmpty() ? Optional.of(directory.resolve("index.html")) : Optional.empty();
    int code = new Closing(terminal, result.report(), page).print();
    result.checkWritten();
    return code;
  }

  private Order order() {
    try {
      return Order.parse(order);
    } catch (IllegalArgumentException wrong) {
      throw new CliException(ExitCode.WRONG_USE, "--order: " + wrong.getMessage() + ".");
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
}
