package dev.touchstone.conformance.bench;

import dev.touchstone.conformance.bench.Failure.Kind;
import dev.touchstone.conformance.subject.process.ChildProcess;
import dev.touchstone.conformance.subject.process.Ending;
import dev.touchstone.conformance.subject.process.Launch;
import dev.touchstone.conformance.subject.process.Programs;
import dev.touchstone.conformance.subject.process.Transcript;
import dev.touchstone.conformance.subject.process.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts a process for each script and says what came of it. */
final class ScriptRunner {
  private static final int OUTPUT_LIMIT = 1 << 20;
  private static final int FIRST_SIGNAL = 129;
  private static final int LAST_SIGNAL = 192;
  private static final int LONGEST_DETAIL = 160;
  private static final int LONGEST_VERSION = 60;

  private final Workspace workspace;
  private final Plan plan;

  /** The outcome of each preparation, by the path of the script. */
  private final Map<Path, Optional<Failure>> prepared = new HashMap<>();

  /** A runner of scripts that lie in a directory. */
  ScriptRunner(Workspace workspace, Plan plan) {
    this.workspace = workspace;
    this.plan = plan;
  }

  /** The first program that a participant needs and that is not there. */
  static Optional<String> missing(Participant participant, Path directory) {
    return Stream.of(participant.prepare(), participant.command())
        .filter(command -> !command.isEmpty())
        .map(List::getFirst)
        .filter(program -> !program.contains("{"))
        .filter(program -> Programs.find(program, directory, searchPath()).isEmpty())
        .findFirst();
  }

  /** The first line of what the version command writes; empty without such a command. */
  String version(Participant participant) throws InterruptedException {
    if (participant.version().isEmpty()) {
      return "";
    }
    Run run = run(participant, participant.version());
    String line = firstLine(run.output(), run.errors());
    return line.substring(0, Math.min(line.length(), LONGEST_VERSION)).replaceFirst(" \".*", "");
  }

  /**
   * Runs a program a number of times in one process.
   *
   * @param runs how often, at least 0
   */
  Attempt attempt(Participant participant, BenchProgram program, int runs)
      throws InterruptedException {
    String name = participant.name() + "/" + program.name() + "-" + runs + ".scm";
    Path file = workspace.directory().resolve(name);
    Optional<Failure> broken = prepared.get(file);
    if (broken == null) {
      workspace.write(name, program.script(participant.preamble(), runs));
      broken = prepare(participant, file);
      prepared.put(file, broken);
    }
    return broken.isPresent()
        ? new Attempt.Failed(broken.get())
        : judge(run(participant, filled(participant.command(), file)), program.expected(), runs);
  }

  private Optional<Failure> prepare(Participant participant, Path file)
      throws InterruptedException {
    if (participant.prepare().isEmpty()) {
      return Optional.empty();
    }
    Run run = run(participant, filled(participant.prepare(), file));
    return failure(run);
  }

  private static List<String> filled(List<String> command, Path file) {
    String path = file.toString();
    String compiled = path.substring(0, path.length() - ".scm".length());
    return command.stream()
        .map(part -> part.replace("{file}", path).replace("{compiled}", compiled))
        .toList();
  }

  private Attempt judge(Run run, String expected, int runs) {
    Optional<Failure> failure = failure(run);
    if (failure.isPresent()) {
      return new Attempt.Failed(failure.get());
    }
    List<String> lines = run.output().lines().toList();
    if (!lines.equals(Collections.nCopies(runs, expected))) {
      String got = lines.stream().filter(line -> !line.equals(expected)).findFirst().orElse("");
      String detail =
          got.isEmpty()
              ? lines.size() + " results instead of " + runs
              : "got " + got + ", expected " + expected;
      return new Attempt.Failed(new Failure(Kind.WRONG_RESULT, shortened(detail)));
    }
    return new Attempt.Done(run.nanoseconds());
  }

  private static Optional<Failure> failure(Run run) {
    return switch (run.ending()) {
      case Ending.Exit(int code) when code == 0 -> Optional.empty();
      case Ending.Exit(int code) when code >= FIRST_SIGNAL && code <= LAST_SIGNAL ->
          Optional.of(new Failure(Kind.CRASH, "signal " + (code - FIRST_SIGNAL + 1)));
      case Ending.Exit(int code) ->
          Optional.of(
              new Failure(
                  Kind.CANNOT_RUN,
                  "exit code " + code + ": " + firstLine(run.errors(), run.output())));
      case Ending.OverTime(long milliseconds) ->
          Optional.of(
              new Failure(
                  Kind.OVER_TIME,
                  "more than " + Duration.ofMillis(milliseconds).toSeconds() + " s"));
      case Ending.OverOutput _ ->
          Optional.of(new Failure(Kind.WRONG_RESULT, "more output than results"));
      case Ending.OverMemory _, Ending.Finished _ ->
          throw new IllegalStateException("nobody asked for " + run.ending());
    };
  }

  /** What a process did. */
  private record Run(Ending ending, long nanoseconds, String output, String errors) {}

  private Run run(Participant participant, List<String> command) throws InterruptedException {
    Launch launch =
        new Launch(
            command,
            workspace.directory(),
            environment(participant),
            OUTPUT_LIMIT,
            Long.MAX_VALUE,
            plan.limit(),
            "");
    try {
      long start = plan.clock().now();
      Ending ending;
      try (ChildProcess child = ChildProcess.start(launch, c -> {})) {
        child.closeInput();
        ending = child.awaitUnless(() -> false);
        long time = plan.clock().now() - start;
        child.end(ending);
        return new Run(ending, time, text(child.output()), text(child.errors()));
      }
    } catch (IOException e) {
      return new Run(new Ending.Exit(1), 0, "", "cannot be started: " + e.getMessage());
    }
  }

  /** What it wrote, with the names of scripts short. */
  private String text(Transcript transcript) {
    return transcript.text().replace(workspace.directory() + "/", "");
  }

  private Map<String, String> environment(Participant participant) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", searchPath());
    environment.put("HOME", workspace.directory().toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.putAll(participant.environment());
    return environment;
  }

  private static String searchPath() {
    return Optional.ofNullable(System.getenv("PATH")).orElse("/usr/local/bin:/usr/bin:/bin");
  }

  private static String firstLine(String text, String otherwise) {
    return Stream.concat(text.lines(), otherwise.lines())
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .map(ScriptRunner::shortened)
        .orElse("");
  }

  private static String shortened(String line) {
    return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "...";
  }
}
