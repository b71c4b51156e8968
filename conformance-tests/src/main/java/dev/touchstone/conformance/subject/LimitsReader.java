package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.corpus.Problems;
import dev.touchstone.conformance.corpus.yaml.YamlFields;
import dev.touchstone.conformance.corpus.yaml.YamlMap;
import dev.touchstone.conformance.subject.SubjectDescription.RunLimits;
import java.util.List;
import java.util.Optional;

/** Reads {@code limits} of a subject file. */
record LimitsReader(Problems problems) {
  private static final long MOST_OUTPUT = 1L << 30;

  RunLimits read(Optional<YamlMap> map) {
    if (map.isEmpty()) {
      return RunLimits.DEFAULT;
    }
    YamlFields fields =
        YamlFields.of(
            map.get(), "`limits`", List.of("time", "output", "memory", "start"), problems);
    return new RunLimits(
        fields.duration("time").orElse(RunLimits.DEFAULT.time()),
        fields.integer("output", 1, MOST_OUTPUT).orElse(RunLimits.DEFAULT.output()),
        fields.integer("memory", 1, Long.MAX_VALUE),
        fields.duration("start").orElse(RunLimits.DEFAULT.start()));
  }
}
