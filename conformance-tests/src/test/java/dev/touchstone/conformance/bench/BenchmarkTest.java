package dev.touchstone.conformance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.conformance.bench.Failure.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkTest {
  @TempDir private Path directory = Path.of("");

  private BenchReport run(Plan plan, Participant... participants) throws InterruptedException {
    return Benchmark.run(plan, List.of(participants), List.of(Toys.PROGRAM), row -> {});
  }

  /** The failure of a toy after one round. */
  private Failure failure(String script) throws IOException, InterruptedException {
    BenchReport report = run(Toys.plan(1, 0, 1), Toys.shell(directory, "toy", script));
    return report.rows().getFirst().failure("toy").orElseThrow();
  }

  @Test
  void aScriptKeepsItsDefinitionsAndRepeatsItsLastForm() {
    assertThat(Toys.PROGRAM.script("(prelude)\n", 3))
        .startsWith("(prelude)\n(define x 42)\n; last\n(define (touchstone-main)\nx)\n")
        .endsWith("\n(touchstone-repeat 3)\n");
  }

  @Test
  void aProgramThatEndsWithADefinitionHasNothingToRepeat() {
    BenchProgram program = new BenchProgram("p", "t", List.of(), "1", "(define x 1)");
    assertThatThrownBy(() -> program.script("", 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTimeIsThatOfTheRunsAfterTheWarmUp() throws Exception {
    Participant toy = Toys.shell(directory, "toy", "sleep 1.6\n" + Toys.RESULTS);
    BenchReport report = run(Toys.plan(3, 1, 4), toy);
    // 30 ms for each run, on a machine that may be busy; without the 1.6 s of starting.
    assertThat(report.rows().getFirst().seconds("toy").orElseThrow()).isBetween(0.025, 0.35);
    assertThat(report.first().startUp())
        .isInstanceOfSatisfying(
            Measurement.Times.class,
            times -> assertThat(times.median()).isGreaterThanOrEqualTo(1.6));
    assertThat(report.isWrong()).isFalse();
  }

  @Test
  void everyParticipantHasItsTurnInEachRoundAndEverySecondGoesBackwards() throws Exception {
    Path log = directory.resolve("log");
    String say =
        Toys.RUNS + "[ $(basename \"$1\") = empty-0.scm ] || echo $0 $runs >>" + log + "\n";
    Participant a = Toys.shell(directory, "a", say + Toys.RESULTS);
    Participant b = Toys.shell(directory, "b", say + Toys.RESULTS);
    run(Toys.plan(2, 1, 2), a, b);
    List<String> turns = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      turns.add(line.replaceFirst(".*/(.)\\.sh ", "$1"));
    }
    assertThat(turns).containsExactly("a3", "b3", "a1", "a3", "b1", "b3", "b1", "b3", "a1", "a3");
  }

  @Test
  void aWrongResultIsNeverATime() throws Exception {
    Failure failure = failure(Toys.RESULTS.replace("42", "43"));
    assertThat(failure).isEqualTo(new Failure(Kind.WRONG_RESULT, "got 43, expected 42"));
    assertThat(run(Toys.plan(1, 0, 1), Toys.shell(directory, "toy", "echo 43")).isWrong()).isTrue();
  }

  @Test
  void aResultTooFewOrTooManyIsWrong() throws Exception {
    assertThat(failure("exit 0").detail()).isEqualTo("0 results instead of 1");
    assertThat(failure(Toys.RUNS + "[ $runs = 0 ] || printf '42\\n42\\n'"))
        .isEqualTo(new Failure(Kind.WRONG_RESULT, "2 results instead of 1"));
  }

  @Test
  void whatCannotBeReadAsResultsIsWrong() throws Exception {
    assertThat(failure("printf '\\377\\000 42 42\\n'").kind()).isEqualTo(Kind.WRONG_RESULT);
    assertThat(failure("yes 42").kind()).isEqualTo(Kind.WRONG_RESULT);
  }

  @Test
  void anExitCodeMeansThatItCannotRun() throws Exception {
    Failure failure = failure("echo unbound: call/cc >&2; exit 2");
    assertThat(failure).isEqualTo(new Failure(Kind.CANNOT_RUN, "exit code 2: unbound: call/cc"));
    assertThat(failure.kind().isWrong()).isFalse();
  }

  @Test
  void aSignalIsACrash() throws Exception {
    Failure failure = failure("kill -SEGV $$");
    assertThat(failure).isEqualTo(new Failure(Kind.CRASH, "signal 11"));
    assertThat(failure.kind().isWrong()).isTrue();
  }

  @Test
  void aProcessThatHangsIsEnded() throws Exception {
    Plan plan = new Plan(5, 1, 1, Duration.ofSeconds(1), Clock.WALL);
    long start = System.nanoTime();
    BenchReport report = run(plan, Toys.shell(directory, "toy", "sleep 60"));
    assertThat(report.rows().getFirst().failure("toy"))
        .contains(new Failure(Kind.OVER_TIME, "more than 1 s"));
    // Once with the empty program and once with the other: after a failure it has no more turns.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(40));
  }

  @Test
  void oneFailureLeavesTheOthersTheirTimes() throws Exception {
    Participant bad = Toys.shell(directory, "bad", "echo 1");
    Participant good = Toys.shell(directory, "good", Toys.RESULTS);
    BenchReport report = run(Toys.plan(2, 0, 1), bad, good);
    assertThat(report.rows().getFirst().seconds("bad")).isEmpty();
    assertThat(report.rows().getFirst().seconds("good")).isPresent();
    assertThat(report.isWrong()).isTrue();
  }

  @Test
  void aPreparationRunsOnceForEachScriptAndItsTimeDoesNotCount() throws Exception {
    Participant plain = Toys.shell(directory, "toy", Toys.RESULTS);
    String copy = "sleep 0.5; cp $1 $2; echo $2 >>" + directory.resolve("log");
    Path script = Files.writeString(directory.resolve("prepare.sh"), copy);
    Participant compiled =
        new Participant(
            "toy",
            "compiles",
            List.of(),
            Map.of(),
            "",
            List.of("sh", script.toString(), "{file}", "{compiled}.out"),
            List.of("sh", directory.resolve("toy.sh").toString(), "{compiled}.out"));
    BenchReport report = run(Toys.plan(3, 1, 1), compiled);
    assertThat(plain.command()).hasSameSizeAs(compiled.command());
    assertThat(report.rows().getFirst().seconds("toy").orElseThrow()).isLessThan(0.4);
    assertThat(Files.readAllLines(directory.resolve("log"))).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void aPreparationThatFailsMeansThatItCannotRun() throws Exception {
    Participant broken =
        new Participant(
            "toy", "t", List.of(), Map.of(), "", List.of("sh", "-c", "exit 3"), List.of("true"));
    assertThat(run(Toys.plan(1, 0, 1), broken).rows().getFirst().failure("toy"))
        .contains(new Failure(Kind.CANNOT_RUN, "exit code 3: "));
  }

  @Test
  void whatIsNotInstalledIsNamed() {
    Participant there =
        new Participant("a", "a", List.of(), Map.of(), "", List.of("sh"), List.of("{compiled}"));
    Participant missing =
        new Participant("b", "b", List.of(), Map.of(), "", List.of("sh"), List.of("no-such-vm"));
    assertThat(Benchmark.missing(there)).isEmpty();
    assertThat(Benchmark.missing(missing)).isEqualTo(Optional.of("no-such-vm"));
  }

  @Test
  void theReferenceVmTakesPartAsAProcess() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path classes =
        Path.of(
            dev.touchstone.vm.cli.Main.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    Participant reference = Participant.reference(java, classes, List.of("-Xint"));
    BenchReport.Row row = run(Toys.plan(1, 0, 2000), reference).rows().getFirst();
    // The results are right; whether the difference is above zero is up to the machine.
    assertThat(row.failure("reference").filter(f -> f.kind() != Kind.TOO_SHORT)).isEmpty();
  }

  @Test
  void theClockOfProcessorsCountsWhatChildrenDid() {
    String state = "7 (a ) b) S 1 7 7 0 -1 4 100 200 0 0 11 12 13 14 20 0 1 0 9";
    assertThat(Clock.childrenTicks(state)).isEqualTo(27);
  }
}
