package dev.touchstone.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.touchstone.conformance.corpus.Aspect;
import dev.touchstone.conformance.corpus.Expectation;
import dev.touchstone.conformance.engine.setup.Settings;
import dev.touchstone.reports.model.CaseReport;
import dev.touchstone.reports.model.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;
import org.opentest4j.AssertionFailedError;

class ExecutionTest {
  private final ToyWorkshop toys = new ToyWorkshop();
  private final List<RunReport> reports = new ArrayList<>();

  private EngineExecutionResults run(String... parameters) {
    EngineTestKit.Builder kit =
        EngineTestKit.engine(new TouchstoneEngine(toys, reports::add))
            .selectors(selectUniqueId("[engine:touchstone]"));
    for (int i = 0; i < parameters.length; i += 2) {
      kit.configurationParameter(parameters[i], parameters[i + 1]);
    }
    return kit.execute();
  }

  private static String describe(Event event) {
    return event.getType() + " " + event.getTestDescriptor().getUniqueId();
  }

  private static Throwable failure(EngineExecutionResults results) {
    return results.testEvents().failed().stream()
        .findFirst()
        .orElseThrow()
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .orElseThrow();
  }

  @Test
  void eventsAreOrderedAndWellNestedAlthoughCasesRunInParallel() {
    IntStream.range(0, 20)
        .forEach(
            i -> {
              String program = (i % 3 == 0 ? "(slow) " : "") + i;
              toys.add("c" + i % 4 + "/f" + i % 2 + "/n" + i, program, program, i + 1);
            });
    EngineExecutionResults parallel = run(Settings.JOBS, "8");
    assertThat(toys.peak.get()).isGreaterThan(1);
    EngineExecutionResults serial = run(Settings.JOBS, "1");
    assertThat(parallel.allEvents().stream().map(ExecutionTest::describe))
        .containsExactlyElementsOf(
            serial.allEvents().stream().map(ExecutionTest::describe).toList());
    assertThat(serial.testEvents().succeeded().count()).isEqualTo(20);
    assertNested(parallel);
    assertThat(verdicts(reports.get(0))).isEqualTo(verdicts(reports.get(1)));
  }

  private static List<String> verdicts(RunReport report) {
    return report.subjects().getFirst().results().stream()
        .map(result -> result.id() + " " + result.verdict())
        .toList();
  }

  private static void assertNested(EngineExecutionResults results) {
    List<String> open = new ArrayList<>();
    for (Event event : results.allEvents().list()) {
      String id = event.getTestDescriptor().getUniqueId().toString();
      if (event.getType() == EventType.STARTED) {
        assertThat(open.isEmpty() || id.startsWith(open.getLast() + "/")).isTrue();
        open.add(id);
      } else if (event.getType() == EventType.FINISHED) {
        assertThat(open.removeLast()).isEqualTo(id);
      }
    }
    assertThat(open).isEmpty();
  }

  @Test
  void aFailureTellsEverything() {
    toys.add("numbers/small/two", "1\n", "2", 12);
    Throwable failure = failure(run());
    assertThat(failure).isInstanceOf(AssertionFailedError.class);
    assertThat(failure.getMessage())
        .contains(
            "numbers/small/two: fail",
            "at test-cases/numbers/small.yaml:12",
            "program: 1",
            "expected: value: 2",
            "actual: value: 1",
            "output: said something",
            "command: toy run",
            "last line of stderr",
            "clause TOY-1: A program is its own value.",
            "run it again: ./touchstone run --id numbers/small/two");
    AssertionFailedError error = (AssertionFailedError) failure;
    assertThat(error.getExpected().getStringRepresentation()).isEqualTo("value: 2");
    assertThat(failure.getStackTrace()[0].getFileName()).isEqualTo("test-cases/numbers/small.yaml");
    assertThat(failure.getStackTrace()[0].getLineNumber()).isEqualTo(12);
  }

  @Test
  void aDifferenceOfSeveralLinesIsShownAsADiff() {
    toys.add(
        "data/output/two-lines",
        "x",
        new Expectation.All(List.of(new Aspect.OutputIs("said something\nand more\n"))),
        3,
        Map.of());
    assertThat(failure(run()).getMessage()).contains("difference:", "and more");
  }

  @Test
  void aControlCharacterIsShownAndNotObeyed() {
    toys.add("data/strings/bell", "a\u001b[31mb", "c", 3);
    assertThat(failure(run()).getMessage()).doesNotContain("\u001b").contains("\u241b[31mb");
  }

  @Test
  void aCrashFailsWithItsOwnVerdict() {
    toys.add("data/x/crashes", "(crash)", "c", 3);
    assertThat(failure(run()).getMessage()).contains("crashes: crash", "signal 11", "exit code: 3");
  }

  @Test
  void aCaseThatASubjectCannotRunIsSkippedWithTheReason() {
    toys.add("numbers/small/two", "2", "2", 3).add("data/symbols/a", "a", "a", 3);
    EngineExecutionResults results = run(Settings.SUBJECTS, "lame");
    results.testEvents().assertStatistics(stats -> stats.skipped(1).succeeded(1).started(1));
    assertThat(
            results.testEvents().skipped().stream()
                .map(event -> event.getRequiredPayload(String.class)))
        .singleElement()
        .asString()
        .startsWith("unsupported: ")
        .contains("integers");
  }

