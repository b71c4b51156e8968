package dev.touchstone.conformance.cli;

import dev.touchstone.conformance.bench.BenchFiles;
import dev.touchstone.conformance.bench.BenchProgram;
import dev.touchstone.conformance.bench.BenchReport;
import dev.touchstone.conformance.bench.BenchReport.Row;
import dev.touchstone.conformance.bench.Benchmark;
import dev.touchstone.conformance.bench.Chart;
import dev.touchstone.conformance.bench.Clock;
import dev.touchstone.conformance.bench.JsonReport;
import dev.touchstone.conformance.bench.Measurement;
import dev.touchstone.conformance.bench.Participant;
import dev.touchstone.conformance.bench.Plan;
import dev.touchstone.conformance.bench.TextReport;
import dev.touchstone.conformance.corpus.CorpusException;
import dev.touchstone.conformance.corpus.Problem;
import dev.touchstone.conformance.corpus.Suggestion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares the speed of the reference VM with that of installed Schemes. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Compares the speed of the reference VM with that of installed Schemes.",
      "",
      "Each program runs in fresh processes, the implementations in turn: one process does the work"
          + " of the program W times (--warm-up), another W + N times (--runs); the difference of"
          + " their times, divided by N, counts. So start-up, reading, compiling and what a"
          + " just-in-time compiler needs to get going are in neither figure, for any"
          + " implementation, and nobody's own clock is asked. With --warm-up 0 the first runs"
          + " count too. The median of the rounds is shown, and beside it the ratio: the reference"
          + " VM's time divided by the other's; below 1 the reference VM is faster. The mean of the"
          + " ratios is the geometric one. 'start-up' is an empty program. ~ marks times of which"
          + " the middle half is spread by more than 10%%.",
      "",
      "A result that is not the expected one is an error, never a time."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./touchstone bench --list                            the programs and implementations",
      "  ./touchstone bench                                   all, against Guile without its JIT",
      "  ./touchstone bench --against guile,chez --program tak,fib",
      "  ./touchstone bench --json bench.json --chart bench.svg",
      "",
      "Exit codes: 0 measured; 1 a wrong result, a crash, or a process over its time; 2 wrong use;",
      "3 nothing could be compared."
    })
