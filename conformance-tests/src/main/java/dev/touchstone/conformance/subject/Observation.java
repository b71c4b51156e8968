package dev.touchstone.conformance.subject;

import dev.touchstone.vm.trace.Trace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What was seen of one run.
 *
 * @param outcome how it ended
 * @param output what the program wrote, decoded as UTF-8; cut at the limit
 * @param counters what the subject counted: {@code frames}, {@code stack}, {@code steps}, ...
 * @param peakMemory the peak of resident memory in bytes, where it was asked for and could be
 *     measured
 * @param command the command line, empty for a subject in this process
 * @param exitCode of the process
 * @param diagnostics the end of its error stream, or the rendered error
 * @param milliseconds wall time
 * @param alone whether no other run can have had a part in it: it had a process of its own, or its
 *     subject keeps runs apart; see {@link Subject#runAlone}
 * @param trace what it did, where that was asked for and the subject tells it
 */
public record Observation(
    Outcome outcome,
    Optional<String> output,
    Map<String, Long> counters,
    OptionalLong peakMemory,
    List<String> command,
    OptionalInt exitCode,
    String diagnostics,
    long milliseconds,
    boolean alone,
    Optional<Trace> trace) {
  /** What was seen of a run that was not traced. */
  public Observation(
      Outcome outcome,
      Optional<String> output,
      Map<String, Long> counters,
      OptionalLong peakMemory,
      List<String> command,
      OptionalInt exitCode,
      String diagnostics,
      long milliseconds,
      boolean alone) {
    this(
        outcome,
        output,
        counters,
        peakMemory,
        command,
        exitCode,
        diagnostics,
        milliseconds,
        alone,
        Optional.empty());
  }

  /** What was seen of a run in which no other can have had a part. */
  public Observation(
      Outcome outcome,
      Optional<String> output,
      Map<String, Long> counters,
      OptionalLong peakMemory,
      List<String> command,
      OptionalInt exitCode,
      String diagnostics,
      long milliseconds) {
    this(outcome, output, counters, peakMemory, command, exitCode, diagnostics, milliseconds, true);
  }

  /** Copies the collections. */
  public Observation {
    counters = Map.copyOf(counters);
    command = List.copyOf(command);
  }

  /**
   * What there is to say of a run of which nothing was seen but how it ended.
   *
   * @param command the command line, empty for a subject in this process
   */
  public static Observation of(Outcome outcome, List<String> command) {
    return new Observation(
        outcome,
        Optional.empty(),
        Map.of(),
        OptionalLong.empty(),
        command,
        OptionalInt.empty(),
        "",
        0);
  }

  /** The same run, of which something else is to be said. */
  public Observation with(Outcome otherOutcome, Optional<String> otherOutput) {
    return new Observation(
        otherOutcome,
        otherOutput,
        counters,
        peakMemory,
        command,
        exitCode,
        diagnostics,
        milliseconds,
        alone,
        trace);
  }

  /** The same with a trace. */
  public Observation withTrace(Optional<Trace> traced) {
    return new Observation(
        outcome,
        output,
        counters,
        peakMemory,
        command,
        exitCode,
        diagnostics,
        milliseconds,
        alone,
        traced);
  }

  /**
   * The same with the beginnings of its texts, of at most that many characters, without its trace.
   */
  public Observation cut(int most) {
    return new Observation(
        outcome instanceof Outcome.Completed(List<String> values, boolean hasValue)
            ? new Outcome.Completed(
                values.stream().map(value -> beginning(value, most)).toList(), hasValue)
            : outcome,
        output.map(text -> beginning(text, most)),
        counters,
        peakMemory,
        command,
        exitCode,
        beginning(diagnostics, most),
        milliseconds,
        alone);
  }

  private static String beginning(String text, int most) {
    return text.length() <= most
        ? text
        : text.substring(0, most) + "\n... (%d more characters)".formatted(text.length() - most);
  }
}
