package dev.touchstone.conformance.corpus.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.conformance.corpus.Aspect;
import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.corpus.Expectation;
import dev.touchstone.conformance.corpus.Language;
import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.corpus.SourcePosition;
import dev.touchstone.conformance.corpus.TestCase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
  @TempDir Path directory;

  private static TestCase testCase(String id, String program, Aspect... aspects) {
    return testCase(id, new Program.Scheme(program, Map.of()), Map.of(), List.of(aspects));
  }

  private static TestCase testCase(
      String id, Program program, Map<String, List<String>> vary, List<Aspect> aspects) {
    return TestCase.of(
            id,
            List.of("X-1"),
            new TreeSet<>(List.of("if", "quote")),
            new TreeSet<>(),
            program,
            new Expectation.All(aspects),
            new SourcePosition("f", 1, 1))
        .withVary(vary);
  }

  private static TestCase with(TestCase c, Expectation expect, String input, List<String> args) {
    return new TestCase(
        c.id(),
        c.clauses(),
        c.requires(),
        c.essential(),
        c.vary(),
        c.program(),
        Optional.of(input),
        args,
        Map.of("data/a.txt", "data"),
        c.limits(),
        c.exactText(),
        expect,
        c.was(),
        c.note(),
        c.position());
  }

  private Path export(TestCase... cases) throws IOException {
    Corpus corpus =
        new Corpus("1.0", new Language(Map.of(), Map.of(), List.of()), Map.of(), List.of(cases));
    Path root = directory.resolve("out");
    new Export(root, c -> Map.of("rung", "base")).write(corpus, corpus.cases());
    return root;
  }

  @Test
  void writesEveryFileOfACase() throws IOException {
    Expectation by =
        new Expectation.By(
            "checked",
            Map.of(
                "yes", new Expectation.All(List.of(new Aspect.ValueIs("a"))),
                "else", new Expectation.Unsupported()));
    Program program = new Program.Scheme("(load \"b.scm\")", Map.of("lib/b.scm", "'b"));
    TestCase full =
        with(testCase("a/b/c", program, Map.of(), List.of()), by, "in", List.of("-v", "x"));
    Path root = export(full, testCase("my:a/b/d", "'d", new Aspect.ValueIs("d")));
    Path run = root.resolve("a/b/c");
    assertThat(run.resolve("main.scm")).hasContent("(load \"b.scm\")");
    assertThat(run.resolve("lib/b.scm")).hasContent("'b");
    assertThat(run.resolve("data/a.txt")).hasContent("data");
    assertThat(run.resolve("input.txt")).hasContent("in");
    assertThat(run.resolve("args.txt")).hasContent("-v\nx\n");
    assertThat(run.resolve("requires.txt")).hasContent("if\nquote\n");
    assertThat(run.resolve("expected-value.txt")).doesNotExist();
    JsonNode expected = json(run.resolve("expected.json"));
    assertThat(expected.at("/yes/value").asText()).isEqualTo("a");
    assertThat(expected.at("/else/unsupported").asBoolean()).isTrue();
    assertThat(root.resolve("my/a/b/d/expected-value.txt")).hasContent("d\n");
    JsonNode entry = json(root.resolve("manifest.json")).at("/cases/0");
    assertThat(entry.at("/id").asText()).isEqualTo("a/b/c");
    assertThat(entry.at("/requires/1").asText()).isEqualTo("quote");
    assertThat(entry.at("/capabilities/0").asText()).isEqualTo("checked");
    assertThat(entry.at("/rung").asText()).isEqualTo("base");
    assertThat(entry.at("/hash").asText()).hasSize(64);
    assertThat(entry.at("/runs/0/directory").asText()).isEqualTo("a/b/c");
  }

  @Test
  void writesADirectoryForEachValue() throws IOException {
    Path root =
        export(
            testCase(
                "a/b/c",
                new Program.Scheme("(f N)", Map.of()),
                Map.of("N", List.of("10", "(/ 2)")),
                List.of(new Aspect.ValueIs("1"))));
    assertThat(root.resolve("a/b/c@N=10/main.scm")).hasContent("(f 10)");
    assertThat(root.resolve("a/b/c@N=___2_/main.scm")).hasContent("(f (/ 2))");
  }

  @Test
  void plainFilesSayAllThatIsExpectedOrAreNotThere() throws IOException {
    Path root =
        export(
            testCase("a/b/both", "'a", new Aspect.ValueIs("a"), new Aspect.OutputIs("x\n")),
            testCase("a/b/more", "'a", new Aspect.ValueIs("a"), new Aspect.ExitIs(0)));
    assertThat(root.resolve("a/b/both/expected-value.txt")).hasContent("a\n");
    assertThat(root.resolve("a/b/both/expected-output.txt")).hasContent("x\n");
    assertThat(root.resolve("a/b/more/expected-value.txt")).doesNotExist();
  }

  @Test
  void theHashIsOfTheContentAlone() {
    TestCase c = testCase("a/b/c", "'a", new Aspect.ValueIs("a"));
    assertThat(ContentHash.of(testCase("x/y/z", "'a", new Aspect.ValueIs("a"))))
        .isEqualTo(ContentHash.of(c))
        .isEqualTo("8d3c8a87a339987f264f7ff8bec2e881934eb1d41b32b7cea896e487a383e4d8");
    assertThat(ContentHash.of(testCase("a/b/c", "'a", new Aspect.ValueIs("b"))))
        .isNotEqualTo(ContentHash.of(c));
    assertThat(ContentHash.of(testCase("a/b/c", "'b", new Aspect.ValueIs("a"))))
        .isNotEqualTo(ContentHash.of(c));
    assertThat(ContentHash.of(with(c, c.expect(), "in", List.of())))
        .isNotEqualTo(ContentHash.of(with(c, c.expect(), "other", List.of())));
  }

  @Test
  void thirtyLinesOfShellRunAnExport() throws IOException, InterruptedException {
    Path root =
        export(
            testCase("a/b/output", "(display 'x)", new Aspect.OutputIs("x")),
            testCase("a/b/value", "'yes", new Aspect.ValueIs("yes")),
            testCase("a/b/both", "both", new Aspect.ValueIs("v"), new Aspect.OutputIs("x\ny")),
            testCase("a/b/error", "(car 1)", new Aspect.ExitIs(1)));
    // A VM that knows four programs.
    Path vm = directory.resolve("vm.sh");
    Files.writeString(
        vm,
        """
        case "$1 $(cat "$2")" in
          "output (display 'x)") printf x ;;
          "value 'yes") printf 'seen\\nyes\\n' ;;
          "value both") printf 'x\\nyv\\n' ;;
          *) exit 1 ;;
        esac
        """);
    assertThat(consume(root, vm, Map.of())).containsExactly("3 passed, 0 failed, 1 skipped", "0");
    assertThat(consume(root, vm, Map.of("HAS", "if")))
        .endsWith("0 passed, 0 failed, 4 skipped", "1");
    Files.writeString(root.resolve("a/b/value/main.scm"), "'no");
    assertThat(consume(root, vm, Map.of("HAS", "quote if")))
        .containsExactly("FAIL a/b/value", "2 passed, 1 failed, 1 skipped", "1");
  }

  /** The lines of the script, and its exit code. */
  private List<String> consume(Path root, Path vm, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path script = Path.of("src/test/shell/consume-export.sh").toAbsolutePath();
    ProcessBuilder builder =
        new ProcessBuilder("sh", script.toString(), root.toString(), "sh " + vm);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>(output.lines().toList());
    lines.add(String.valueOf(process.waitFor()));
    return lines;
  }

  @Test
  void theScriptHasThirtyLinesAtMost() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("src/test/shell/consume-export.sh"))) {
      assertThat(lines.count()).isLessThanOrEqualTo(30);
    }
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }
}
