package dev.touchstone.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.engine.ToyWorkshop;
import dev.touchstone.conformance.engine.setup.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GateCommandTest extends CommandLineFixture {
  private static final String[] GATE = {"gate", "reference", "--baseline", "b.yaml"};

  private final ToyWorkshop toys = new ToyWorkshop();

  @BeforeEach
  void writeABaseline() throws IOException {
    toys.add("numbers/small/two", "2", "2", 4)
        .add("numbers/small/one", "1", "1", 9)
        .add("data/symbols/a", "a", "a", 3)
        .add("data/symbols/b", "wrong", "b", 8);
    assertThat(gate("--update")).isZero();
    Files.writeString(file(), baseline().replace("reason: \"\"", "reason: it is wrong # really"));
  }

  private Path file() {
    return directory.resolve("b.yaml");
  }

  private String baseline() throws IOException {
    return Files.readString(file());
  }

  private int gate(String... more) {
    String[] arguments = new String[GATE.length + more.length];
    System.arraycopy(GATE, 0, arguments, 0, GATE.length);
    System.arraycopy(more, 0, arguments, GATE.length, more.length);
    return touchstone(arguments);
  }

  @Override
  Workshop workshop() {
    return toys;
  }

  @Test
  void whatTheBaselineSaysPasses() throws IOException {
    assertThat(gate()).isZero();
    assertThat(out)
        .isEqualTo("reference 1.0 against b.yaml\ntouchstone: gate passed: 4 cases as expected\n");
    String before = baseline();
    assertThat(gate("--update")).isZero();
    assertThat(baseline()).isEqualTo(before);
  }

  @Test
  void aNewFailureFails() {
    toys.remove("data/symbols/a").add("data/symbols/a", "a", "a", 3);
    assertThat(gate()).isZero();
    toys.wrongs.add("a");
    assertThat(gate()).isEqualTo(1);
    assertThat(out)
        .contains("  1 new failure:\n    data/symbols/a: fail (value)\n")
        .contains("  expected: value: a\n", "  actual:   value: not-a\n")
        .contains("  again: ./touchstone run --id data/symbols/a\n")
        .endsWith("touchstone: gate failed (4 cases): 1 new failure\n");
  }

  @Test
  void anUnexpectedPassFails() {
    toys.rights.add("wrong");
    assertThat(gate()).isEqualTo(1);
    assertThat(out).contains("1 unexpected pass:\n    data/symbols/b: [baseline: fail (value)]");
  }

  @Test
  void aMissingIdFailsUnlessItIsOutsideTheSelection() {
    toys.remove("numbers/small/two");
    assertThat(gate()).isEqualTo(1);
    assertThat(out).contains("1 missing id:\n    numbers/small/two\n");
    assertThat(gate("--chapter", "data")).isZero();
    assertThat(gate("--chapter", "numbers")).isEqualTo(1);
  }

  @Test
  void aRetiredIdIsToldUntilTheBaselineIsUpToDate() throws IOException {
    toys.retire("numbers/small/two").retire("data/symbols/b");
    assertThat(gate("--strict")).isZero();
    assertThat(out)
        .contains("  2 retired cases:\n    data/symbols/b\n    numbers/small/two\n")
        .endsWith("touchstone: gate passed: 2 cases as expected; 2 retired cases\n");
    assertThat(gate("--update")).isZero();
    assertThat(baseline()).doesNotContain("two:", "symbols/b");
    assertThat(gate()).isZero();
    assertThat(out).doesNotContain("retired");
  }

  @Test
  void aChangedKindFails() {
    toys.crashes.add("wrong");
    assertThat(gate()).isEqualTo(1);
    assertThat(out)
        .contains("1 changed kind of failure:\n    data/symbols/b: crash [baseline: fail (value)]");
  }

  @Test
  void aLostClaimFails() throws IOException {
    Files.writeString(file(), baseline().replace("subject: reference", "subject: lame"));
    assertThat(touchstone("gate", "lame", "--baseline", "b.yaml")).isEqualTo(1);
    assertThat(out).contains("2 cases that no longer apply:\n    numbers/small/one: lacks");
  }

  @Test
  void nothingSelectedAndNothingComparedEndWithThree() throws IOException {
    assertThat(gate("--chapter", "no-such")).isEqualTo(3);
    Files.writeString(
        file(), baseline().replaceAll("(?s)failures:.*", "failures: []\ncases: {}\n"));
    assertThat(gate()).isEqualTo(3);
    assertThat(err).contains("nothing was compared");
  }

  @Test
  void newAndChangedCasesFailUnderStrictAlone() {
    toys.add("data/symbols/c", "x", "y", 9)
        .remove("numbers/small/one")
        .add("numbers/small/one", "11", "1", 9);
    assertThat(gate()).isZero();
    assertThat(out)
        .contains("1 new case (--strict would fail):\n    data/symbols/c: fail (value)\n")
        .contains("1 changed case (--strict would fail):\n    numbers/small/one: fail (value)\n");
    assertThat(gate("--strict")).isEqualTo(1);
  }

  @Test
  void aRenamedCaseIsFollowedByEveryShard() throws IOException {
    toys.rename("data/symbols/b", "data/symbols/bee");
    for (int shard = 1; shard <= 4; shard++) {
      assertThat(gate("--shard", shard + "/4")).isIn(0, 3);
      assertThat(out).doesNotContain("missing");
    }
    assertThat(gate()).isZero();
    assertThat(out).contains("1 renamed case:\n    data/symbols/bee: was data/symbols/b\n");
    assertThat(gate("--update")).isZero();
    assertThat(baseline())
        .contains("  - id: data/symbols/bee\n", "reason: it is wrong # really")
        .doesNotContain("b:");
  }

  @Test
  void anUpdateOfASelectionLeavesTheRestAlone() throws IOException {
    toys.wrongs.add("a");
    toys.rights.add("wrong");
    toys.remove("numbers/small/two");
    assertThat(gate("--update", "--id", "data/symbols/a")).isZero();
    assertThat(out).contains("b.yaml: 4 cases, of which 2 do not pass", "1 entry without a reason");
    assertThat(baseline())
        .contains("id: data/symbols/a\n", "id: data/symbols/b\n", "# really", "    two: ");
  }

  @Test
  void anEntryWithoutAReasonIsToldEachTime() {
    toys.wrongs.add("a");
    gate("--update");
    assertThat(gate()).isZero();
    assertThat(out).contains("1 entry without a reason");
    assertThat(gate("--strict")).isEqualTo(1);
  }

  @Test
  void resultsOfARunBeforeAreJudgedAlike() {
    assertThat(touchstone("run", "--report", "site")).isEqualTo(1);
    assertThat(gate("--results", "site/results.json")).isZero();
    assertThat(touchstone("run", "--report", "part", "--chapter", "data")).isEqualTo(1);
    assertThat(gate("--results", "part/results.json")).isEqualTo(1);
    assertThat(out).contains("2 missing ids:\n    numbers/small/one\n    numbers/small/two\n");
    assertThat(gate("--results", "part/results.json", "--chapter", "data")).isZero();
    assertThat(gate("--results", "no.json")).isEqualTo(2);
  }

  @Test
  void whatIsNotTheSameEachTimeIsFlaky() throws IOException {
    toys.add("data/symbols/f", "(flaky)", "1", 20);
    assertThat(gate("--repeat", "3")).isEqualTo(1);
    assertThat(out).contains("1 flaky result:\n    data/symbols/f: pass, fail (value), pass\n");
    assertThat(gate("--repeat", "2", "--update")).isZero();
    assertThat(baseline()).contains("reason: \"\"\n    flaky: true\n");
    assertThat(gate("--repeat", "2")).isEqualTo(1);
    Files.writeString(file(), baseline().replace("reason: \"\"", "reason: a race"));
    assertThat(gate("--repeat", "2")).isZero();
    assertThat(gate()).isZero();
    assertThat(gate()).isZero();
    assertThat(gate("--repeat", "0")).isEqualTo(2);
  }

  @Test
  void whatIsWrongWithTheFileIsShownWithACaret() throws IOException {
    Files.writeString(file(), baseline().replace("verdict: fail", "verdict: fial"));
    assertThat(gate()).isEqualTo(2);
    assertThat(err)
        .contains("b.yaml:8:14: the verdict of an entry is one of")
        .contains("did you mean `fail`?\n      verdict: fial\n               ^\n")
        .contains("b.yaml has 1 mistake.");
    Files.delete(file());
    assertThat(gate()).isEqualTo(2);
    assertThat(err).contains("there is no baseline b.yaml; the option --update writes one.");
  }

  @Test
  void anotherSubjectOrOneThatCannotBeStartedIsNotJudged() {
    assertThat(touchstone("gate", "guile", "--baseline", "b.yaml")).isEqualTo(2);
    assertThat(err).contains("b.yaml is the baseline of 'reference', but the subject is 'guile'.");
    toys.add("data/symbols/z", "(not-started)", "z", 8);
    assertThat(gate()).isEqualTo(2);
    assertThat(err).contains("data/symbols/z was not run on reference: no such program");
  }

  @Test
  void aFailingGateFillsOneScreenAtMost() {
    IntStream.range(0, 40).forEach(i -> toys.add("data/many/n" + i, "v" + i, "v" + i, i + 1));
    gate("--update");
    IntStream.range(0, 40).forEach(i -> toys.wrongs.add("v" + i));
    toys.rights.add("wrong");
    assertThat(gate()).isEqualTo(1);
    assertThat(out.lines()).hasSize(24).allMatch(line -> line.length() <= 100);
    assertThat(out).contains("40 new failures, the first ").contains("1 unexpected pass:");
  }
}
