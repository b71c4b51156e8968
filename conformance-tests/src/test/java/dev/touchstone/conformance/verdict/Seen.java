package dev.touchstone.conformance.verdict;

import dev.touchstone.conformance.subject.Observation;
import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.conformance.subject.SubjectProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Observations, trials and profiles for tests. */
final class Seen {
  /** What a subject with markers and a way to tell everything reports. */
  static final Set<String> EVERYTHING =
      Set.of("value", "values", "opaque", "output", "error", "error.phase", "exit", "exhausted");

  private Seen() {}

  static SubjectProfile profile(Map<String, String> capabilities, Set<String> reports) {
    return new SubjectProfile("test", "1", Set.of("quote", "if"), capabilities, reports);
  }

  static Observation end(Outcome outcome) {
    return end(outcome, Optional.of(""), Map.of(), OptionalLong.empty());
  }

  static Observation output(String text) {
    Outcome outcome = new Outcome.Completed(List.of(), false);
    return end(outcome, Optional.of(text), Map.of(), OptionalLong.empty());
  }

  static Observation value(String... values) {
    return end(new Outcome.Completed(List.of(values), true));
  }

  static Observation end(
      Outcome outcome, Optional<String> output, Map<String, Long> counters, OptionalLong memory) {
    return new Observation(
        outcome, output, counters, memory, List.of(), OptionalInt.empty(), "", 1);
  }

  static Trial trial(Observation observation) {
    return new Trial(Map.of(), observation);
  }

  static Trial trial(long n, Observation observation) {
    return new Trial(Map.of("N", Long.toString(n)), observation);
  }

  /** A completed run with a counter. */
  static Trial counted(long n, String counter, long count) {
    Outcome done = new Outcome.Completed(List.of("0"), true);
    return trial(n, end(done, Optional.of(""), Map.of(counter, count), OptionalLong.empty()));
  }

  /** A completed run with a peak of memory in mebibytes. */
  static Trial measured(long n, double mebibytes) {
    Outcome done = new Outcome.Completed(List.of("0"), true);
    OptionalLong peak = OptionalLong.of((long) (mebibytes * (1 << 20)));
    return trial(n, end(done, Optional.of(""), Map.of(), peak));
  }
}
