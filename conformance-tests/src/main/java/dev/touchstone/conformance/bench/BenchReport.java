package dev.touchstone.conformance.bench;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was measured. A ratio is the time of the first participant divided by that of another: below
 * 1 the first is faster.
 *
 * @param started when it began
 * @param machine how busy the machine was
 * @param plan how it was measured
 * @param participants the one that is compared comes first
 * @param rows the programs in their order
 */
public record BenchReport(
    Instant started, MachineState machine, Plan plan, List<Entry> participants, List<Row> rows) {
  /** Copies the lists. */
  public BenchReport {
    participants = List.copyOf(participants);
    rows = List.copyOf(rows);
  }

  /**
   * A participant.
   *
   * @param version what it says of itself; may be empty
   * @param startUp a process that runs an empty program
   */
  public record Entry(String name, String title, String version, Measurement startUp) {}

  /**
   * A program.
   *
   * @param results by the name of the participant, in their order
   */
  public record Row(
      String program, String title, String expected, Map<String, Measurement> results) {
    /** Keeps the order. */
    public Row {
      results = new LinkedHashMap<>(results);
    }

    /** The median on a participant, in seconds. */
    public OptionalDouble seconds(String participant) {
      return results.get(participant) instanceof Measurement.Times times
          ? OptionalDouble.of(times.median())
          : OptionalDouble.empty();
    }

    /** Why there is no time of a participant. */
    public Optional<Failure> failure(String participant) {
      return results.get(participant) instanceof Measurement.Failed(Failure failure)
          ? Optional.of(failure)
          : Optional.empty();
    }
  }

  /** The participant that is compared. */
  public Entry first() {
    return participants.getFirst();
  }

  /** Those that it is compared with. */
  public List<Entry> others() {
    return participants.subList(1, participants.size());
  }

  /** The ratio to another, where both have a time. */
  public OptionalDouble ratio(Row row, String other) {
    OptionalDouble own = row.seconds(first().name());
    OptionalDouble its = row.seconds(other);
    return own.isPresent() && its.isPresent()
        ? OptionalDouble.of(own.getAsDouble() / its.getAsDouble())
        : OptionalDouble.empty();
  }

  /** All ratios to another. */
  public List<Double> ratios(String other) {
    return rows.stream().flatMapToDouble(row -> ratio(row, other).stream()).boxed().toList();
  }

  /** The geometric mean of the ratios to another, where there is one. */
  public OptionalDouble geometricMean(String other) {
    List<Double> ratios = ratios(other);
    return ratios.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Statistics.geometricMean(ratios));
  }

  /** Whether some result was wrong, or some process crashed or had to be ended. */
  public boolean isWrong() {
    return rows.stream()
        .flatMap(row -> row.results().keySet().stream().flatMap(name -> row.failure(name).stream()))
        .anyMatch(failure -> failure.kind().isWrong());
  }
}
