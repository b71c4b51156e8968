package dev.touchstone.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.conformance.corpus.Aspect;
import dev.touchstone.conformance.corpus.Expectation;
import dev.touchstone.conformance.engine.ToyWorkshop;
import dev.touchstone.conformance.engine.setup.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandLineTest extends CommandLineFixture {
  private ToyWorkshop toys = new ToyWorkshop();

  @BeforeEach
  void fillTheCorpus() {
    toys =
        new ToyWorkshop()
            .add("numbers/small/two", "2", "2", 4)
            .add("numbers/small/one", "1", "1", 9)
            .add("data/symbols/a", "a", "a", 3);
  }

  @Override
  Workshop workshop() {
    return toys;
  }

  @Test
  void aRunThatPassesEndsWithZeroAndTheClosingLine() {
    assertThat(touchstone("run")).isZero();
    assertThat(out).endsWith("touchstone: 3 passed, 0 failed, 0 skipped\n");
    assertThat(out).contains("report: touchstone-report/index.html", "numbers", "arith");
    assertThat(out + err).doesNotContain("\u001b");
    assertThat(directory.resolve("touchstone-report/results.json")).exists();
    assertThat(directory.resolve("touchstone-report/index.html")).exists();
  }

  @Test
  void aNameThatTheLanguageLacksIsWrongUse() {
    assertThat(touchstone("names", "nosuch")).isEqualTo(2);
    assertThat(err).contains("unknown name `nosuch`");
  }

  @Test
  void theFourVersionsAreToldAndStandInTheResults() throws IOException {
    assertThat(touchstone("--version")).isZero();
    assertThat(out.lines().map(line -> line.replaceFirst(" .*", "")))
        .containsExactly("touchstone", "corpus", "spec", "protocol");
    touchstone("run");
    JsonNode versions =
        new ObjectMapper()
            .readTree(directory.resolve("touchstone-report/results.json").toFile())
            .get("versions");
    assertThat(versions.properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder("corpus", "product", "protocol", "spec");
    assertThat(versions.get("corpus").asText()).isEqualTo("toy");
  }

  @Test
  void failuresEndWithOneAndAreListed() {
    toys.add("data/symbols/b", "wrong", "b", 8);
    assertThat(touchstone("run")).isEqualTo(1);
    assertThat(out)
        .contains("fail data/symbols/b", "(expected value: b; got value: wrong)")
        .endsWith("touchstone: 3 passed, 1 failed, 0 skipped\n");
  }

  @Test
  void moreFailuresThanAScreenAreCounted() {
    IntStream.range(0, 30).forEach(i -> toys.add("data/many/n" + i, "x", "y", i + 1));
    touchstone("run");
    assertThat(out).contains("... and 10 more: see report");
    assertThat(out.lines().filter(line -> line.startsWith("fail "))).hasSize(20);
  }

  @Test
  void aSkippedCaseIsNoFailure() {
    assertThat(touchstone("run", "--subject", "lame")).isZero();
    assertThat(out).endsWith("touchstone: 1 passed, 0 failed, 2 skipped\n");
  }

  @Test
  void aRunInWhichNothingAppliesEndsWithThree() {
    assertThat(touchstone("run", "--subject", "lame", "--rung", "arith")).isEqualTo(3);
    assertThat(err).contains("no case was run");
  }

  @Test
  void severalSubjectsStandSideBySide() {
    assertThat(touchstone("run", "--subject", "reference", "--subject", "lame")).isZero();
    assertThat(out).contains("reference 1.0", "lame 1.0", "touchstone: 4 passed, 0 failed, 2 skip");
  }

  @Test
  void whatWasNotRunForOneReasonIsToldInOneLine() {
    toys.add("data/symbols/y", "(not-started)", "y", 3);
    toys.add("data/symbols/z", "(not-started)", "z", 4);
    assertThat(touchstone("run")).isEqualTo(2);
    assertThat(out)
        .contains("not-run 2 cases [reference]: no such program")
        .doesNotContain("data/symbols/y", "data/symbols/z");
  }

  @Test
  void aSubjectThatCannotBeStartedEndsWithTwoButIsReported() {
    toys.add("data/symbols/z", "(not-started)", "z", 8);
    assertThat(touchstone("run")).isEqualTo(2);
    assertThat(out).contains("not-run data/symbols/z");
  }

  @Test
  void aReportThatCannotBeWrittenStillShowsTheResults() throws IOException {
    Files.writeString(directory.resolve("file"), "");
    assertThat(touchstone("run", "--report", "file")).isEqualTo(2);
    assertThat(out).contains("touchstone: 3 passed, 0 failed, 0 skipped");
    assertThat(err)
        .contains("the report could not be written", "is no directory")
        .doesNotContain("\tat ");
    assertThat(out).doesNotContain("report: ");
  }

  @Test
  void anUnknownSubjectIsNamedWithTheNearestAndAll() {
    assertThat(touchstone("run", "--subject", "giule")).isEqualTo(2);
    assertThat(err)
        .contains("there is no subject 'giule'; did you mean 'guile'?")
        .contains("Shipped: guile, lame, reference.");
    assertThat(touchstone("run", "--subject", "no/such.yaml")).isEqualTo(2);
    assertThat(err).contains("there is no subject file 'no/such.yaml'");
  }

  @Test
  void aSelectionOfNothingEndsWithThreeAndASuggestion() {
    assertThat(touchstone("run", "--chapter", "number")).isEqualTo(3);
    assertThat(err).contains("there is no chapter 'number'; did you mean 'numbers'?");
    assertThat(touchstone("run", "--feature", "integer")).isEqualTo(3);
    assertThat(err).contains("did you mean 'integers'?");
    assertThat(touchstone("list", "--rung", "bass")).isEqualTo(3);
    assertThat(err).contains("did you mean 'base'?");
    assertThat(touchstone("list", "--id", "numbers/smal")).isEqualTo(3);
    assertThat(err).contains("did you mean 'numbers/smal*'?");
    assertThat(touchstone("list", "--chapter", "data", "--rung", "arith")).isEqualTo(3);
    assertThat(err).contains("no case matches --chapter data --rung arith together");
  }

  @Test
  void wrongUseIsOneSentenceWithAHint() {
    assertThat(touchstone()).isEqualTo(2);
    assertThat(err).contains("a command is missing");
    assertThat(touchstone("rnu")).isEqualTo(2);
    assertThat(err).contains("there is no command 'rnu'; did you mean 'run'?");
    assertThat(touchstone("run", "--subjcet", "x")).isEqualTo(2);
    assertThat(err)
        .contains("there is no option '--subjcet'; did you mean '--subject'?")
        .contains("'./touchstone run --help'");
    assertThat(touchstone("run", "--jobs", "0")).isEqualTo(2);
    assertThat(touchstone("run", "--jobs", "many")).isEqualTo(2);
    assertThat(touchstone("run", "--corpus", "nowhere")).isEqualTo(2);
    assertThat(err).contains("--corpus nowhere");
    assertThat(err.lines()).hasSizeLessThan(4);
  }

  @Test
  void aBrokenCorpusEndsEveryCommandWithTwoAndAllProblems() {
    toys.problem("test-cases/a.yaml", 7, "unknown key").problem("test-cases/b.yaml", 2, "no id");
    for (String command : List.of("run", "list", "lint")) {
      assertThat(touchstone(command)).isEqualTo(2);
      assertThat(err)
          .contains("test-cases/a.yaml:7:3: unknown key\n", "test-cases/b.yaml:2:3: no id\n")
          .contains("the corpus has 2 problems");
    }
  }

  @Test
  void lintCountsWhatItRead() {
    assertThat(touchstone("lint")).isZero();
    assertThat(out).isEqualTo("3 cases in 2 files, 1 clauses, 3 features: no problem\n");
  }

  @Test
  void listPrintsIdsCountsOrJson() throws IOException {
    assertThat(touchstone("list")).isZero();
    assertThat(out).isEqualTo("data/symbols/a\nnumbers/small/one\nnumbers/small/two\n");
    touchstone("list", "--count", "--rung", "arith");
    assertThat(out).isEqualTo("2\n");
    touchstone("list", "--json", "--id", "*/two");
    JsonNode json = new ObjectMapper().readTree(out);
    assertThat(json.size()).isEqualTo(1);
    assertThat(json.get(0).get("id").asText()).isEqualTo("numbers/small/two");
    assertThat(json.get(0).get("line").asInt()).isEqualTo(4);
    assertThat(json.get(0).get("rung").asText()).isEqualTo("arith");
  }

  @Test
  void helpTeachesByExamples() {
    for (String command : List.of("run", "list", "lint", "new-case", "export")) {
      assertThat(touchstone(command, "--help")).isZero();
      assertThat(out).contains("Examples:", "./touchstone " + command);
    }
    assertThat(touchstone("--help")).isZero();
    assertThat(out).contains("Examples:", "Exit codes");
  }

  @Test
  void aTerminalGetsABarAndColours() {
    interactive = true;
    colours = true;
    toys.add("data/symbols/b", "wrong", "b", 8);
    touchstone("run");
    assertThat(err).contains("4/4");
    assertThat(out).contains("\u001b[31mfail\u001b[0m data/symbols/b");
    assertThat(out).doesNotContain("data                      ");
  }

  @Test
  void newCaseAppendsAValidStub() throws IOException {
    assertThat(touchstone("new-case", "toys/bricks/fit", "--into", "mine")).isZero();
    Path file = directory.resolve("mine/toys/bricks.yaml");
    assertThat(out).startsWith("mine/toys/bricks.yaml:3\n");
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            chapter: toys
            cases:
              - id: fit
                clauses: [TOY-1]
                program: |
                  (if #t 'yes 'no)
                expect: { value: "yes" }
            """);
    assertThat(touchstone("new-case", "toys/bricks/stack", "--into", "mine")).isZero();
    assertThat(out).startsWith("mine/toys/bricks.yaml:9\n");
    assertThat(Files.readString(file)).contains("\n\n  - id: stack\n    clauses");
  }

  @Test
  void newCaseRefusesWhatCannotBeACase() {
    assertThat(touchstone("new-case", "toys/Bricks", "--into", "mine")).isEqualTo(2);
    assertThat(err).contains("CHAPTER/FILE/SLUG");
    assertThat(touchstone("new-case", "toyz/bricks/fit", "--into", "mine")).isEqualTo(2);
    assertThat(err).contains("did you mean 'toys'?");
    assertThat(touchstone("new-case", "toys/bricks/fit", "--clause", "TOI-1", "--into", "mine"))
        .isEqualTo(2);
    assertThat(err).contains("did you mean 'TOY-1'?");
    assertThat(touchstone("new-case", "data/symbols/a", "--into", "mine")).isEqualTo(2);
    assertThat(err).contains("is taken");
    assertThat(directory.resolve("mine")).doesNotExist();
  }

  @Test
  void exportWritesPlainFiles() throws IOException {
    toys.add(
        "numbers/vary/n",
        "(f N)",
        new Expectation.By(
            "int-model",
            Map.of(
                "bignum",
                new Expectation.All(List.of(new Aspect.ValueIs("1"), new Aspect.OutputIs("x"))),
                "else",
                new Expectation.Unsupported())),
        5,
        Map.of("N", List.of("10", "20")));
    assertThat(touchstone("export", "out")).isZero();
    Path root = directory.resolve("out");
    assertThat(root.resolve("data/symbols/a/main.scm")).hasContent("a");
    assertThat(root.resolve("data/symbols/a/expected-value.txt")).hasContent("a\n");
    assertThat(root.resolve("numbers/vary/n@N=20/main.scm")).hasContent("(f 20)");
    ObjectMapper json = new ObjectMapper();
    JsonNode expected = json.readTree(root.resolve("numbers/vary/n@N=10/expected.json").toFile());
    assertThat(expected.at("/bignum/output").asText()).isEqualTo("x");
    JsonNode manifest = json.readTree(root.resolve("manifest.json").toFile());
    assertThat(manifest.get("cases").size()).isEqualTo(4);
    assertThat(manifest.at("/cases/3/runs/1/directory").asText()).isEqualTo("numbers/vary/n@N=20");
  }

  @Test
  void exportLeavesForeignDirectoriesAlone() throws IOException {
    Files.writeString(directory.resolve("precious.txt"), "");
    assertThat(touchstone("export", ".")).isEqualTo(2);
    assertThat(err).contains("is not empty");
  }
}
