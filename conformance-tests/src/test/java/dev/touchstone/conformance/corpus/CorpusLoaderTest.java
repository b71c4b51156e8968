package dev.touchstone.conformance.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusLoaderTest {
  private static final String CASE =
      "{ chapter: base, cases: [{ id: ID, clauses: [BASE-1], program: \"'a\", expect: { value: a }"
          + " }] }\n";

  @TempDir Path directory;
  private CorpusFixture corpus = new CorpusFixture(Path.of("target"));

  @BeforeEach
  void makeCorpus() {
    corpus = new CorpusFixture(directory.resolve("home"));
  }

  private static String oneCase(String id) {
    return CASE.replace("ID", id);
  }

  private Path mine() {
    return directory.resolve("mine");
  }

  private void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void theShippedCorpusIsRight() {
    Corpus shipped = CorpusLoader.builtIn();
    assertThat(shipped.cases()).hasSizeGreaterThanOrEqualTo(150);
    assertThat(shipped.cases()).isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()));
    assertThat(shipped.version()).matches("\\d+\\.\\d+\\.\\d+");
  }

  @Test
  void aDirectoryIsAPrivateCorpus() throws IOException {
    corpus.file("test-cases/base/one.yaml", oneCase("ours"));
    write(mine().resolve("base/one.yaml"), oneCase("theirs"));
    write(mine().resolve("corpus.yaml"), "version: 7\n");
    Corpus both = corpus.load(List.of(mine()), false);
    assertThat(both.cases())
        .extracting(TestCase::id)
        .containsExactly("base/one/ours", "mine:base/one/theirs");
    assertThat(both.version()).isEqualTo("1.2.3 + mine 7");
    assertThat(both.cases().getLast().chapter()).isEqualTo("mine:base");
    Corpus only = corpus.load(List.of(mine()), true);
    assertThat(only.cases()).extracting(TestCase::id).containsExactly("mine:base/one/theirs");
    assertThat(only.version()).isEqualTo("mine 7");
  }

  @Test
  void aPrivateCorpusMayBringItsOwnSpec() throws IOException {
    write(
        mine().resolve("spec/chapters/01-own.md"),
        "**OWN-1.** A rule.\n\n```scheme case=ex clause=OWN-1\n(frob 'a)\n; => a\n```\n");
    write(
        mine().resolve("spec/features.yaml"),
        "features: [{ id: frob, title: F, clauses: [OWN-1], identifiers: [frob] }]\n");
    Corpus both = corpus.load(List.of(mine()), false);
    assertThat(both.cases()).extracting(TestCase::id).containsExactly("mine:spec/own/ex");
    assertThat(both.cases().getFirst().requires()).containsExactly("frob", "quote");
  }

  @Test
  void aJarIsAPrivateCorpus() throws IOException {
    Path jar = directory.resolve("packed.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("base/one.yaml"));
      zip.write(oneCase("in-a-jar").getBytes(StandardCharsets.UTF_8));
    }
    assertThat(corpus.load(List.of(jar), false).cases())
        .extracting(TestCase::id)
        .containsExactly("packed:base/one/in-a-jar");
  }

  @Test
  void refusesWhatIsNoCorpus() throws IOException {
    Path text = directory.resolve("text.jar");
    Files.writeString(text, "no zip");
    Path none = directory.resolve("none");
    write(mine().resolve("a/b.yaml"), oneCase("a"));
    Path other = directory.resolve("other/mine");
    Files.createDirectories(other);
    Path odd = directory.resolve("odd name");
    Files.createDirectories(odd);
    assertThat(corpus.mistakes(List.of(text, none, mine(), other, odd)))
        .containsExactlyInAnyOrder(
            none + ":1:1: no such directory or jar",
            odd + ":1:1: `odd name` cannot be the name of a corpus: letters, digits, . _ -",
            other + ":1:1: there is a corpus `mine` already",
            text
                + ":1:1: not readable as a jar: java.util.zip.ZipException: zip END header not"
                + " found");
  }

  @Test
  void refusesFilesInTheWrongPlace() {
    corpus
        .file("test-cases/one.yaml", oneCase("a"))
        .file("test-cases/base/One.yaml", oneCase("a"))
        .file("test-cases/base/two.yml", oneCase("a"))
        .file("test-cases/base/deep/one.yaml", oneCase("a"))
        .file("test-cases/spec/one.yaml", oneCase("a"));
    String wrong =
        ":1:1: a file of cases is named `directory/file.yaml`, in words of a-z and 0-9 joined by"
            + " -";
    assertThat(corpus.mistakes())
        .containsExactly(
            "test-cases/base/One.yaml" + wrong,
            "test-cases/base/deep/one.yaml" + wrong,
            "test-cases/base/two.yml" + wrong,
            "test-cases/one.yaml" + wrong,
            "test-cases/spec/one.yaml" + wrong);
  }

  @Test
  void aCheckoutWithoutItsFilesIsToldSo() throws IOException {
    Files.delete(corpus.home().resolve("spec/features.yaml"));
    Files.delete(corpus.home().resolve("test-cases/corpus.yaml"));
    assertThat(corpus.mistakes())
        .containsExactly(
            "spec/features.yaml:1:1: the file is missing",
            "test-cases/corpus.yaml:1:1: the file is missing");
  }

  @Test
  void noIdIsUsedTwice() {
    corpus
        .file("test-cases/retired.txt", "# the dead\nbase/one/dead # why\nbase/one/dead\nodd\n")
        .file(
            "test-cases/base/one.yaml",
            """
            chapter: base
            cases:
              - { id: a, clauses: [BASE-1], program: "'a", expect: { value: a } }
              - { id: a, clauses: [BASE-1], program: "'a", expect: { value: a } }
              - { id: dead, clauses: [BASE-1], program: "'a", expect: { value: a } }
              - id: b
                clauses: [BASE-1]
                program: "'a"
                expect: { value: a }
                was: [base/one/a, base/one/old, base/one/dead]
              - id: c
                clauses: [BASE-1]
                program: "'a"
                expect: { value: a }
                was: [base/one/old]
            """);
    String one = "test-cases/base/one.yaml:";
    assertThat(corpus.mistakes())
        .containsExactly(
            one + "4:5: the id `base/one/a` is used already, at " + one + "3:5",
            one
                + "5:5: the id `base/one/dead` is retired, at test-cases/retired.txt:2:1; choose"
                + " another",
            one + "6:5: `was` names `base/one/a`, but that id is used, at " + one + "3:5",
            one + "6:5: `was` names `base/one/dead`, but that id is used, at " + one + "5:5",
            one + "6:5: `was` names `base/one/dead`, which is also in retired.txt",
            one + "11:5: `was` names `base/one/old`, as another case does, at " + one + "6:5",
            "test-cases/retired.txt:3:1: the id `base/one/dead` stands here twice",
            "test-cases/retired.txt:4:1: malformed id `odd`: `directory/file/slug`");
  }

  @Test
  void retiredIdsAreKnownWithTheReasonLeftOut() throws IOException {
    corpus.file("test-cases/retired.txt", "# why\nbase/one/dead  it claimed # nothing\n");
    write(mine().resolve("retired.txt"), "base/one/gone\n");
    assertThat(corpus.load(List.of(mine()), false).retired())
        .containsExactlyInAnyOrder("base/one/dead", "mine:base/one/gone");
  }

  @Test
  void allMistakesOfAllFilesAreToldAtOnce() {
    corpus
        .file("spec/features.yaml", CorpusFixture.FEATURES + "rings: []\n")
        .file("spec/chapters/02-more.md", "**BASE-1.** Again.\n")
        .file("test-cases/base/one.yaml", "chapter: bass\ncases:\n  - id: a\n    note:\n")
        .file("test-cases/base/two.yaml", "chapter: [base\n")
        .file("test-cases/corpus.yaml", "versoin: 1\n");
    assertThat(corpus.mistakes())
        .containsExactly(
            "spec/chapters/02-more.md:1:1: the clause `BASE-1` is stated already, at"
                + " spec/chapters/01-base.md:3:1",
            "spec/features.yaml:17:1: unknown key `rings` in features.yaml; did you mean `rungs`?",
            "test-cases/base/one.yaml:1:10: unknown chapter `bass`; did you mean `base`?",
            "test-cases/base/one.yaml:3:5: missing key `clauses` in a case",
            "test-cases/base/one.yaml:3:5: missing key `expect` in a case",
            "test-cases/base/one.yaml:3:5: missing program: one of `program`, `main`, `assembly`,"
                + " `generate`",
            "test-cases/base/one.yaml:4:10: `note` is empty; an empty text is written \"\"",
            "test-cases/base/two.yaml:2:1: malformed YAML: expected ',' or ']', but got <stream"
                + " end>",
            "test-cases/corpus.yaml:1:1: missing key `version` in corpus.yaml",
            "test-cases/corpus.yaml:1:1: unknown key `versoin` in corpus.yaml; did you mean"
                + " `version`?");
  }
}