final class BenchCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Function<List<String>, Participant> reference;

  @Option(
      names = "--against",
      split = ",",
      paramLabel = "NAME|FILE",
      defaultValue = "guile-nojit",
      description = {
        "The implementations to compare with: names of --list, or a YAML file of others, written"
            + " as the shipped touchstone/bench/participants.yaml is. Default: ${DEFAULT-VALUE}."
      })
  private List<String> against = new ArrayList<>();

  @Option(
      names = "--program",
      split = ",",
      paramLabel = "NAME",
      description = "Only these programs.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many times each has its turn. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--warm-up",
      paramLabel = "W",
      defaultValue = "1",
      description = "Runs in a process that do not count. Default: ${DEFAULT-VALUE}.")
  private int warmUp;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "1",
      description = "Runs after them that do. Default: ${DEFAULT-VALUE}.")
  private int runs;

  @Option(
      names = "--clock",
      paramLabel = "CLOCK",
      defaultValue = "wall",
      description = {
        "wall (default), or cpu, on Linux: what processors did for a process, those of its compiler"
            + " and collector threads included. Other load disturbs that less."
      })
  private String clock = "";

  @Option(
      names = "--time",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description = "What one process may take. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--java-option",
      paramLabel = "OPTION",
      description = "Given to the Java that the reference VM runs on, as in --java-option=-Xint.")
  private List<String> javaOptions = new ArrayList<>();

  @Option(names = "--json", paramLabel = "FILE", description = "Where the results go as JSON.")
  private @Nullable Path json;

  @Option(names = "--chart", paramLabel = "FILE", description = "Where a picture goes, as SVG.")
  private @Nullable Path chart;

  @Option(names = "--list", description = "Lists the programs and the implementations.")
  private boolean list;

  BenchCommand(Terminal terminal, Function<List<String>, Participant> reference) {
    this.terminal = terminal;
    this.reference = reference;
  }

  /** The reference VM of this installation. */
  static Participant installedReference(List<String> options) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return Participant.reference(java, VmClasses.location(), options);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (list) {
      return list();
    }
    List<BenchProgram> programs = programs();
    Plan plan = plan();
    List<Participant> participants = new ArrayList<>(List.of(reference.apply(javaOptions)));
    participants.addAll(present(asked()));
    if (participants.size() == 1) {
      throw new CliException(ExitCode.NOTHING, "there is nothing to compare with.");
    }
    BenchReport report = Benchmark.run(plan, participants, programs, this::progress);
    terminal.out().print(TextReport.render(report, terminal.width()));
    write(report);
    return code(report);
  }

  private static int code(BenchReport report) {
    if (report.isWrong()) {
      return ExitCode.FAILURES;
    }
    boolean compared =
        report.others().stream().anyMatch(other -> !report.ratios(other.name()).isEmpty());
    return compared ? ExitCode.OK : ExitCode.NOTHING;
  }

  private Plan plan() {
    Clock measured =
        Clock.of(clock)
            .filter(Clock::isAvailable)
            .orElseThrow(
                () ->
                    new CliException(
                        ExitCode.WRONG_USE, "--clock is wall or, on Linux, cpu; not " + clock));
    try {
      return new Plan(rounds, warmUp, runs, Duration.ofSeconds(seconds), measured);
    } catch (IllegalArgumentException wrong) {
      throw new CliException(
          ExitCode.WRONG_USE,
          "--rounds, --runs and --time are at least 1, --warm-up is at least 0.");
    }
  }

  private int list() {
    terminal.out().println("Programs:");
    for (BenchProgram program : BenchFiles.programs()) {
      terminal.out().printf("  %-20s %s%n", program.name(), program.title());
    }
    terminal.out().println("Implementations:");
    for (Participant participant : BenchFiles.participants()) {
      String missing =
          Benchmark.missing(participant).map(program -> "; no " + program + " here").orElse("");
      terminal.out().printf("  %-20s %s%s%n", participant.name(), participant.title(), missing);
    }
    return ExitCode.OK;
  }

  private List<BenchProgram> programs() {
    List<BenchProgram> all = BenchFiles.programs();
    if (names.isEmpty()) {
      return all;
    }
    Set<String> known = all.stream().map(BenchProgram::name).collect(Collectors.toSet());
    names.forEach(name -> require("program", name, known));
    return all.stream().filter(program -> names.contains(program.name())).toList();
  }

  private List<Participant> asked() {
    List<Participant> shipped = BenchFiles.participants();
    Set<String> known = shipped.stream().map(Participant::name).collect(Collectors.toSet());
    List<Participant> asked = new ArrayList<>();
    for (String each : against) {
      if (each.endsWith(".yaml") || each.contains("/")) {
        asked.addAll(ofFile(each));
      } else {
        require("implementation", each, known);
        shipped.stream().filter(p -> p.name().equals(each)).forEach(asked::add);
      }
    }
    return asked;
  }

  private List<Participant> ofFile(String file) {
    try {
      return BenchFiles.participants(terminal.directory().resolve(file));
    } catch (CorpusException wrong) {
      wrong.problems().stream().map(Problem::toString).forEach(terminal.err()::println);
      throw new CliException(ExitCode.WRONG_USE, file + " cannot be used.");
    }
  }

  private static void require(String what, String name, Set<String> known) {
    if (!known.contains(name)) {
      throw new CliException(
          ExitCode.WRONG_USE,
          "there is no "
              + what
              + " '"
              + name
              + "'"
              + Suggestion.nearest(name, known).map(n -> "; did you mean '" + n + "'?").orElse("")
              + " ('./touchstone bench --list' shows all)");
    }
  }

  private List<Participant> present(List<Participant> asked) {
    List<Participant> present = new ArrayList<>();
    for (Participant participant : asked) {
      Optional<String> missing = Benchmark.missing(participant);
      missing.ifPresent(
          program ->
              terminal.out().printf("%s: skipped: no %s here%n", participant.name(), program));
      if (missing.isEmpty()) {
        present.add(participant);
      }
    }
    return present;
  }

  private void progress(Row row) {
    String results =
        row.results().entrySet().stream()
            .map(result -> result.getKey() + " " + brief(result.getValue()))
            .collect(Collectors.joining(", "));
    terminal.err().println(row.program() + ": " + results);
  }

  private static String brief(Measurement measurement) {
    return switch (measurement) {
      case Measurement.Times times -> String.format(Locale.ROOT, "%.3f s", times.median());
      case Measurement.Failed failed -> failed.failure().kind().id();
    };
  }

  private void write(BenchReport report) throws IOException {
    if (json != null) {
      JsonReport.write(report, terminal.directory().resolve(json));
    }
    if (chart != null) {
      Chart.write(report, terminal.directory().resolve(chart));
    }
  }
}
