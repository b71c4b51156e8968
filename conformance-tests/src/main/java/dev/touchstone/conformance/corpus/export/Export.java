package dev.touchstone.conformance.corpus.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.touchstone.conformance.corpus.Aspect;
import dev.touchstone.conformance.corpus.Corpus;
import dev.touchstone.conformance.corpus.Expectation;
import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.corpus.Vary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Lays cases out as plain files: a directory for each run, named by the case's id and, where it
 * varies, {@code @N=10000}.
 *
 * <ul>
 *   <li>{@code main.scm}, or {@code main.tasm}, and what the case lays beside it
 *   <li>{@code input.txt}, {@code args.txt} (one a line): if there are any
 *   <li>{@code requires.txt}: the features that it needs, one a line
 *   <li>{@code expected.json}: what is expected, with the keys of the corpus
 *   <li>{@code expected-value.txt}, {@code expected-output.txt}: the value, the output; only where
 *       they are all that is expected, so that comparing them is a whole verdict
 * </ul>
 */
public final class Export {
  /** The file that lists the cases. */
  public static final String MANIFEST = "manifest.json";

  /** The version of this layout. */
  public static final String SCHEMA = "touchstone-export/1";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path root;
  private final Function<TestCase, Map<String, Object>> row;

  /**
   * An export.
   *
   * @param root the directory to write to
   * @param row what the manifest says of a case beside what is said of every one
   */
  public Export(Path root, Function<TestCase, Map<String, Object>> row) {
    this.root = root;
    this.row = row;
  }

  /** Writes cases and the manifest that lists them. */
  public void write(Corpus corpus, List<TestCase> cases) throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (TestCase testCase : cases) {
      rows.add(writeCase(testCase));
    }
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("schema", SCHEMA);
    manifest.put("corpus", corpus.version());
    manifest.put("cases", rows);
    Files.createDirectories(root);
    Files.writeString(root.resolve(MANIFEST), json(manifest));
  }

  private Map<String, Object> writeCase(TestCase testCase) throws IOException {
    List<Map<String, Object>> runs = new ArrayList<>();
    for (Vary.Variant variant : Vary.variants(testCase)) {
      String directory = directory(testCase, variant);
      String file = writeRun(root.resolve(directory), testCase, variant.program());
      Map<String, Object> run = new LinkedHashMap<>();
      run.put("directory", directory);
      run.put("program", file);
      run.put("vary", variant.label());
      runs.add(run);
    }
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", testCase.id());
    entry.put("clauses", testCase.clauses());
    entry.put("requires", testCase.requires());
    entry.put("capabilities", new TreeSet<>(capabilities(testCase.expect())));
    entry.put("hash", ContentHash.of(testCase));
    row.apply(testCase).forEach(entry::putIfAbsent);
    entry.put("runs", runs);
    return entry;
  }

  /** Of the letters of an id and a value, those stay that every file system takes. */
  private static String directory(TestCase testCase, Vary.Variant variant) {
    String label = variant.label().replaceAll("[^A-Za-z0-9_+=.-]", "_");
    return testCase.id().replace(':', '/') + (label.isEmpty() ? "" : "@" + label);
  }

  /** The questions on whose answers the expectation depends. */
  private static List<String> capabilities(Expectation expectation) {
    return switch (expectation) {
      case Expectation.OneOf oneOf ->
          oneOf.options().stream().flatMap(e -> capabilities(e).stream()).toList();
      case Expectation.By by -> {
        List<String> all = new ArrayList<>(List.of(by.capability()));
        by.answers().values().forEach(e -> all.addAll(capabilities(e)));
        yield all;
      }
      case Expectation.All _, Expectation.Unsupported _, Expectation.Observe _ -> List.of();
    };
  }

  private static String writeRun(Path directory, TestCase testCase, Program program)
      throws IOException {
    write(directory, testCase.fixtures());
    Map<String, String> files = new LinkedHashMap<>();
    files.put("requires.txt", lines(testCase.requires()));
    files.put("expected.json", json(ExpectationTree.of(testCase.expect())));
    files.putAll(plain(testCase.expect()));
    testCase.input().ifPresent(input -> files.put("input.txt", input));
    if (!testCase.args().isEmpty()) {
      files.put("args.txt", lines(testCase.args()));
    }
    String main;
    switch (program) {
      case Program.Scheme scheme -> {
        write(directory, scheme.files());
        main = "main.scm";
        files.put(main, scheme.main());
      }
      case Program.Assembly assembly -> {
        main = "main.tasm";
        files.put(main, assembly.text());
      }
    }
    write(directory, files);
    return main;
  }

  /** Files that a shell script can compare, if they say all that is expected. */
  private static Map<String, String> plain(Expectation expectation) {
    Map<String, String> files = new LinkedHashMap<>();
    if (expectation instanceof Expectation.All(List<Aspect> aspects)) {
      for (Aspect aspect : aspects) {
        switch (aspect) {
          case Aspect.ValueIs(String datum) -> files.put("expected-value.txt", datum + "\n");
          case Aspect.OutputIs(String text) -> files.put("expected-output.txt", text);
          default -> {
            return Map.of();
          }
        }
      }
    }
    return files;
  }

  private static String lines(Iterable<String> texts) {
    StringBuilder lines = new StringBuilder();
    texts.forEach(text -> lines.append(text).append('\n'));
    return lines.toString();
  }

  private static String json(Object tree) throws JsonProcessingException {
    return JSON.writeValueAsString(tree) + "\n";
  }

  /** Writes files; that their paths stay inside was checked when the corpus was loaded. */
  private static void write(Path directory, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = directory.resolve(file.getKey()).normalize();
      if (!path.startsWith(directory.normalize())) {
        throw new IllegalArgumentException("outside of its case: " + file.getKey());
      }
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
