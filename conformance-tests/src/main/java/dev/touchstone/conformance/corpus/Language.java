package dev.touchstone.conformance.corpus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * The tables of {@code features.yaml}, each by id and in the file's order.
 *
 * @param features the features
 * @param capabilities the capabilities
 * @param rungs the rungs, lowest first
 */
public record Language(
    Map<String, Feature> features, Map<String, Capability> capabilities, List<Rung> rungs) {
  /** The feature of each identifier that one lists. */
  public Map<String, String> featuresOfIdentifiers() {
    Map<String, String> owners = new HashMap<>();
    for (Feature feature : features.values()) {
      feature.identifiers().forEach(name -> owners.put(name, feature.id()));
    }
    return owners;
  }

  /** The features with all their prerequisites. */
  public SortedSet<String> closure(java.util.Collection<String> ids) {
    java.util.TreeSet<String> all = new java.util.TreeSet<>();
    java.util.ArrayDeque<String> todo = new java.util.ArrayDeque<>(ids);
    while (!todo.isEmpty()) {
      String id = todo.remove();
      Feature feature = features.get(id);
      if (feature == null) {
        throw new IllegalArgumentException("unknown feature: " + id);
      }
      if (all.add(id)) {
        todo.addAll(feature.requires());
      }
    }
    return all;
  }
}
