package dev.touchstone.conformance.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.corpus.CorpusLoader;
import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.corpus.TestCase;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameIndexTest {
  private static final List<KnownName> NAMES = NameIndex.of(CorpusLoader.builtIn());

  private static KnownName name(String text) {
    return NAMES.stream().filter(each -> each.name().equals(text)).findFirst().orElseThrow();
  }

  @Test
  void aNameHasTheClausesThatSpeakOfItAndTheCasesThatShowThemWithIt() {
    KnownName memv = name("memv");
    assertThat(memv.library()).isEqualTo("(scheme base)");
    assertThat(memv.feature().id()).isEqualTo("list-library");
    assertThat(memv.clauses()).contains("LIST-7").doesNotContain("LIST-1");
    assertThat(memv.cases())
        .isNotEmpty()
        .allSatisfy(
            each -> {
              assertThat(each.clauses()).containsAnyElementsOf(memv.clauses());
              assertThat(((Program.Scheme) each.program()).main()).contains("memv");
            });
  }

  @Test
  void namesAreSortedByLibrary() {
    List<String> libraries = NAMES.stream().map(KnownName::library).toList();
    assertThat(libraries).isSorted();
    assertThat(libraries).contains("(scheme base)", "(scheme char)", "(scheme r5rs)");
  }

  @Test
  void aWrongProcedureIsDefinedBeforeTheFirstFormOrBehindTheImports() {
    TestCase script = name("memv").cases().getFirst();
    assertThat(main(WrongProcedure.in(script, "memv").orElseThrow()))
        .isEqualTo("(define memv (lambda arguments 'wrong)) " + main(script));
    TestCase program =
        CorpusLoader.builtIn().cases().stream()
            .filter(each -> each.program() instanceof Program.Scheme scheme && isImport(scheme))
            .findFirst()
            .orElseThrow();
    assertThat(main(WrongProcedure.in(program, "car").orElseThrow()))
        .startsWith("(import ")
        .contains("(define car (lambda arguments 'wrong))");
  }

  private static boolean isImport(Program.Scheme scheme) {
    return scheme.main().startsWith("(import ");
  }

  private static String main(TestCase testCase) {
    return ((Program.Scheme) testCase.program()).main();
  }
}
