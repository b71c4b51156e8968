package dev.touchstone.conformance.verdict;

import dev.touchstone.conformance.corpus.Aspect;
import dev.touchstone.conformance.subject.Observation;
import dev.touchstone.vm.trace.Level;
import dev.touchstone.vm.trace.Trace;
import dev.touchstone.vm.trace.TraceRecord;
import dev.touchstone.vm.trace.Variants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what a case expects of a trace with the trace of a run (TRACE-25, TRACE-26). */
final class TraceJudge {
  private TraceJudge() {}

  static Check events(Aspect.Events expected, Observation seen) {
    return seen.trace()
        .filter(trace -> trace.header().level() == Level.EVENTS)
        .map(trace -> complete("events", trace).orElseGet(() -> events(expected, texts(trace))))
        .orElseGet(() -> Check.unchecked("events", "not reported"));
  }

  static Check steps(Aspect.Steps expected, Observation seen) {
    return seen.trace()
        .filter(trace -> trace.header().level() == Level.STEPS)
        .map(
            trace ->
                complete("steps", trace).orElseGet(() -> steps(expected.lines(), texts(trace))))
        .orElseGet(() -> Check.unchecked("steps", "not reported"));
  }

  private static Optional<Check> complete(String part, Trace trace) {
    return trace.isComplete()
        ? Optional.empty()
        : Optional.of(
            Check.unchecked(
                part, "of %d records not all were reported".formatted(trace.footer().count())));
  }

  private static List<String> texts(Trace trace) {
    return trace.records().stream().map(TraceRecord::text).toList();
  }

  /** The events that a list of expected ones is compared with: those of the kinds in it. */
  static List<String> ofKinds(List<String> expected, List<String> seen) {
    Set<String> kinds =
        expected.stream().map(text -> EventPattern.of(text).kind()).collect(Collectors.toSet());
    return seen.stream().filter(text -> kinds.contains(EventPattern.of(text).kind())).toList();
  }

  private static Check events(Aspect.Events expected, List<String> all) {
    List<EventPattern> patterns = expected.events().stream().map(EventPattern::of).toList();
    List<String> seen = ofKinds(expected.events(), all);
    Optional<String> broken =
        switch (expected.mode()) {
          case "ordered" -> ordered(patterns, seen);
          case "exact" -> exact(patterns, seen);
          case "absent" -> absent(patterns, seen);
          case "counted" -> counted(patterns, seen);
          default -> throw new IllegalStateException(expected.mode());
        };
    return broken.map(why -> Check.broken("events", why)).orElseGet(() -> Check.held("events"));
  }

  private static Optional<String> ordered(List<EventPattern> patterns, List<String> seen) {
    int at = 0;
    for (int i = 0; i < patterns.size(); i++) {
      while (at < seen.size() && !patterns.get(i).matches(seen.get(at))) {
        at++;
      }
      if (at == seen.size()) {
        String after = i == 0 ? "" : " after `" + patterns.get(i - 1).text() + "`";
        return Optional.of("no `" + patterns.get(i).text() + "`" + after);
      }
      at++;
    }
    return Optional.empty();
  }

  private static Optional<String> exact(List<EventPattern> patterns, List<String> seen) {
    for (int i = 0; i < Math.max(patterns.size(), seen.size()); i++) {
      if (i == patterns.size()) {
        return Optional.of("more events than listed: `" + seen.get(i) + "`");
      }
      if (i == seen.size()) {
        return Optional.of("the events end before `" + patterns.get(i).text() + "`");
      }
      if (!patterns.get(i).matches(seen.get(i))) {
        return Optional.of(
            "event %d is `%s`, not `%s`".formatted(i + 1, seen.get(i), patterns.get(i).text()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> absent(List<EventPattern> patterns, List<String> seen) {
    return seen.stream()
        .filter(event -> patterns.stream().anyMatch(pattern -> pattern.matches(event)))
        .findFirst()
        .map(event -> "`" + event + "` happened");
  }

  private static Optional<String> counted(List<EventPattern> patterns, List<String> seen) {
    Map<EventPattern, Long> wanted =
        patterns.stream()
            .collect(Collectors.groupingBy(p -> p, LinkedHashMap::new, Collectors.counting()));
    for (Map.Entry<EventPattern, Long> each : wanted.entrySet()) {
      long count = seen.stream().filter(each.getKey()::matches).count();
      if (count != each.getValue()) {
        return Optional.of(
            "`%s` happened %d times, not %d"
                .formatted(each.getKey().text(), count, each.getValue()));
      }
    }
    return Optional.empty();
  }

  private static Check steps(List<String> expected, List<String> seen) {
    Variants variants = new Variants();
    int i = 0;
    int j = 0;
    while (i < expected.size() || j < seen.size()) {
      TraceRecord a = step(expected, i);
      TraceRecord b = step(seen, j);
      if (a != null && b != null && variants.agree(a, b)) {
        i++;
        j++;
      } else if (variants.isPeeked(a, step(expected, i + 1), b)) {
        i++;
      } else {
        String got = b == null ? "is missing" : "is `" + b.text() + "`";
        return Check.broken(
            "steps",
            "step %d %s%s".formatted(j + 1, got, a == null ? "" : ", not `" + a.text() + "`"));
      }
    }
    return Check.held("steps");
  }

  private static @Nullable TraceRecord step(List<String> texts, int index) {
    return index < texts.size() ? new TraceRecord(index + 1L, texts.get(index).strip(), "") : null;
  }
}
