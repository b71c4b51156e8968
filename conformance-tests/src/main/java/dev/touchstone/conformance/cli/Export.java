package dev.touchstone.conformance.cli;

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

/** Lays cases out as plain files. */
final class Export {
  /** The file that lists the cases. */
  static final String MANIFEST = "manifest.json";

  /** The version of this layout. */
  static final String SCHEMA = "touchstone-export/1";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path root;

  Export(Path root) {
    this.root = root;
  }

  void write(Corpus corpus, List<TestCase> cases) throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (TestCase testCase : cases) {
      Map<String, Object> row = ListCommand.row(testCase, corpus.language());
      row.put("runs", writeCase(testCase));
      rows.add(row);
    }
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("schema", SCHEMA);
    manifest.put("corpus", corpus.version());
    manifest.put("cases", rows);
    write(root.resolve(MANIFEST), JSON.writeValueAsString(manifest) + "\n");
  }

  /** The case's directory; the colon after a private corpus's name is no part of a file's name. */
  private static String path(TestCase testCase) {
    return testCase.id().replace(':', '/');
  }

  /** Writes a case and names the programs to run. */
  private List<Map<String, Object>> writeCase(TestCase testCase) throws IOException {
    Path directory = root.resolve(path(testCase));
    Files.createDirectories(directory);
    List<Map<String, Object>> runs = new ArrayList<>();
    for (Vary.Variant variant : Vary.variants(testCase)) {
      String file = writeProgram(directory, variant);
      Map<String, Object> run = new LinkedHashMap<>();
      run.put("file", path(testCase) + "/" + file);
      run.put("bindings", variant.label());
      run.put("args", testCase.args());
      runs.add(run);
    }
    writeAll(directory, testCase.fixtures());
    if (testCase.input().isPresent()) {
      write(directory.resolve("input"), testCase.input().get());
    }
    write(
        directory.resolve("expected.json"),
        JSON.writeValueAsString(ExpectationTree.of(testCase.expect())) + "\n");
    writeShort(directory, testCase.expect());
    return runs;
  }

  private static String writeProgram(Path directory, Vary.Variant variant) throws IOException {
    String value = variant.value().replaceAll("[^A-Za-z0-9_+-]", "_");
    String mark = value.isEmpty() ? "" : "." + value;
    return switch (variant.program()) {
      case Program.Scheme(String main, Map<String, String> files) -> {
        writeAll(directory, files);
        write(directory.resolve("main" + mark + ".scm"), main);
        yield "main" + mark + ".scm";
      }
      case Program.Assembly(String text) -> {
        write(directory.resolve("main" + mark + ".asm"), text);
        yield "main" + mark + ".asm";
      }
    };
  }

  /** A file that a shell script can compare, where a value or an output is all that is expected. */
  private static void writeShort(Path directory, Expectation expectation) throws IOException {
    if (expectation instanceof Expectation.All(List<Aspect> aspects) && aspects.size() == 1) {
      switch (aspects.getFirst()) {
        case Aspect.ValueIs(String datum) ->
            write(directory.resolve("expected.value"), datum + "\n");
        case Aspect.OutputIs(String text) -> write(directory.resolve("expected.output"), text);
        default -> {}
      }
    }
  }

  private static void writeAll(Path directory, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = directory.resolve(file.getKey()).normalize();
      if (!path.startsWith(directory)) {
        throw new CliException(
            ExitCode.WRONG_USE, "the file '" + file.getKey() + "' would lie outside its case.");
      }
      Files.createDirectories(path.getParent());
      write(path, file.getValue());
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
  }
}
