package dev.touchstone.conformance.subject.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A message of the protocol (spec chapter 11). A line holds one. */
public sealed interface Message {
  /** The version of the protocol that this runner speaks, major and minor. */
  String PROTOCOL = "1.0";

  /** What the runner sends. */
  sealed interface Request extends Message {}

  /** What the subject answers. */
  sealed interface Reply extends Message {}

  /**
   * The runner begins.
   *
   * @param protocol its version of the protocol
   * @param runner its name and version
   */
  record Hello(String protocol, String runner) implements Request {}

  /**
   * A program to run.
   *
   * @param id fresh and unguessable
   * @param text the program, or the assembly
   * @param assembly which of the two it is
   * @param limits {@code time} in milliseconds, {@code output} in bytes, {@code steps}
   * @param trace the wanted level
   */
  record Run(
      String id,
      String text,
      boolean assembly,
      Optional<String> input,
      List<String> args,
      Map<String, String> files,
      Map<String, Long> limits,
      String trace)
      implements Request {
    /** Copies the collections. */
    public Run {
      args = List.copyOf(args);
    }
  }

  /** The subject may end. */
  record Bye() implements Request {}

  /**
   * What a subject says of itself. Lists and maps are absent where it does not speak of them.
   *
   * @param refused why it does not speak the runner's version
   */
  record Greeting(
      String protocol,
      Optional<String> name,
      Optional<String> version,
      Optional<String> isolation,
      Optional<List<String>> rungs,
      Optional<List<String>> features,
      Optional<List<String>> without,
      Optional<Map<String, String>> capabilities,
      Optional<List<String>> counters,
      Optional<String> trace,
      Optional<String> refused)
      implements Reply {}

  /** What became of a run; what a status needs and what it means is for {@code ResultReader}. */
  record Result(
      String id,
      String status,
      Optional<List<String>> values,
      Optional<String> output,
      Optional<String> errorClass,
      Optional<String> phase,
      Optional<String> message,
      OptionalLong code,
      Optional<String> limit,
      Optional<String> reason,
      Map<String, Long> counters,
      Optional<String> diagnostics,
      Optional<TraceReport> trace)
      implements Reply {}

  /**
   * The trace of a run (PROTO-21): its records, or where these are too many, how many they are and
   * their hashes.
   *
   * @param checkpoints hashes by the number of records
   */
  record TraceReport(
      Optional<List<String>> records,
      OptionalLong count,
      Optional<String> hash,
      Map<String, String> checkpoints) {}

  /** A message of a type that the runner does not know. */
  record Other(String type) implements Reply {}
}
