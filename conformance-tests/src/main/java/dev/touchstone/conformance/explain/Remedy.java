package dev.touchstone.conformance.explain;

import dev.touchstone.conformance.corpus.Expectation;
import dev.touchstone.conformance.corpus.Problems;
import dev.touchstone.conformance.corpus.SourcePosition;
import dev.touchstone.conformance.corpus.TestCase;
import dev.touchstone.conformance.corpus.yaml.YamlFile;
import dev.touchstone.conformance.corpus.yaml.YamlList;
import dev.touchstone.conformance.corpus.yaml.YamlMap;
import dev.touchstone.conformance.corpus.yaml.YamlNode;
import dev.touchstone.conformance.corpus.yaml.YamlScalar;
import dev.touchstone.conformance.subject.SubjectProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Says what a subject would have to claim so that a case applies to it, and in which line. */
public final class Remedy {
  private final String file;
  private final Optional<YamlMap> keys;

  /**
   * For a subject.
   *
   * @param file what messages call its file
   * @param bytes the file; empty if it is not at hand
   */
  public Remedy(String file, Optional<byte[]> bytes) {
    this.file = file;
    this.keys = bytes.flatMap(content -> YamlFile.read(file, content, new Problems()));
  }

  /** What to change, a sentence each; none if it is no claim that keeps the case from applying. */
  public List<String> of(TestCase testCase, SubjectProfile profile) {
    List<String> sentences = new ArrayList<>();
    SortedSet<String> lacking = new TreeSet<>(testCase.requires());
    lacking.removeAll(profile.features());
    lacking.forEach(feature -> sentences.add(feature(feature)));
    if (lacking.isEmpty()) {
      SortedSet<String> capabilities = new TreeSet<>();
      collect(testCase.expect(), capabilities);
      capabilities.forEach(each -> sentences.add(capability(each, profile)));
    }
    return sentences;
  }

  private String feature(String feature) {
    Optional<SourcePosition> without = item("without", feature);
    if (without.isPresent()) {
      return "%s: `without` names the feature %s; take it out if the VM has it"
          .formatted(at(without.get()), feature);
    }
    return value("features")
        .or(() -> value("rungs"))
        .map(
            node ->
                "%s: does not claim the feature %s; if the VM has it, add it to `features`"
                    .formatted(at(node.position()), feature))
        .orElse("%s: a line `features: [%s]` would claim the feature".formatted(file, feature));
  }

  private String capability(String capability, SubjectProfile profile) {
    String answer = profile.capabilities().get(capability);
    String said = answer == null ? "does not answer " + capability : capability + ": " + answer;
    return value("capabilities")
        .map(node -> node instanceof YamlMap map ? map.get(capability).orElse(map) : node)
        .map(node -> "%s: %s".formatted(at(node.position()), said))
        .orElse("%s: %s".formatted(file, said));
  }

  private static String at(SourcePosition position) {
    return position.file() + ":" + position.line();
  }

  private Optional<YamlNode> value(String key) {
    return keys.flatMap(map -> map.get(key));
  }

  private Optional<SourcePosition> item(String key, String text) {
    return value(key).stream()
        .flatMap(node -> node instanceof YamlList list ? list.items().stream() : null)
        .filter(item -> item instanceof YamlScalar scalar && scalar.text().equals(text))
        .map(YamlNode::position)
        .findFirst();
  }

  /** The capabilities on whose answers an expectation depends. */
  private static void collect(Expectation expectation, SortedSet<String> capabilities) {
    switch (expectation) {
      case Expectation.By(String capability, Map<String, Expectation> answers) -> {
        capabilities.add(capability);
        answers.values().forEach(each -> collect(each, capabilities));
      }
      case Expectation.OneOf(List<Expectation> options) ->
          options.forEach(each -> collect(each, capabilities));
      case Expectation.All _, Expectation.Observe _, Expectation.Unsupported _ -> {}
    }
  }
}
