package dev.touchstone.conformance.corpus;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecLoaderTest {
  private static final String FILE = "spec/chapters/02-more.md:";

  @TempDir Path directory;
  private CorpusFixture corpus = new CorpusFixture(Path.of("target"));

  @BeforeEach
  void makeCorpus() {
    corpus = new CorpusFixture(directory);
  }

  private CorpusFixture chapter(String text) {
    return corpus.file("spec/chapters/02-more.md", text);
  }

  private TestCase example(String lines) {
    String info = "scheme case=it-is-so clause=BASE-1,MORE-1";
    chapter("**MORE-1.** A rule\nof *two* lines.\n\n```" + info + "\n" + lines + "```\n");
    return corpus.load().cases().getFirst();
  }

  @Test
  void readsClausesAndTombstones() {
    Corpus loaded = chapter("Text.\n\n**MORE-1.** A rule\nof *two* lines.\n").load();
    assertThat(loaded.clauses().keySet()).containsExactly("BASE-1", "BASE-2", "MORE-1");
    Clause clause = loaded.clauses().get("MORE-1");
    assertThat(clause)
        .isEqualTo(
            new Clause(
                "MORE-1",
                "more",
                "A rule\nof *two* lines.",
                false,
                new SourcePosition("spec/chapters/02-more.md", 3, 1)));
    assertThat(requireNonNull(loaded.clauses().get("BASE-2")).withdrawn()).isTrue();
  }

  @Test
  void anExampleIsACase() {
    TestCase c = example("(car '(a))\n; => a\n");
    assertThat(c.id()).isEqualTo("spec/more/it-is-so");
    assertThat(c.clauses()).containsExactly("BASE-1", "MORE-1");
    assertThat(c.requires()).isEqualTo(Set.of("pairs", "quote"));
    assertThat(((Program.Scheme) c.program()).main()).isEqualTo("(car '(a))\n");
    assertThat(aspects(c)).containsExactly(new Aspect.ValueIs("a"));
    assertThat(c.position()).hasToString(FILE + "4:1");
  }

  @Test
  void anExampleMayExpectSeveralThings() {
    assertThat(aspects(example("'a\n; => a\n; => b\n; output: \"x\\n\"\n")))
        .containsExactly(new Aspect.ValuesAre(List.of("a", "b")), new Aspect.OutputIs("x\n"));
    assertThat(aspects(example("'a\n; error: type, range\n")).toString()).contains("TYPE", "RANGE");
  }

  private static List<Aspect> aspects(TestCase c) {
    return ((Expectation.All) c.expect()).aspects();
  }

  @Test
  void aBlockWithoutAttributesAndExpectationIsAnIllustration() {
    assertThat(chapter("```scheme\n(anything at all\n```\n").load().cases()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "**BASE-1.** Again.~ | 1:1: the clause `BASE-1` is stated already, at"
            + " spec/chapters/01-base.md:3:1",
        "**BASE3.** Text.~ | 1:1: malformed clause id `BASE3.`: it is written **NAME-1.**",
        "**BASE-3** Text.~ | 1:1: malformed clause id `BASE-3`: it is written **NAME-1.**",
        "**BASE-3.**~ | 1:1: the clause `BASE-3` has no text",
        "```scheme case=a clause=BASE-1~'a~```~ | 1:1: this example says not what happens: `; =>`,"
            + " `; output:`, `; error:` or `; event:`",
        "```scheme~'a~; => a~```~ | 1:1: this example says what happens, but has no `case=`",
        "```scheme case=A clause=BASE-1~'a~; => a~```~ | 1:1: malformed or missing `case=`: words"
            + " of a-z and 0-9, joined by -",
        "```scheme case=a~'a~; => a~```~ | 1:1: missing `clause=`",
        "```scheme case=a clause=BASE-9~'a~; => a~```~ | 1:1: unknown clause `BASE-9`; did you mean"
            + " `BASE-1`?",
        "```scheme case=a clause=BASE-2~'a~; => a~```~ | 1:1: the clause `BASE-2` is withdrawn",
        "```scheme case=a clause=BASE-1 x=y~'a~; => a~```~ | 1:1: unknown attribute `x=y`; an"
            + " example is `scheme case=SLUG clause=ID,ID`",
        "```scheme case=a case=b clause=BASE-1~'a~; => a~```~ | 1:1: the attribute `case` stands"
            + " here twice",
        "```scheme case=a clause=BASE-1~'a~; => a b~```~ | 3:6: `a b` must be one datum, but is 2",
        "```scheme case=a clause=BASE-1~'a~; error: typ~```~ | 3:10: unknown error class `typ`; did"
            + " you mean `type`?",
        "```scheme case=a clause=BASE-1~'a~; output: x~```~ | 3:11: output is written as a string"
            + " literal",
        "```scheme case=a clause=BASE-1~'a~; => a~; error: type~```~ | 1:1: `=>` and `error:`"
            + " exclude another",
        "```scheme case=a clause=BASE-1~(list~  (kar 'a))~; => a~```~ | 3:4: unknown identifier"
            + " `kar`; did you mean `car`?",
      })
  void tellsWhatIsWrongAndWhere(String text, String mistake) {
    assertThat(chapter(text.replace('~', '\n')).mistakes()).containsExactly(FILE + mistake);
  }

  @Test
  void chaptersAreNamedByNumberAndWord() {
    corpus.file("spec/chapters/more.md", "Text.\n").file("spec/chapters/02-base.md", "Text.\n");
    assertThat(corpus.mistakes())
        .containsExactly(
            "spec/chapters/02-base.md:1:1: there is a chapter `base` already",
            "spec/chapters/more.md:1:1: a chapter's file is named `NN-name.md`");
  }
}
