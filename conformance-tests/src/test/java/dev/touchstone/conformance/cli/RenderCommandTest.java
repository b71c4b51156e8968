package dev.touchstone.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.engine.setup.CaseFilter;
import dev.touchstone.conformance.engine.setup.Settings;
import dev.touchstone.conformance.engine.setup.StandardWorkshop;
import dev.touchstone.conformance.engine.setup.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenderCommandTest extends CommandLineFixture {
  private static final String CASE = "functions/definitions/body-may-call-a-later-procedure";

  /** The shipped corpus, read once. */
  private static final Workshop SHIPPED =
      new LoadedWorkshop(
          new StandardWorkshop(Optional.empty())
              .corpus(
                  new Settings(
                      List.of("reference"),
                      List.of(),
                      false,
                      CaseFilter.ALL,
                      1,
                      Optional.empty(),
                      1)),
          Map.of());

  @Override
  Workshop workshop() {
    return SHIPPED;
  }

  @Test
  void aCaseIsShownInTheWordsOfAnotherLisp() {
    assertThat(touchstone("render", CASE, "--dialect", "register-vm")).isZero();
    assertThat(out)
        .isEqualTo("(def first-of (l) (head l))\n(def head (l) (car l))\n(first-of '(a b))\n");
  }

  @Test
  void whatPrintsTheValueIsThereUnlessItIsNotWanted() throws IOException {
    Files.writeString(directory.resolve("p.scm"), "(+ 1 2)");
    assertThat(touchstone("render", "p.scm", "--dialect", "stack-vm")).isZero();
    assertThat(out).isEqualTo("(print (+ 1 2))\n");
    assertThat(touchstone("render", "p.scm", "--dialect", "stack-vm", "--bare")).isZero();
    assertThat(out).isEqualTo("(+ 1 2)\n");
  }

  @Test
  void eachProgramOfACaseThatVariesIsShown() {
    assertThat(touchstone("render", "tail-calls/arguments/arguments-rotate", "--dialect", "r5rs"))
        .isZero();
    assertThat(out.lines().filter(line -> line.startsWith("; N="))).hasSizeGreaterThan(1);
  }

  @Test
  void whatCannotBeExpressedEndsWithOneAndIsPointedAt() throws IOException {
    Files.writeString(directory.resolve("p.scm"), "(+ 1\n   (car x))");
    assertThat(touchstone("render", "p.scm", "--dialect", "stack-vm")).isEqualTo(1);
    assertThat(err).isEqualTo("p.scm:2:5: stack-vm has no `car`\n     (car x))\n      ^^^\n");
    assertThat(out).isEmpty();
  }

  @Test
  void aMapOfOnesOwnIsFoundByItsPathAndItsMistakesAreTold() throws IOException {
    Files.writeString(directory.resolve("p.scm"), "(car 1)");
    Files.writeString(directory.resolve("m.yaml"), "name: m\ntitle: M\nrename: { car: first }\n");
    assertThat(touchstone("render", "p.scm", "--dialect", "m.yaml")).isZero();
    assertThat(out).isEqualTo("(first 1)\n");
    Files.writeString(directory.resolve("m.yaml"), "name: m\ntitle: M\nrename: { cra: first }\n");
    assertThat(touchstone("render", "p.scm", "--dialect", "m.yaml")).isEqualTo(2);
    assertThat(err).startsWith("m.yaml:3:11: no standard name is `cra`; did you mean `car`?");
  }

  @Test
  void theMapsAreListed() {
    assertThat(touchstone("render", "--list")).isZero();
    assertThat(out).contains("r5rs ", "stack-vm ", "A minimal stack VM with do, print and %");
  }

  @Test
  void coverageCountsByRungAndTellsWhatKeepsCasesOut() {
    assertThat(touchstone("render", "--coverage", "stack-vm", "--chapter", "arith")).isZero();
    assertThat(out)
        .containsPattern("(?m)^arith +\\d+ +\\d+$")
        .containsPattern("(?m)^ +\\d+  stack-vm has no `define` \\(arith/");
  }

  @Test
  void wrongUseIsTold() {
    assertThat(touchstone("render")).isEqualTo(2);
    assertThat(err).contains("say one of: a case or file, --list, --coverage D.");
    assertThat(touchstone("render", CASE)).isEqualTo(2);
    assertThat(err).contains("--dialect is missing; there are [r5rs");
    assertThat(touchstone("render", CASE, "--dialect", "r7")).isEqualTo(2);
    assertThat(err).contains("no dialect map of that name");
    assertThat(touchstone("render", CASE + "x", "--dialect", "r5rs")).isEqualTo(3);
    assertThat(err).contains("did you mean '" + CASE + "'?");
  }
}
