package dev.touchstone.conformance.corpus.export;

import dev.touchstone.conformance.corpus.CorpusException;
import dev.touchstone.conformance.corpus.Problems;
import dev.touchstone.conformance.corpus.yaml.YamlFile;
import dev.touchstone.conformance.corpus.yaml.YamlList;
import dev.touchstone.conformance.corpus.yaml.YamlMap;
import dev.touchstone.conformance.corpus.yaml.YamlNode;
import dev.touchstone.conformance.corpus.yaml.YamlScalar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Appends a stub of a case to a file of cases and leaves the file's text as it is. */
public final class NewCase {
  private NewCase() {}

  /**
   * Appends a stub; the file is made if need be.
   *
   * @param file the file of cases
   * @param chapter the chapter of the spec that a new file belongs to
   * @param slug the last part of the case's id
   * @param clauses the rules that it tests, at least one
   * @return the line, from 1, in which the case begins
   * @throws CorpusException if the file is wrong, or is written so that nothing can be appended
   */
  public static int append(Path file, String chapter, String slug, List<String> clauses)
      throws IOException {
    String before = Files.exists(file) ? Files.readString(file) : start(file, chapter);
    String name = file.getFileName().toString();
    Optional<YamlMap> last = lastCase(name, before);
    int indent = last.map(c -> Math.max(0, c.position().column() - 3)).orElse(2);
    String kept = before.endsWith("\n") || before.isEmpty() ? before : before + "\n";
    String text = kept + (last.isPresent() ? "\n" : "");
    String stub = stub(slug, clauses).indent(indent);
    checkAppended(name, text + stub, slug);
    Path directory = file.toAbsolutePath().getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    Files.writeString(file, text + stub);
    return (int) text.lines().count() + 1;
  }

  private static String stub(String slug, List<String> clauses) {
    return """
    - id: %s
      clauses: [%s]
      program: |
        (if #t 'yes 'no)
      expect: { value: "yes" }
    """
        .formatted(slug, String.join(", ", clauses));
  }

  private static String start(Path file, String chapter) {
    boolean hasSchema = Files.exists(file.resolveSibling("../case.schema.json"));
    String schema = hasSchema ? "# yaml-language-server: $schema=../case.schema.json\n" : "";
    return schema + "chapter: " + chapter + "\ncases:\n";
  }

  private static Optional<YamlMap> lastCase(String name, String text) {
    Problems problems = new Problems();
    Optional<YamlNode> cases =
        YamlFile.read(name, text.getBytes(StandardCharsets.UTF_8), problems)
            .flatMap(root -> root.get("cases"));
    if (cases.isPresent() && cases.get() instanceof YamlList list && !list.items().isEmpty()) {
      problems.throwIfAny();
      return list.items().getLast() instanceof YamlMap map ? Optional.of(map) : Optional.empty();
    }
    return Optional.empty(); // `cases:` without any is empty until the stub stands there
  }

  private static void checkAppended(String name, String text, String slug) {
    Problems problems = new Problems();
    Optional<YamlMap> root = YamlFile.read(name, text.getBytes(StandardCharsets.UTF_8), problems);
    Optional<YamlNode> id = lastCase(name, text).flatMap(c -> c.get("id"));
    boolean there = id.isPresent() && id.get() instanceof YamlScalar s && s.text().equals(slug);
    if (root.isPresent() && problems.isEmpty() && !there) {
      problems.add(root.get().position(), "`cases` must be the last key, with one `-` a case");
    }
    problems.throwIfAny();
  }
}
