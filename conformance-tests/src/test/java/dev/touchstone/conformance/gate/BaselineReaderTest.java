package dev.touchstone.conformance.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.conformance.corpus.CorpusException;
import dev.touchstone.reports.VerdictKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BaselineReaderTest {
  private static final String HEAD = "baseline: 1\ncorpus: 1.0\nsubject: toy\nversion: \"\"\n";
  private static final String CASES = "cases:\n  a/b:\n    one: 0123456789ab\n";

  private static Baseline read(String text) {
    return BaselineReader.read(
        "b.yaml", text.getBytes(StandardCharsets.UTF_8), Set.of("a/b/of-the-corpus"));
  }

  private static void refuses(String text, String... messages) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            CorpusException.class,
            wrong ->
                assertThat(wrong.problems().stream().map(Object::toString))
                    .containsExactly(messages));
  }

  private static String failures(String entries) {
    return HEAD + "failures:\n" + entries + CASES;
  }

  @Test
  void readsAllOfIt() {
    Baseline baseline =
        read(
            HEAD
                + """
                failures:
                  - id: a/b/one
                    verdict: fail
                    differs: [value, end]
                    reason: "because # of this"
                    link: https://example.org/1
                    flaky: true
                  - { id: a/b/of-the-corpus, verdict: crash, reason: "" }
                cases:
                  a/b:
                    one: 0123456789ab
                    two: 0123456789ac unsupported
                  mine:c/d:
                    three: 000000000000
                """);
    assertThat(baseline.subject()).isEqualTo("toy");
    assertThat(baseline.version()).isEmpty();
    Baseline.Entry entry = baseline.failure("a/b/one").orElseThrow();
    assertThat(entry.kind()).isEqualTo(new Kind(VerdictKind.FAIL, List.of("end", "value")));
    assertThat(entry.reason()).isEqualTo("because # of this");
    assertThat(entry.link()).isEqualTo("https://example.org/1");
    assertThat(entry.flaky()).isTrue();
    assertThat(entry.position().line()).isEqualTo(6);
    assertThat(baseline.known("a/b/two").orElseThrow().unsupported()).isTrue();
    assertThat(baseline.knows("mine:c/d/three")).isTrue();
    assertThat(baseline.knows("a/b/of-the-corpus")).isTrue();
    assertThat(baseline.knows("a/b/three")).isFalse();
  }

  @Test
  void tellsUnknownIdsWithASuggestion() {
    refuses(
        failures("  - { id: a/b/onne, verdict: fail, reason: x }\n"),
        "b.yaml:6:11: there is no case `a/b/onne`; did you mean `a/b/one`?");
  }

  @Test
  void tellsASecondEntry() {
    refuses(
        failures(
            """
              - { id: a/b/one, verdict: fail, reason: x }
              - { id: a/b/one, verdict: crash, reason: x }
            """),
        "b.yaml:7:11: a second entry for `a/b/one`; the first is in line 6");
  }

  @Test
  void tellsVerdictsAndAspectsThatAreNone() {
    refuses(
        failures("  - { id: a/b/one, verdict: fial, reason: x }\n"),
        "b.yaml:6:29: the verdict of an entry is one of crash, exhausted, fail, protocol-error,"
            + " timeout, but not `fial`; did you mean `fail`?");
    refuses(
        failures("  - { id: a/b/one, verdict: unsupported, reason: x }\n"),
        "b.yaml:6:29: the verdict of an entry is one of crash, exhausted, fail, protocol-error,"
            + " timeout, but not `unsupported`");
    refuses(
        failures("  - { id: a/b/one, verdict: fail, differs: [valeu], reason: x }\n"),
        "b.yaml:6:45: there is no aspect `valeu`; did you mean `value`?");
    refuses(
        failures("  - { id: a/b/one, verdict: crash, differs: value, reason: x }\n"),
        "b.yaml:6:45: `differs` belongs to the verdict `fail`");
  }

  @Test
  void tellsKeysThatAreMissingOrUnknown() {
    refuses(
        failures("  - { id: a/b/one, verdict: fail, raeson: x }\n"),
        "b.yaml:6:5: missing key `reason` in an entry",
        "b.yaml:6:35: unknown key `raeson` in an entry; did you mean `reason`?");
    refuses(HEAD + "failures: []\n", "b.yaml:1:1: missing key `cases` in a baseline");
    refuses(
        HEAD + "failures: []\ncases:\n  a/b:\n    one: 0123\n",
        "b.yaml:8:10: a case has a hash of 12 hexadecimal digits, after which `unsupported` may"
            + " stand; `--update` writes it");
  }

  @Test
  void tellsAnotherForm() {
    refuses(
        HEAD.replace("baseline: 1", "baseline: 2") + "failures: []\ncases: {}\n",
        "b.yaml:1:11: this version reads baselines of the form 1, not `2`");
  }
}
