package dev.touchstone.conformance.gate;

import dev.touchstone.conformance.corpus.Problems;
import dev.touchstone.conformance.corpus.yaml.YamlFile;
import dev.touchstone.conformance.corpus.yaml.YamlList;
import dev.touchstone.conformance.corpus.yaml.YamlMap;
import dev.touchstone.conformance.corpus.yaml.YamlNode;
import dev.touchstone.conformance.corpus.yaml.YamlScalar;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where in a baseline's text its parts stand, by lines from 1. It has to be the text of a valid
 * baseline.
 */
final class BaselineText {
  private final LineEdits lines;
  private final YamlMap root;
  private final Map<String, Item> items = new LinkedHashMap<>();

  /**
   * An entry of the list of failures.
   *
   * @param map its keys
   * @param first its first line
   * @param after the line after its last
   */
  record Item(YamlMap map, int first, int after) {}

  BaselineText(String text, LineEdits lines) {
    this.lines = lines;
    this.root =
        YamlFile.read("", text.getBytes(StandardCharsets.UTF_8), new Problems()).orElseThrow();
    readItems();
  }

  private void readItems() {
    List<YamlNode> nodes =
        root.get("failures").orElseThrow() instanceof YamlList l ? l.items() : List.of();
    for (int i = 0; i < nodes.size(); i++) {
      YamlMap map = (YamlMap) nodes.get(i);
      int first = map.position().line();
      int limit =
          i + 1 < nodes.size() ? nodes.get(i + 1).position().line() : sectionEnd("failures");
      int after = limit;
      while (after > first + 1 && isOutside(after - 1, lines.indent(first))) {
        after--;
      }
      items.put(((YamlScalar) map.get("id").orElseThrow()).text(), new Item(map, first, after));
    }
  }

  private boolean isOutside(int number, int indent) {
    return lines.isBlank(number) || (lines.isComment(number) && lines.indent(number) <= indent);
  }

  /** The entries by id. */
  Map<String, Item> items() {
    return items;
  }

  /** The line of a key of the file. */
  int line(String key) {
    return entry(key).key().position().line();
  }

  private YamlMap.Entry entry(String key) {
    return root.entries().stream()
        .filter(each -> each.key().text().equals(key))
        .findFirst()
        .orElseThrow();
  }

  /** The line after a part of the file: that of the next key, or that after the last line. */
  int sectionEnd(String key) {
    int start = line(key);
    return root.entries().stream()
        .mapToInt(each -> each.key().position().line())
        .filter(line -> line > start)
        .min()
        .orElse(lines.count() + 1);
  }

  /** The line after the last of a part that is neither blank nor a comment. */
  int contentEnd(String key) {
    int after = sectionEnd(key);
    while (after - 1 > line(key) && isOutside(after - 1, Integer.MAX_VALUE)) {
      after--;
    }
    return after;
  }

  /** The files of the list of cases, in its order. */
  List<YamlMap.Entry> files() {
    return entry("cases").value() instanceof YamlMap map ? map.entries() : List.of();
  }

  /** The lines of the cases of a file, by slug, in its order. */
  static List<YamlMap.Entry> slugs(YamlMap.Entry file) {
    return file.value() instanceof YamlMap map ? map.entries() : new ArrayList<>();
  }

  /** The file of that name in the list of cases. */
  Optional<YamlMap.Entry> file(String name) {
    return files().stream().filter(each -> each.key().text().equals(name)).findFirst();
  }
}
