package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.corpus.Problems;
import dev.touchstone.conformance.corpus.yaml.YamlFields;
import dev.touchstone.conformance.corpus.yaml.YamlMap;
import dev.touchstone.conformance.corpus.yaml.YamlScalar;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Reads {@code errors} of a subject file. */
record ErrorsReader(Problems problems) {
  ErrorPatterns read(YamlMap map) {
    YamlFields fields = YamlFields.of(map, "`errors`", List.of("stream", "patterns"), problems);
    fields.require("patterns");
    ErrorPatterns.Stream stream =
        known(fields, "stream", ErrorPatterns.Stream.values(), ErrorsReader::id)
            .orElse(ErrorPatterns.Stream.STDERR);
    List<ErrorPatterns.ErrorPattern> patterns = new ArrayList<>();
    for (YamlMap item : fields.maps("patterns")) {
      pattern(item).ifPresent(patterns::add);
    }
    return new ErrorPatterns(stream, patterns);
  }

  private static String id(ErrorPatterns.Stream stream) {
    return stream.name().toLowerCase(java.util.Locale.ROOT);
  }

  private Optional<ErrorPatterns.ErrorPattern> pattern(YamlMap item) {
    YamlFields fields =
        YamlFields.of(item, "an error pattern", List.of("match", "class", "phase"), problems);
    fields.require("match", "class");
    Optional<Pattern> match = fields.text("match").flatMap(t -> pattern(t, problems));
    Optional<ErrorClass> errorClass = known(fields, "class", ErrorClass.values(), ErrorClass::id);
    Optional<Phase> phase = known(fields, "phase", Phase.values(), Phase::id);
    return match.flatMap(m -> errorClass.map(c -> new ErrorPatterns.ErrorPattern(m, c, phase)));
  }

  private <T> Optional<T> known(YamlFields fields, String key, T[] all, Function<T, String> id) {
    Map<String, T> byId = Arrays.stream(all).collect(Collectors.toMap(id, v -> v));
    return fields
        .text(key)
        .filter(text -> fields.isKnown(key, text, byId.keySet()))
        .flatMap(text -> Optional.ofNullable(byId.get(text.text())));
  }

  /** A regular expression in which {@code ^} and {@code $} stand for the ends of lines. */
  static Optional<Pattern> pattern(YamlScalar text, Problems problems) {
    try {
      return Optional.of(Pattern.compile(text.text(), Pattern.MULTILINE));
    } catch (PatternSyntaxException e) {
      problems.add(text.position(), "malformed regular expression: " + e.getDescription());
      return Optional.empty();
    }
  }
}
