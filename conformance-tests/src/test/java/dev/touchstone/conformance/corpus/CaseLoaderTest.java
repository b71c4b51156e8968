package dev.touchstone.conformance.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseLoaderTest {
  private static final String ONE = "test-cases/base/one.yaml:";

  @TempDir Path directory;
  private CorpusFixture corpus = new CorpusFixture(Path.of("target"));

  @BeforeEach
  void makeCorpus() {
    corpus = new CorpusFixture(directory);
  }

  private TestCase only(String lines) {
    return corpus.oneCase(lines).load().cases().getFirst();
  }

  @Test
  void readsEveryKeyOfACase() {
    TestCase c =
        only(
            """
            requires: [integers, pairs, proper-tail-calls]
            essential: [space]
            vary: { N: [10, 20] }
            main: |
              (car (list N 'x))
            files: { lib/one.txt: some text }
            input: "in\\n"
            args: [-v, x]
            fixtures: { data.txt: content }
            limits: { time: 5s, steps: 100, output: 200 }
            text: exact
            expect: { value: "10", space: { frames: constant, stack: linear } }
            was: [old/file/slug]
            note: Why.
            """);
    assertThat(c.id()).isEqualTo("base/one/a");
    assertThat(c.chapter() + c.file() + c.slug()).isEqualTo("baseonea");
    assertThat(c.clauses()).containsExactly("BASE-1");
    assertThat(c.requires()).containsExactly("integers", "pairs", "proper-tail-calls", "quote");
    assertThat(c.essential()).containsExactly("space");
    assertThat(c.vary()).containsEntry("N", List.of("10", "20"));
    Program.Scheme program = (Program.Scheme) c.program();
    assertThat(program.main()).isEqualTo("(car (list N 'x))\n");
    assertThat(program.files()).containsEntry("lib/one.txt", "some text");
    assertThat(c.input()).contains("in\n");
    assertThat(c.args()).containsExactly("-v", "x");
    assertThat(c.fixtures()).containsEntry("data.txt", "content");
    assertThat(c.limits().time()).contains(Duration.ofSeconds(5));
    assertThat(c.limits().steps()).hasValue(100);
    assertThat(c.limits().output()).hasValue(200);
    assertThat(c.exactText()).isTrue();
    assertThat(c.was()).containsExactly("old/file/slug");
    assertThat(c.note()).isEqualTo("Why.");
    assertThat(c.position()).hasToString(ONE + "3:5");
  }

  @Test
  void generatesAProgramOfPieces() {
    TestCase c =
        only(
            "generate: [\"'\", { repeat: \"(\", times: 3 }, { repeat: \")\", times: 3 }]\n"
                + "expect: { value: ((())) }");
    assertThat(((Program.Scheme) c.program()).main()).isEqualTo("'((()))");
  }

  @Test
  void readsAssembly() {
    corpus.file(
        "spec/features.yaml",
        CorpusFixture.FEATURES.replace(
            "capabilities:",
            "  - { id: bytecode, title: B }\n  - { id: trace-steps, title: T }\ncapabilities:"));
    TestCase c = only("assembly: (code)\nexpect: { steps: [a, b] }");
    assertThat(c.program()).isEqualTo(new Program.Assembly("(code)"));
    assertThat(c.requires()).containsExactly("bytecode");
    assertThat(only("essential: [steps]\nassembly: (code)\nexpect: { steps: [a, b] }").requires())
        .containsExactly("bytecode", "trace-steps");
  }

  /** What stands below the fourth line of a case, where {@code ~} ends a line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "expect: { value: a } | 3:5: missing program: one of `program`, `main`, `assembly`,"
            + " `generate`",
        "program: \"'a\" | 3:5: missing key `expect` in a case",
        "program: \"'a\"~main: \"'a\"~expect: { value: a } | 6:11: `program` and `main` exclude"
            + " another",
        "program: \"'a\"~files: { a.scm: \"1\" }~expect: { value: a } | 6:12: `files` stand beside"
            + " `main` only, not `program`",
        "main: \"'a\"~files: { ../a.scm: \"'b\" }~expect: { value: a } | 6:14: `../a.scm` must be a"
            + " relative path that stays inside",
        "main: \"'a\"~files: { /a: \"'b\" }~expect: { value: a } | 6:14: `/a` must be a relative"
            + " path that stays inside",
        "program: \"'a\"~fixtures: { main.scm: \"'b\" }~expect: { value: a } | 6:17: `main.scm` is"
            + " a name that the runner uses",
        "program: \"'a\"~expct: { value: a }~expect: { value: a } | 6:5: unknown key `expct` in a"
            + " case; did you mean `expect`?",
        "program: \"'a\"~requires: [quot]~expect: { value: a } | 6:15: `requires` of `a` lacks"
            + " `quote`, used in line 5&6:16: unknown feature `quot`; did you mean `quote`?",
        "program: \"'a\"~essential: [valeu]~expect: { value: a } | 6:17: unknown aspect `valeu`;"
            + " did you mean `value`?",
        "program: \"'a\"~essential: [output]~expect: { value: a } | 6:17: `output` is essential,"
            + " but not expected",
        "program: \"'a\"~limits: { time: 5 }~expect: { value: a } | 6:21: `5` is no time: a"
            + " positive number and `ms`, `s` or `m`",
        "program: \"'a\"~limits: { time: 0s }~expect: { value: a } | 6:21: `0s` is no time: a"
            + " positive number and `ms`, `s` or `m`",
        "program: \"'a\"~limits: { steps: 0 }~expect: { value: a } | 6:22: `steps` must be an"
            + " integer at least 1, but is `0`",
        "program: \"'a\"~limits: { step: 1 }~expect: { value: a } | 6:15: unknown key `step` in"
            + " `limits`; did you mean `steps`?",
        "program: \"'a\"~text: any~expect: { value: a } | 6:11: `text` may only be `exact`; leave"
            + " it out otherwise",
        "program: \"'a\"~was: [a/b]~expect: { value: a } | 6:11: malformed id `a/b`:"
            + " `directory/file/slug`",
        "program: \"'a\"~vary: { N: [1] }~expect: { value: a } | 6:11: the symbol `N` does not"
            + " occur in the program",
        "program: \"'N\"~vary: { N: [] }~expect: { value: a } | 6:11: `vary` gives no value",
        "program: \"'N\"~vary: { N: [1, 1] }~expect: { value: a } | 6:20: the value `1` stands here"
            + " twice",
        "program: \"'N\"~vary: { N: [1 2] }~expect: { value: a } | 6:17: `1 2` must be one datum,"
            + " but is 2",
        "program: \"'N\"~vary: { N: [1], M: [2] }~expect: { value: a } | 6:11: `vary` names exactly"
            + " one symbol",
        "program: \"'a\"~expect: { space: { frames: constant } } | 6:13: `space` is a claim about"
            + " growth and needs `vary` with two values",
        "program: \"'a\"~expect: { steps: [a] } | 6:13: `steps` is for cases in `assembly`",
        "generate: [{ repeat: a }]~expect: { value: a } | 5:16: missing key `times` in a piece",
        "generate: [{ repeat: a, times: 0 }]~expect: { value: a } | 5:36: `times` must be an"
            + " integer from 1 to 2147483647, but is `0`",
        "generate: [[a]]~expect: { value: a } | 5:16: a piece must be a text or a map, but is a"
            + " list",
        "generate: [{ repeat: aaa, times: 2000000000 }]~expect: { value: a } | 5:15: the program"
            + " has more than 67108864 characters",
        "program: \"(car\"~expect: { value: a } | 5:15: the program is not readable: MESSAGE",
        "program: \"(frob 'a)\"~expect: { value: a } | 5:16: unknown identifier `frob`",
        "program: \"(consq 'a 'b)\"~expect: { value: a } | 5:16: unknown identifier `consq`; did"
            + " you mean `cons`?",
        "program: \"(car '(a))\"~requires: [quote]~expect: { value: a } | 6:15: `requires` of `a`"
            + " lacks `pairs`, used in line 5",
        "program: \"'a\"~requires: [if]~expect: { value: a } | 6:15: `requires` of `a` has"
            + " `booleans`, which is not used&6:15: `requires` of `a` has `if`, which is not"
            + " used&6:15: `requires` of `a` lacks `quote`, used in line 5",
        "program: \"#(1)\"~expect: { value: a } | 5:15: this uses `vectors`, a feature that is not"
            + " listed",
      })
  void tellsWhatIsWrongAndWhere(String lines, String mistakes) {
    List<String> expected = List.of(mistakes.split("&", -1)).stream().map(m -> ONE + m).toList();
    List<String> actual =
        corpus.oneCase(lines.replace('~', '\n')).mistakes().stream()
            .map(m -> m.replaceFirst("not readable: .*", "not readable: MESSAGE"))
            .toList();
    assertThat(actual).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ cases: [] } | 1:1: missing key `chapter` in a file of cases",
        "{ chapter: base } | 1:1: missing key `cases` in a file of cases",
        "{ chapter: bas, cases: [] } | 1:12: unknown chapter `bas`; did you mean `base`?",
        "{ chapter: base, requires: [pair], cases: [] } | 1:29: unknown feature `pair`; did you"
            + " mean `pairs`?",
        "{ chapter: base, cases: [{ id: A_b, clauses: [BASE-1], program: \"'a\", expect: { value: a"
            + " } }] } | 1:32: malformed id `A_b`: words of a-z and 0-9, joined by -, that name the"
            + " claim",
        "{ chapter: base, cases: [{ clauses: [BASE-1], program: \"'a\", expect: { value: a } }] } |"
            + " 1:26: missing key `id` in a case",
        "{ chapter: base, cases: [{ id: a, program: \"'a\", expect: { value: a } }] } | 1:26:"
            + " missing key `clauses` in a case",
        "{ chapter: base, cases: [{ id: a, clauses: [], program: \"'a\", expect: { value: a } }] }"
            + " | 1:44: a case names at least one clause",
        "{ chapter: base, cases: [{ id: a, clauses: [BASE-11], program: \"'a\", expect: { value: a"
            + " } }] } | 1:45: unknown clause `BASE-11`; did you mean `BASE-1`?",
        "{ chapter: base, cases: [{ id: a, clauses: [BASE-2], program: \"'a\", expect: { value: a }"
            + " }] } | 1:45: the clause `BASE-2` is withdrawn",
      })
  void tellsWhatIsWrongWithAFile(String file, String mistake) {
    corpus.file("test-cases/base/one.yaml", file);
    assertThat(corpus.mistakes()).containsExactly(ONE + mistake);
  }

  @Test
  void aCaseThatExpectsAReadErrorNeedNotBeReadable() {
    TestCase c = only("program: \"(car\"\nexpect: { error: { phase: read, class: syntax } }");
    assertThat(c.requires()).isEmpty();
  }

  @Test
  void aCaseThatExpectsUnboundMayUseAnyName() {
    TestCase c = only("program: \"(frob 'a)\"\nexpect: { error: { class: unbound } }");
    assertThat(c.requires()).containsExactly("quote");
  }

  @Test
  void theFilesFeaturesAndACasesOwnAddUp() {
    corpus.file(
        "test-cases/base/one.yaml",
        """
        chapter: base
        requires: [quote]
        cases:
          - { id: a, clauses: [BASE-1], program: "'a", expect: { value: a } }
          - id: b
            clauses: [BASE-1]
            requires: [if]
            program: "(if #t 'a 'b)"
            expect: { value: a }
          - { id: c, clauses: [BASE-1], program: "(if #t 'a 'b)", expect: { value: a } }
        """);
    assertThat(corpus.mistakes())
        .containsExactly(
            ONE + "2:11: `requires` of `c` lacks `booleans`, used in line 10",
            ONE + "2:11: `requires` of `c` lacks `if`, used in line 10");
  }

  @Test
  void aProgramMayBeNestedAMillionDeep() {
    TestCase c =
        only(
            "generate: [{ repeat: \"(car \", times: 1000000 }, \"'a\", { repeat: \")\", times:"
                + " 1000000 }]\n"
                + "expect: { error: { class: type } }");
    assertThat(c.requires()).containsExactly("pairs", "quote");
  }
}
