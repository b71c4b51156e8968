package dev.touchstone.conformance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Participants that are shell scripts, and reports of nothing in particular. */
final class Toys {
  /** In a toy: sets {@code runs} to how often a script is to be run. */
  static final String RUNS = "runs=$(sed -n 's/^(touchstone-repeat \\([0-9]*\\))$/\\1/p' \"$1\")\n";

  /** In a toy: writes a result for each run, slowly. */
  static final String RESULTS =
      RUNS + "i=0; while [ $i -lt $runs ]; do sleep 0.03; echo 42; i=$((i + 1)); done\n";

  static final BenchProgram PROGRAM =
      new BenchProgram(
          "answer", "the answer", List.of(), "42", "(define x 42)\n; last\nx ; done\n");

  private Toys() {}

  static Plan plan(int rounds, int warmUp, int runs) {
    return new Plan(rounds, warmUp, runs, Duration.ofSeconds(20), Clock.WALL);
  }

  /** A participant that runs a shell script with the program's file as its argument. */
  static Participant shell(Path directory, String name, String script) throws IOException {
    Path file = Files.writeString(directory.resolve(name + ".sh"), script);
    return new Participant(
        name,
        "a toy",
        List.of("echo", name, "1.0"),
        Map.of(),
        "",
        List.of(),
        List.of("sh", file.toString(), "{file}"));
  }

  /** A report of one program for each list of times, one time for each of three participants. */
  static BenchReport report(List<List<Double>> seconds) {
    List<String> names = List.of("ours", "theirs", "<other> & \"co\"");
    List<BenchReport.Row> rows = seconds.stream().map(each -> row(names, each)).toList();
    List<BenchReport.Entry> entries =
        names.stream()
            .map(name -> new BenchReport.Entry(name, "title of " + name, "1.0", times(0.1)))
            .toList();
    MachineState machine = new MachineState("Toy 1 x86", 2, 0.1, 1.2);
    return new BenchReport(Instant.EPOCH, machine, plan(5, 1, 1), entries, rows);
  }

  private static BenchReport.Row row(List<String> names, List<Double> seconds) {
    Map<String, Measurement> results = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      results.put(
          names.get(i),
          seconds.get(i) > 0
              ? times(seconds.get(i))
              : new Measurement.Failed(new Failure(Failure.Kind.CANNOT_RUN, "unbound <x>")));
    }
    return new BenchReport.Row("p" + seconds.getFirst(), "a program", "42", results);
  }

  private static Measurement times(double seconds) {
    return new Measurement.Times(List.of(seconds));
  }
}
