package dev.touchstone.conformance.corpus.yaml;

import dev.touchstone.conformance.corpus.SourcePosition;

/** A part of a YAML file. */
public sealed interface YamlNode permits YamlScalar, YamlList, YamlMap {
  /** Where it starts. */
  SourcePosition position();

  /** What messages call a node of this kind: {@code a text}, {@code a list}, {@code a map}. */
  String kind();
}
