package dev.touchstone.conformance.corpus.yaml;

import dev.touchstone.conformance.corpus.Problems;
import dev.touchstone.conformance.corpus.SourcePosition;
import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads a YAML file of one document whose root is a map. */
public final class YamlFile {
  private YamlFile() {}

  /**
   * The root of a file, or nothing if its syntax is wrong.
   *
   * @param file what messages call it
   * @param bytes its content, UTF-8 without byte order mark
   * @param problems where mistakes are noted
   */
  public static Optional<YamlMap> read(String file, byte[] bytes, Problems problems) {
    return YamlText.decode(file, bytes, problems).flatMap(text -> parse(text, problems));
  }

  private static Optional<YamlMap> parse(YamlText text, Problems problems) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    // Events, not the composed nodes: composing resolves tags and aliases, which are refused here.
    var events = new Yaml(options).parse(new StringReader(text.text())).iterator();
    try {
      Optional<YamlNode> root = new TreeBuilder(text, events, problems).build();
      return root.flatMap(node -> rootMap(node, problems));
    } catch (MarkedYAMLException e) {
      addSyntaxError(text, e, problems);
      return Optional.empty();
    } catch (TreeBuilder.TooDeepException e) {
      problems.add(e.position(), "nested deeper than " + TreeBuilder.MAX_DEPTH + " levels");
      return Optional.empty();
    }
  }

  private static Optional<YamlMap> rootMap(YamlNode node, Problems problems) {
    if (node instanceof YamlMap map) {
      return Optional.of(map);
    }
    problems.add(node.position(), "the file must be a map, but is " + node.kind());
    return Optional.empty();
  }

  private static void addSyntaxError(YamlText text, MarkedYAMLException e, Problems problems) {
    Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
    int line = mark == null ? 1 : mark.getLine() + 1;
    int column = mark == null ? 1 : mark.getColumn() + 1;
    SourcePosition position = new SourcePosition(text.file(), line, column);
    int comment = e.getContextMark() == null ? -1 : comment(text, e.getContextMark().getLine() + 1);
    if (comment >= 0) {
      problems.add(
          new SourcePosition(text.file(), e.getContextMark().getLine() + 1, comment + 1),
          "malformed YAML: ` #` begins a comment here; put a text such as \"#t\" in quotes");
    } else if (text.from(line, column).startsWith("\t")) {
      problems.add(position, "malformed YAML: a tab; YAML is indented by spaces");
    } else {
      problems.add(position, "malformed YAML: " + e.getProblem() + hint(e.getProblem()));
    }
  }

  private static String hint(String problem) {
    return problem.endsWith("but got ?")
        ? "; within braces or brackets a word that ends in `?` needs quotes"
        : "";
  }

  /** The column, from 0, of a comment sign that cuts a flow collection open, or -1. */
  private static int comment(YamlText text, int lineNumber) {
    String line = text.line(lineNumber);
    int sign = line.indexOf(" #");
    boolean inFlow = sign > Math.max(line.indexOf('{'), line.indexOf('['));
    return sign >= 0 && inFlow && line.matches(".*[{\\[].*") ? sign + 1 : -1;
  }
}
