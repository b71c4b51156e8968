package dev.touchstone.conformance.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.reports.VerdictKind;
import dev.touchstone.reports.model.CaseReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureResultsTest {
  private static final CaseReport FAILURE =
      Runs.result("tail-calls/mutual/slug", "fail", "tail", "value", "plain");

  @TempDir Path directory;

  @Test
  void mapsEachVerdictAndNamesIt() throws Exception {
    for (VerdictKind kind : VerdictKind.values()) {
      AllureResults.write(
          Runs.of(Runs.result("a/b/c", kind.id(), "tail", "value", "x")), directory);
      String expected =
          switch (kind) {
            case PASS -> "passed";
            case FAIL -> "failed";
            case UNSUPPORTED -> "skipped";
            case CRASH, TIMEOUT, EXHAUSTED, PROTOCOL_ERROR, NOT_RUN -> "broken";
          };
      assertThat(results())
          .hasSize(2)
          .allSatisfy(
              result -> {
                assertThat(result.at("/status").asText()).isEqualTo(expected);
                assertThat(result.at("/statusDetails/message").asText())
                    .isEqualTo(kind.id() + ": why: x");
                assertThat(labels(result, "verdict")).containsExactly(kind.id());
              });
    }
  }

  @Test
  void labelsLinksParametersAndSteps() throws Exception {
    AllureResults.write(Runs.of(FAILURE), directory);

    JsonNode result = result("reference");
    assertThat(result.at("/fullName").asText()).isEqualTo("tail-calls/mutual/slug");
    assertThat(result.at("/name").asText()).isEqualTo("slug");
    assertThat(labels(result, "suite")).containsExactly("tail-calls");
    assertThat(labels(result, "subSuite")).containsExactly("mutual");
    assertThat(labels(result, "package")).containsExactly("reference.tail-calls.mutual");
    assertThat(labels(result, "tag")).containsExactly("tail", "integers", "TAIL-2", "TAIL-3");
    assertThat(texts(result.at("/links"), "name"))
        .containsExactly("spec/tail-calls#TAIL-2", "spec#TAIL-3");
    assertThat(texts(result.at("/links"), "url")).noneMatch(url -> url.contains(":"));
    assertThat(result.at("/parameters/0/name").asText()).isEqualTo("N");
    assertThat(result.at("/parameters/0/value").asText()).isEqualTo("10, 1000");
    assertThat(texts(result.at("/steps"), "name"))
        .containsExactly("N=10: completed", "N=1000: plain");
    assertThat(texts(result.at("/steps"), "status")).containsExactly("passed", "failed");
    assertThat(result.at("/steps/0/parameters/0/value").asText()).isEqualTo("guile 'a b'");
    assertThat(result.at("/stop").asLong() - result.at("/start").asLong()).isEqualTo(12);
    assertThat(result.at("/statusDetails/trace").asText()).contains("program:\n  (program plain)");
    assertThat(result.at("/descriptionHtml").asText())
        .contains("<em>tail</em>", "&lt;script&gt;", "tail-calls/mutual.yaml, line 12");
  }

  @Test
  void attachesEveryTextUnderItsOwnName() throws Exception {
    AllureResults.write(Runs.of(FAILURE), directory);

    JsonNode result = result("guile");
    assertThat(texts(result.at("/attachments"), "name"))
        .containsExactly("program", "expected", "actual", "checked");
    assertThat(new HashSet<>(texts(result.at("/attachments"), "source"))).hasSize(4);
    assertThat(texts(result.at("/steps/1/attachments"), "name"))
        .containsExactly("end of the error stream");
    for (JsonNode attachment : result.findParents("source")) {
      assertThat(directory.resolve(attachment.get("source").asText())).isNotEmptyFile();
    }
  }

  @Test
  void keepsTheHistoryOfACaseOnASubjectTogether() throws Exception {
    AllureResults.write(Runs.of(FAILURE), directory);
    Set<String> first = new HashSet<>(texts(results(), "historyId"));
    AllureResults.write(
        Runs.of(Runs.result(FAILURE.id(), "pass", "base", "space", "other")), directory);

    assertThat(first).hasSize(2).isEqualTo(new HashSet<>(texts(results(), "historyId")));
  }

  @Test
  void rulesHowSevereAFailureIs() throws Exception {
    severity("tail", "space", "critical");
    severity("base", "space.frames", "critical");
    severity("base", "value", "blocker");
    severity("tail", "value", "normal");
    severity("", "value", "minor");
  }

  private void severity(String rung, String checked, String expected) throws IOException {
    AllureResults.write(Runs.of(Runs.result("a/b/c", "pass", rung, checked, "x")), directory);
    assertThat(results())
        .allSatisfy(r -> assertThat(labels(r, "severity")).containsExactly(expected));
  }

  @Test
  void namesSubjectsAndHasACategoryForEachVerdict() throws Exception {
    AllureResults.write(Runs.of(FAILURE), directory);

    assertThat(directory.resolve("environment.properties"))
        .hasContent("corpus=7\nguile=3.0.8\nreference=0.1\n");
    assertThat(
            texts(
                new ObjectMapper().readTree(directory.resolve("categories.json").toFile()), "name"))
        .contains("fail", "protocol-error", "unsupported")
        .doesNotContain("pass");
  }

  @Test
  void clearsWhatIsAllureAndNothingElse() throws Exception {
    AllureResults.write(Runs.of(FAILURE), directory);
    Files.createDirectory(directory.resolve("history"));
    AllureResults.write(Runs.of(), directory);
    assertThat(results()).isEmpty();
    assertThat(directory.resolve("history")).exists();

    AllureResults.write(Runs.of(FAILURE), directory);
    Files.writeString(directory.resolve("thesis.txt"), "mine");
    assertThatThrownBy(() -> AllureResults.write(Runs.of(), directory))
        .isInstanceOf(IOException.class)
        .hasMessage(directory + " is not cleared: it holds thesis.txt, which is no Allure result.");
    assertThat(results()).hasSize(2);
  }

  @Test
  void showsHostileTextInsteadOfObeyingIt() throws Exception {
    AllureResults.write(
        Runs.of(Runs.result("<b>/\u001b/c\ud800", "crash", "", "\u0000", "<script>\u001b[2J")),
        directory);

    assertThat(results())
        .hasSize(2)
        .allSatisfy(
            result -> {
              assertThat(result.at("/name").asText()).isEqualTo("c⟨U+D800⟩");
              assertThat(result.at("/statusDetails/message").asText()).doesNotContain("\u001b");
              assertThat(result.at("/descriptionHtml").asText()).doesNotContain("<script");
            });
  }

  private JsonNode result(String subject) throws IOException {
    return results().stream()
        .filter(r -> labels(r, "parentSuite").contains(subject))
        .findFirst()
        .orElseThrow();
  }

  private List<JsonNode> results() throws IOException {
    List<JsonNode> results = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(f -> f.toString().endsWith("-result.json")).toList()) {
        results.add(new ObjectMapper().readTree(file.toFile()));
      }
    }
    return results;
  }

  private static List<String> labels(JsonNode result, String name) {
    List<String> values = new ArrayList<>();
    for (JsonNode label : result.at("/labels")) {
      if (label.get("name").asText().equals(name)) {
        values.add(label.get("value").asText());
      }
    }
    return values;
  }

  private static List<String> texts(Iterable<JsonNode> nodes, String field) {
    List<String> texts = new ArrayList<>();
    nodes.forEach(node -> texts.add(node.get(field).asText()));
    return texts;
  }
}
