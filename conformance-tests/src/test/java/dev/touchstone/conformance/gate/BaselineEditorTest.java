package dev.touchstone.conformance.gate;

import static dev.touchstone.conformance.gate.Cases.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.conformance.corpus.CorpusException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BaselineEditorTest {
  private static final String TEXT =
      """
      # Top.
      baseline: 1
      corpus: 1.0.0       # of this week
      subject: toy
      version: "2"

      failures:
        # Cycles.
        - id: a/b/cycle   # for ever
          verdict: timeout
          reason: >
            it never
            ends
          link: https://example.org/9

        # Numbers.
        - id: a/b/wrong
          differs: [value]   # by one
          verdict: fail
          reason: 'off by one'
        # The end of the list.

      cases:
        a/b:
          cycle: 111111111111
          # not before 2.0
          right: 111111111111   # easy
          wrong: 111111111111

        # the rest
        c/d:
          other: 111111111111
      # Bottom.
      """;

  private static Baseline read(String text) {
    return BaselineReader.read(
        "b.yaml", text.getBytes(StandardCharsets.UTF_8), new TreeSet<>(Set.of("a/b/moved")));
  }

  private static String update(String text, List<String> lost, Seen... cases) {
    Baseline old = read(text);
    BaselineUpdate update = BaselineUpdate.of(old, List.of(cases), lost::contains);
    String edited = BaselineEditor.edit("b.yaml", text, old, update);
    assertThat(BaselineEditor.says(read(edited), update)).isTrue();
    return edited;
  }

  @Test
  void whatIsAsItWasIsNotTouched() {
    assertThat(
            update(
                TEXT,
                List.of(),
                seen("a/b/cycle", "timeout"),
                seen("a/b/wrong", "fail value"),
                seen("a/b/right", "pass")))
        .isEqualTo(TEXT);
    assertThat(update(TEXT.replace("\n", "\r\n"), List.of(), seen("a/b/right", "pass")))
        .isEqualTo(TEXT.replace("\n", "\r\n"));
  }

  @Test
  void anEntryThatPassesGoesAndEveryCommentBesideItStays() {
    assertThat(update(TEXT, List.of(), seen("a/b/cycle", "pass")))
        .isEqualTo(TEXT.replaceFirst("(?s)  - id: a/b/cycle.*example.org/9\n", ""));
    assertThat(update(TEXT, List.of(), seen("a/b/wrong", "pass")))
        .isEqualTo(TEXT.replaceFirst("(?s)  - id: a/b/wrong.*off by one'\n", ""));
  }

  @Test
  void aChangedKindChangesTwoValuesAlone() {
    assertThat(update(TEXT, List.of(), seen("a/b/wrong", "fail output")))
        .isEqualTo(TEXT.replace("[value]   # by one", "[output]   # by one"));
    assertThat(update(TEXT, List.of(), seen("a/b/wrong", "crash")))
        .isEqualTo(
            TEXT.replace("    differs: [value]   # by one\n", "")
                .replace("verdict: fail", "verdict: crash"));
    assertThat(update(TEXT, List.of(), seen("a/b/cycle", "fail value")))
        .isEqualTo(
            TEXT.replace("    verdict: timeout\n", "    verdict: fail\n    differs: [value]\n"));
  }

  @Test
  void aNewFailureStandsInOrderWithoutAReason() {
    assertThat(update(TEXT, List.of(), seen("a/b/right", "fail value")))
        .isEqualTo(
            TEXT.replace(
                "  # Numbers.\n",
                """
                  - id: a/b/right
                    verdict: fail
                    differs: [value]
                    reason: ""
                  # Numbers.
                """));
    assertThat(update(TEXT, List.of(), seen("c/d/other", "crash")))
        .isEqualTo(
            TEXT.replace(
                "  # The end",
                "  - id: c/d/other\n    verdict: crash\n    reason: \"\"\n  # The end"));
  }

  @Test
  void theListOfCasesChangesLineByLine() {
    assertThat(update(TEXT, List.of(), seen("a/b/right", '2', List.of(), "unsupported")))
        .isEqualTo(TEXT.replace("right: 111111111111 ", "right: 222222222222 unsupported "));
    assertThat(update(TEXT, List.of(), seen("a/b/more", "pass")))
        .isEqualTo(TEXT.replace("    # not before", "    more: 111111111111\n    # not before"));
    assertThat(update(TEXT, List.of(), seen("a/c/x", "pass"), seen("d/e/y", "pass")))
        .isEqualTo(
            TEXT.replace("  # the rest", "  a/c:\n    x: 111111111111\n  # the rest")
                .replace("# Bottom", "  d/e:\n    y: 111111111111\n# Bottom"));
    assertThat(update(TEXT, List.of("c/d/other"), seen("a/b/right", "pass")))
        .isEqualTo(TEXT.replace("  c/d:\n    other: 111111111111\n", ""));
  }

  @Test
  void aRenamedCaseTakesItsEntryAlong() {
    String moved = update(TEXT, List.of(), seen("a/b/moved", '1', List.of("a/b/cycle"), "timeout"));
    assertThat(moved)
        .isEqualTo(
            TEXT.replace("id: a/b/cycle   #", "id: a/b/moved   #")
                .replace("    cycle: 111111111111\n", "")
                .replace("    # not before", "    moved: 111111111111\n    # not before"));
  }

  @Test
  void flakyResultsBecomeAnEntryThatSaysSo() {
    assertThat(update(TEXT, List.of(), seen("a/b/right", "pass", "crash")))
        .contains("  - id: a/b/right\n    verdict: crash\n    reason: \"\"\n    flaky: true\n");
    String flaky = update(TEXT, List.of(), seen("a/b/wrong", "pass", "fail value"));
    assertThat(flaky).contains("    reason: 'off by one'\n    flaky: true\n");
    assertThat(update(flaky, List.of(), seen("a/b/wrong", "pass"))).isEqualTo(flaky);
  }

  @Test
  void anEmptyListIsWrittenAsSuch() {
    String none =
        update(
            TEXT,
            List.of("c/d/other", "a/b/right", "a/b/cycle", "a/b/wrong"),
            seen("e/f/z", "pass"));
    assertThat(none).contains("failures: []\n").contains("cases:\n").contains("  e/f:\n");
    String empty = BaselineEditor.empty("toy", "2 \"x\"", "1.0");
    assertThat(update(empty, List.of(), seen("a/b/one", "crash")))
        .endsWith(
            """
            version: "2 \\"x\\""
            failures:
              - id: a/b/one
                verdict: crash
                reason: ""
            cases:
              a/b:
                one: 111111111111
            """);
  }

  @Test
  void versionsChangeBesideTheirComments() {
    Baseline old = read(TEXT);
    BaselineUpdate update = BaselineUpdate.of(old, List.of(), id -> false).withVersions("2.0", "3");
    assertThat(BaselineEditor.edit("b.yaml", TEXT, old, update))
        .isEqualTo(TEXT.replace("1.0.0       #", "2.0       #").replace("\"2\"", "3"));
  }

  @Test
  void whatCannotBeEditedIsToldWithItsLine() {
    String flow =
        TEXT.replaceFirst(
            "(?s)  - id: a/b/wrong.*one'\n",
            "  - { id: a/b/wrong, verdict: fail, differs: [value], reason: x }\n");
    assertThatThrownBy(() -> update(flow, List.of(), seen("a/b/wrong", "crash")))
        .isInstanceOf(CorpusException.class)
        .hasMessageStartingWith("b.yaml:17:1: --update cannot edit this");
  }
}
