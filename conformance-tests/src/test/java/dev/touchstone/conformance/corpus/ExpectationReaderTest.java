package dev.touchstone.conformance.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationReaderTest {
  @TempDir Path directory;
  private CorpusFixture corpus = new CorpusFixture(Path.of("target"));

  @BeforeEach
  void makeCorpus() {
    corpus = new CorpusFixture(directory);
    corpus.file(
        "spec/features.yaml",
        CorpusFixture.FEATURES.replace(
            "capabilities:",
            "  - { id: gc, title: G }\n  - { id: trace-events, title: T }\ncapabilities:"));
  }

  private Expectation expect(String yaml) {
    corpus.oneCase("program: \"'a\"\nexpect: " + yaml);
    return corpus.load().cases().getFirst().expect();
  }

  private List<Aspect> aspects(String yaml) {
    return ((Expectation.All) expect(yaml)).aspects();
  }

  @Test
  void readsEveryAspect() {
    assertThat(aspects("{ value: (a b), output: \"\" }"))
        .containsExactly(new Aspect.ValueIs("(a b)"), new Aspect.OutputIs(""));
    assertThat(aspects("{ values: [] }")).containsExactly(new Aspect.ValuesAre(List.of()));
    assertThat(aspects("{ near: { value: 1/3, ulps: 2 } }"))
        .containsExactly(new Aspect.Near("1/3", 2));
    assertThat(aspects("{ opaque: procedure }"))
        .containsExactly(new Aspect.OpaqueIs(Aspect.OpaqueKind.PROCEDURE));
    assertThat(aspects("{ unspecified: true }")).containsExactly(new Aspect.UnspecifiedValue());
    assertThat(aspects("{ error: { phase: run, class: [type, not-procedure] } }"))
        .containsExactly(
            new Aspect.ErrorIs(
                Set.of(Phase.RUN), Set.of(ErrorClass.TYPE, ErrorClass.NOT_PROCEDURE)));
    assertThat(aspects("{ exit: 3 }")).containsExactly(new Aspect.ExitIs(3));
    assertThat(aspects("{ exhausted: steps }")).containsExactly(new Aspect.ExhaustedIs("steps"));
    assertThat(aspects("{ eventually: \"#f\" }")).containsExactly(new Aspect.Eventually("#f"));
    assertThat(aspects("{ output-lines: [a, b] }"))
        .containsExactly(new Aspect.OutputLines(List.of("a", "b")));
    assertThat(aspects("{ output-lines: \"a\\nb\\n\" }"))
        .containsExactly(new Aspect.OutputLines(List.of("a", "b")));
    assertThat(aspects("{ events: { mode: exact, list: [call f] } }"))
        .containsExactly(new Aspect.Events("exact", List.of("call f")));
  }

  @Test
  void readsWholeExpectations() {
    assertThat(expect("{ observe: true }")).isEqualTo(new Expectation.Observe());
    assertThat(expect("{ one-of: [{ value: a }, { value: b }] }"))
        .isEqualTo(new Expectation.OneOf(List.of(value("a"), value("b"))));
    assertThat(
            expect(
                "{ by: int-model, bignum: { value: a }, checked(64): { value: b }, else:"
                    + " unsupported }"))
        .isEqualTo(
            new Expectation.By(
                "int-model",
                Map.of(
                    "bignum", value("a"),
                    "checked(64)", value("b"),
                    "else", new Expectation.Unsupported())));
    assertThat(
            expect(
                "{ by: int-model, bignum: { value: a }, checked: { value: b }, none: { value: c }"
                    + " }"))
        .isInstanceOf(Expectation.By.class);
  }

  private static Expectation value(String datum) {
    return new Expectation.All(List.of(new Aspect.ValueIs(datum)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{} | 6:9: nothing is expected",
        "a | 6:9: an expectation must be a map, but is a text",
        "unsupported | 6:9: `unsupported` stands below `by` only",
        "{ valu: a, value: a } | 6:11: unknown key `valu` in an expectation; did you mean `value`?",
        "{ value: a b } | 6:18: `a b` must be one datum, but is 2",
        "{ value: \"\" } | 6:19: `` must be one datum, but is 0",
        "{ value: a, error: { class: type } } | 6:28: `value` and `error` exclude another",
        "{ value: a, exit: 1 } | 6:27: `value` and `exit` exclude another",
        "{ output: a, output-lines: [a] } | 6:36: `output` and `output-lines` exclude another",
        "{ near: { value: a, ulps: 1 } } | 6:26: `a` must be a number",
        "{ near: { value: 1 } } | 6:17: missing key `ulps` in `near`",
        "{ opaque: prot } | 6:19: unknown opaque kind `prot`; did you mean `port`?",
        "{ unspecified: false } | 6:24: `unspecified` may only be `true`; leave it out otherwise",
        "{ error: { class: typ } } | 6:27: unknown error class `typ`; did you mean `type`?",
        "{ error: { phase: rum, class: type } } | 6:27: unknown phase `rum`; did you mean `run`?",
        "{ error: { phase: run } } | 6:18: missing key `class` in `error`",
        "{ exit: 256 } | 6:17: `exit` must be an integer from 0 to 255, but is `256`",
        "{ exhausted: step } | 6:22: unknown limit `step`; did you mean `steps`?",
        "{ space: { frame: constant } } | 6:20: unknown key `frame` in `space`; did you mean"
            + " `frames`?",
        "{ space: { frames: const } } | 6:28: unknown growth `const`",
        "{ space: {} } | 6:18: `space` names no counter",
        "{ events: { mode: exakt, list: [] } } | 6:27: unknown mode `exakt`; did you mean `exact`?",
        "{ events: { mode: exact } } | 6:19: missing key `list` in `events`",
        "{ one-of: [{ value: a }] } | 6:19: `one-of` needs at least two expectations",
        "{ one-of: [{ value: a }, { value: b }], value: a } | 6:19: `one-of` stands alone; nothing"
            + " may stand beside it",
        "{ observe: true, output: a } | 6:20: `observe` stands alone; nothing may stand beside it",
        "{ by: chekced, else: unsupported } | 6:15: unknown capability `chekced`; did you mean"
            + " `checked`?",
        "{ by: [a] } | 6:15: `by` must be a text, but is a list",
        "{ by: int-model, bignm: { value: a }, else: unsupported } | 6:26: `bignm` is no answer to"
            + " `int-model`; did you mean `bignum`?",
        "{ by: int-model, bignum(3): { value: a }, else: unsupported } | 6:26: `bignum(3)` is no"
            + " answer to `int-model`; did you mean `bignum`?",
        "{ by: int-model, checked(bits): { value: a }, else: unsupported } | 6:26: `checked(bits)`"
            + " is no answer to `int-model`",
        "{ by: int-model, bignum: { value: a }, checked(64): { value: a } } | 6:15: nothing is said"
            + " for `checked(bits)`, `none`; add it, or `else`",
        "{ by: checked, else: { by: checked, nay: unsupported, else: unsupported } } | 6:45: `nay`"
            + " is no answer to `checked`",
      })
  void tellsWhatIsWrongAndWhere(String yaml, String mistake) {
    corpus.oneCase("program: \"'a\"\nexpect: " + yaml);
    assertThat(corpus.mistakes())
        .containsExactly(
            ("test-cases/base/one.yaml:" + mistake)
                .replaceFirst(
                    "yaml:6:(\\d+)",
                    "yaml:6:" + (Integer.parseInt(mistake.replaceAll("6:(\\d+).*", "$1")) + 4)));
  }
}
