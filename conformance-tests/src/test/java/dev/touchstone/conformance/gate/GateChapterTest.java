package dev.touchstone.conformance.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.reports.VerdictKind;
import dev.touchstone.reports.model.CaseReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example in the chapter on the gate is what the gate does. */
class GateChapterTest {
  private static final String FILE = "duck.baseline.yaml";
  private static final Pattern LINE =
      Pattern.compile("(\\S+) +(\\S+) +(\\S+)(?: ([a-z]+))?(?: +was (\\S+))?");

  private static List<String> blocks(String kind) throws IOException {
    String resource = "/touchstone/spec/chapters/13-gate.md";
    try (InputStream stream = GateChapterTest.class.getResourceAsStream(resource)) {
      String chapter =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      return Pattern.compile("^```" + kind + "\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
          .matcher(chapter)
          .results()
          .map(found -> found.group(1))
          .toList();
    }
  }

  private static Baseline baseline(String text) {
    return BaselineReader.read(FILE, text.getBytes(StandardCharsets.UTF_8), Set.of());
  }

  private static List<Seen> seen() throws IOException {
    return blocks("seen").getFirst().lines().map(GateChapterTest::seen).toList();
  }

  private static Seen seen(String line) {
    MatchResult match = LINE.matcher(line).results().findFirst().orElseThrow();
    boolean differs = match.group(4) != null && match.group(3).equals("fail");
    Kind kind =
        new Kind(VerdictKind.of(match.group(3)), differs ? List.of(match.group(4)) : List.of());
    List<String> was = match.group(5) == null ? List.of() : List.of(match.group(5));
    return new Seen(match.group(1), was, match.group(2), List.of(result(match.group(1), kind)));
  }

  private static CaseReport result(String id, Kind kind) {
    boolean fails = kind.verdict() == VerdictKind.FAIL;
    return new CaseReport(
        id,
        kind.verdict().id(),
        fails ? "value: got 41" : "",
        List.of(),
        List.of(),
        List.of(),
        "test-cases/ducks/walk.yaml",
        12,
        "(walk duck)",
        fails ? "value: 42" : "",
        fails ? "value: 41" : "",
        List.of(),
        List.of(),
        kind.differs(),
        List.of(),
        "");
  }

  @Test
  void theGateSaysWhatTheChapterShows() throws IOException {
    Baseline baseline = baseline(blocks("baseline").getFirst());
    List<String> lines =
        Screen.of(
            new Screen.Report(
                "duck 0.3",
                FILE,
                4,
                List.of(),
                Comparison.of(baseline, seen(), id -> true, Set.of()),
                false,
                id -> "./touchstone run --subject duck.yaml --id " + id));
    assertThat(String.join("\n", lines) + "\n").isEqualTo(blocks("screen").getFirst());
  }

  @Test
  void anUpdateWritesWhatTheChapterShows() throws IOException {
    String text = blocks("baseline").getFirst();
    Baseline old = baseline(text);
    BaselineUpdate update =
        BaselineUpdate.of(old, seen(), id -> id.equals("ducks/water/swims"))
            .withVersions("1.1.0", "0.3");
    assertThat(BaselineEditor.edit(FILE, text, old, update))
        .isEqualTo(blocks("baseline").getLast());
  }

  @Test
  void theChapterHasTheExample() throws IOException {
    assertThat(blocks("baseline")).hasSize(2);
    assertThat(seen()).hasSize(6);
    assertThat(blocks("screen")).hasSize(1);
  }
}
