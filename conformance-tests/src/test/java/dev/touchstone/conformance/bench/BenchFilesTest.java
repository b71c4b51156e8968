package dev.touchstone.conformance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.conformance.corpus.CorpusException;
import dev.touchstone.conformance.corpus.CorpusLoader;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.lint.FeatureScan;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BenchFilesTest {
  private static final Path RESOURCES = Path.of("src/main/resources/touchstone/bench");
  private static final Language LANGUAGE = CorpusLoader.load(List.of(), false).language();
  private static final List<String> FAMILIES =
      List.of(
          "tak",
          "fib",
          "cpstak",
          "ctak",
          "takl",
          "nqueens",
          "deriv",
          "destruc",
          "diviter",
          "browse",
          "primes",
          "puzzle",
          "mazefun",
          "nboyer",
          "sum",
          "fft",
          "string",
          "deep",
          "factorial",
          "sort",
          "read");

  @TempDir private Path directory = Path.of("");

  static Stream<BenchProgram> programs() {
    return BenchFiles.programs().stream();
  }

  @Test
  void everyFamilyIsThereAndEveryFileIsListed() throws IOException {
    assertThat(programs().map(BenchProgram::name)).containsExactlyElementsOf(FAMILIES);
    try (Stream<Path> files = Files.list(RESOURCES)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".scm"))
                  .map(name -> name.replace(".scm", "")))
          .containsExactlyInAnyOrderElementsOf(FAMILIES);
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void theFeaturesAreThoseThatTheProgramUses(BenchProgram program) {
    FeatureScan scan =
        FeatureScan.of(
            LANGUAGE.featuresOfIdentifiers(),
            List.of(DatumReader.readAll(Source.of(program.name(), program.text()))),
            Set.of());
    assertThat(scan.unknown()).isEmpty();
    Set<String> used = new TreeSet<>(scan.features().keySet());
    Set<String> followed =
        used.stream()
            .flatMap(id -> LANGUAGE.closure(List.of(id)).stream().filter(f -> !f.equals(id)))
            .collect(Collectors.toSet());
    used.removeAll(followed);
    assertThat(program.features()).containsExactlyElementsOf(used);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void noProgramNeedsAnOptionalChapter(BenchProgram program) {
    Set<String> allowed =
        LANGUAGE.rungs().stream()
            .takeWhile(rung -> !rung.id().equals("defmacro"))
            .flatMap(rung -> rung.features().stream())
            .collect(Collectors.toSet());
    assertThat(allowed).containsAll(LANGUAGE.closure(program.features()));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void programsAreShort(BenchProgram program) {
    assertThat(program.text().lines().count()).isLessThan(80);
    assertThat(program.title()).hasSizeLessThan(70);
  }

  @Test
  void theShippedParticipantsCanBeTold() {
    assertThat(BenchFiles.participants().stream().map(Participant::name))
        .doesNotHaveDuplicates()
        .contains("guile", "guile-nojit", "chez", "chicken", "gambit")
        .doesNotContain(Participant.REFERENCE);
    assertThat(BenchFiles.participants().stream().filter(p -> p.name().equals("guile-nojit")))
        .allSatisfy(p -> assertThat(p.environment()).containsEntry("GUILE_JIT_THRESHOLD", "-1"));
  }

  @Test
  void mistakesInAFileOfOnesOwnAreToldWithTheirPlace() throws IOException {
    Path file = Files.writeString(directory.resolve("own.yaml"), "participants:\n  - nam: x\n");
    assertThatThrownBy(() -> BenchFiles.participants(file))
        .isInstanceOfSatisfying(
            CorpusException.class,
            wrong ->
                assertThat(wrong.problems().toString())
                    .contains("own.yaml:2:5", "unknown key `nam`")
                    .contains("missing key `command`"));
  }

  @Test
  void aFileThatIsNotThereIsAMistakeToo() {
    assertThatThrownBy(() -> BenchFiles.participants(directory.resolve("none.yaml")))
        .isInstanceOf(CorpusException.class);
  }
}
