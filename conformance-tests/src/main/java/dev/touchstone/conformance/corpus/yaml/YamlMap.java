package dev.touchstone.conformance.corpus.yaml;

import dev.touchstone.conformance.corpus.SourcePosition;
import java.util.List;
import java.util.Optional;

/** A map from distinct texts to nodes, in the file's order. */
public record YamlMap(List<Entry> entries, SourcePosition position) implements YamlNode {
  /** A key and what stands under it. */
  public record Entry(YamlScalar key, YamlNode value) {}

  /** Copies the list. */
  public YamlMap {
    entries = List.copyOf(entries);
  }

  /** What stands under a key. */
  public Optional<YamlNode> get(String key) {
    return entries.stream().filter(e -> e.key().text().equals(key)).map(Entry::value).findFirst();
  }

  @Override
  public String kind() {
    return "a map";
  }
}
