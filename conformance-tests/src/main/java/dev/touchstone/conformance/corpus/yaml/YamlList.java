package dev.touchstone.conformance.corpus.yaml;

import dev.touchstone.conformance.corpus.SourcePosition;
import java.util.List;

/** A list of nodes. */
public record YamlList(List<YamlNode> items, SourcePosition position) implements YamlNode {
  /** Copies the list. */
  public YamlList {
    items = List.copyOf(items);
  }

  @Override
  public String kind() {
    return "a list";
  }
}