  @Test
  void everyValueOfVaryIsARun() {
    toys.add(
        "numbers/vary/all",
        "N",
        new Expectation.All(List.of(new Aspect.ValueIs("10"))),
        3,
        Map.of("N", List.of("10", "20")));
    String message = failure(run()).getMessage();
    assertThat(toys.runs.get()).isEqualTo(2);
    assertThat(message).contains("program with N=20: 20");
    assertThat(reports.getFirst().subjects().getFirst().results().getFirst().runs())
        .extracting(CaseReport.RunInfo::bindings)
        .containsExactly("N=10", "N=20");
  }

  @Test
  void aSpaceClaimWithoutCountersRunsTheControlOnceForEachValue() {
    Expectation constant =
        new Expectation.All(List.of(new Aspect.Space(Map.of("frames", Aspect.Growth.CONSTANT))));
    for (String slug : List.of("one", "two", "three")) {
      toys.add("numbers/space/" + slug, "N", constant, 3, Map.of("N", List.of("10", "20")));
    }
    toys.add("numbers/space/none", "7", "7", 9);
    run(Settings.JOBS, "4");
    assertThat(toys.runs.get()).isEqualTo(3 * 2 + 1 + 2);
    assertThat(toys.controls.get()).isEqualTo(2);
  }

  @Test
  void whereFramesAreCountedATenthOfAHundredTimesTheSizeIsEnough() {
    Expectation constant =
        new Expectation.All(List.of(new Aspect.Space(Map.of("frames", Aspect.Growth.CONSTANT))));
    Map<String, List<String>> sizes = Map.of("N", List.of("99", "980", "9900", "many"));
    toys.add("numbers/space/counted", "(counted N)", constant, 3, sizes);
    toys.add("numbers/space/measured", "(measured N)", constant, 9, sizes);
    toys.add("numbers/space/unclaimed", "(counted N)", value("(counted 5)"), 15, sizes);
    run();
    assertThat(reports.getFirst().subjects().getFirst().results())
        .extracting(result -> result.runs().stream().map(CaseReport.RunInfo::bindings).toList())
        .containsExactly(
            List.of("N=99", "N=980", "N=990", "N=many"),
            List.of("N=99", "N=980", "N=9900", "N=many"),
            List.of("N=99", "N=980", "N=9900", "N=many"));
  }

  private static Expectation value(String datum) {
    return new Expectation.All(List.of(new Aspect.ValueIs(datum)));
  }

  @Test
  void aReportThatCannotBeWrittenFailsTheEngine(@TempDir Path directory) throws IOException {
    toys.add("data/symbols/a", "a", "a", 3);
    Path file = Files.writeString(directory.resolve("file"), "");
    EngineExecutionResults results = run(Settings.REPORT, file.toString());
    results.testEvents().assertStatistics(stats -> stats.succeeded(1));
    assertThat(results.containerEvents().failed().count()).isEqualTo(1);
    assertThat(reports).hasSize(1);
  }

  @Test
  void aCaseOfAPrivateCorpusIsRunAgainWithIt() {
    toys.add("mine:data/symbols/a", "b", "a", 3);
    assertThat(failure(run(Settings.CORPUS, "my cases")).getMessage())
        .contains("./touchstone run --corpus 'my cases' --id mine:data/symbols/a");
  }

  @Test
  void aSubjectThatCannotBeStartedMakesItsCasesNotRunAndTheOthersGoOn() {
    toys.add("data/symbols/a", "a", "a", 3);
    EngineExecutionResults results = run(Settings.SUBJECTS, "nowhere,reference");
    results.testEvents().assertStatistics(stats -> stats.failed(1).succeeded(1));
    assertThat(failure(results).getMessage()).contains("not-run", "cannot start 'nowhere'");
    assertThat(reports.getFirst().subjects().getFirst().version()).isEqualTo("unknown");
  }

  @Test
  void aFaultOfTheRunnerCostsOneCase() {
    toys.add("data/symbols/a", "(fault)", "a", 3).add("data/symbols/b", "b", "b", 7);
    EngineExecutionResults results = run();
    results.testEvents().assertStatistics(stats -> stats.failed(1).succeeded(1));
    assertThat(failure(results)).hasRootCauseMessage("the subject's code is broken");
  }

  @Test
  void aBrokenCorpusFailsTheEngineWithAllMessages() {
    toys.problem("test-cases/a.yaml", 7, "unknown key").problem("test-cases/b.yaml", 2, "no id");
    EngineExecutionResults results =
        EngineTestKit.engine(new TouchstoneEngine(toys, reports::add))
            .selectors(selectClass(SuiteOfTests.class))
            .execute();
    assertThat(results.testEvents().succeeded().count()).isZero();
    assertThat(results.allEvents().failed().count()).isPositive();
    assertThat(reports).isEmpty();
  }

  @Test
  void theReportHasEveryResultById(@TempDir Path directory) {
    toys.add("numbers/small/two", "2", "2", 12).add("data/symbols/a", "b", "a", 3);
    run(Settings.REPORT, directory.resolve("site").toString());
    RunReport report = reports.getFirst();
    List<CaseReport> results = report.subjects().getFirst().results();
    assertThat(results)
        .extracting(CaseReport::id, CaseReport::verdict)
        .containsExactly(tuple("data/symbols/a", "fail"), tuple("numbers/small/two", "pass"));
    assertThat(results.get(1).rungs()).containsExactly("arith");
    assertThat(results.get(1).line()).isEqualTo(12);
    assertThat(report.clauses()).containsKey("TOY-1");
    assertThat(directory.resolve("site/results.json")).exists();
    assertThat(directory.resolve("site/index.html")).exists();
  }
}
