package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.corpus.Problems;
import dev.touchstone.conformance.corpus.yaml.YamlFields;
import dev.touchstone.conformance.corpus.yaml.YamlMap;
import dev.touchstone.conformance.corpus.yaml.YamlScalar;
import dev.touchstone.conformance.subject.SubjectDescription.RunLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code limits} of a subject file. */
record LimitsReader(Problems problems) {
  private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,5})(ms|s|m)");
  private static final long MOST_OUTPUT = 1L << 30;

  RunLimits read(Optional<YamlMap> map) {
    if (map.isEmpty()) {
      return RunLimits.DEFAULT;
    }
    YamlFields fields =
        YamlFields.of(
            map.get(), "`limits`", List.of("time", "output", "memory", "start"), problems);
    return new RunLimits(
        fields.text("time").flatMap(this::time).orElse(RunLimits.DEFAULT.time()),
        fields.integer("output", 1, MOST_OUTPUT).orElse(RunLimits.DEFAULT.output()),
        fields.integer("memory", 1, Long.MAX_VALUE),
        fields.text("start").flatMap(this::time).orElse(RunLimits.DEFAULT.start()));
  }

  private Optional<Duration> time(YamlScalar text) {
    Matcher matcher = TIME.matcher(text.text());
    if (!matcher.matches()) {
      problems.add(
          text.position(), "`" + text + "` is no time: a positive number and `ms`, `s` or `m`");
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          default -> Duration.ofMinutes(number);
        });
  }
}
