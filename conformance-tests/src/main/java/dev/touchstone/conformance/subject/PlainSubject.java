package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.corpus.Program;
import dev.touchstone.conformance.subject.process.ChildProcess;
import dev.touchstone.conformance.subject.process.Ending;
import dev.touchstone.conformance.subject.process.Launch;
import dev.touchstone.conformance.subject.process.LiveChildren;
import dev.touchstone.conformance.subject.process.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An implementation that is started anew for each run, and that its file alone describes. Modes:
 * {@code markers}, {@code last-line}, {@code repl}. Thread-safe.
 */
final class PlainSubject implements Subject {
  /** What a value may take beside the program's own output, in bytes. */
  private static final int VALUE_ALLOWANCE = 8 << 20;

  private static final int DIAGNOSTICS = 2000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SubjectDescription description;
  private final CommandLine commandLine;
  private final SubjectProfile profile;
  private final LiveChildren children = new LiveChildren();

  /** Whether the preamble works before an empty program; by whether the program imports. */
  private final Map<Boolean, Boolean> preambleWorks = new ConcurrentHashMap<>();

  /** Why the program cannot be started, once that is known; then it is not tried again. */
  private volatile @Nullable String missing;

  private PlainSubject(SubjectDescription description, String version) {
    this.description = description;
    this.commandLine = new CommandLine(description);
    this.profile = description.profile(version);
    this.missing = commandLine.missing().orElse(null);
  }

  /** A subject of that description; its version is asked for now. */
  static PlainSubject open(SubjectDescription description) {
    return new PlainSubject(description, VersionProbe.version(description));
  }

  @Override
  public SubjectProfile profile() {
    return profile;
  }

  @Override
  public Observation run(Job job) throws InterruptedException {
    String reason = missing;
    if (reason != null) {
      return Observation.of(new Outcome.NotRun(reason), description.command());
    }
    return switch (job.program()) {
      case Program.Assembly a ->
          Observation.of(new Outcome.Unsupported("runs source only"), List.of());
      case Program.Scheme scheme -> run(job, scheme);
    };
  }

  private Observation run(Job job, Program.Scheme scheme) throws InterruptedException {
    ProgramText program = text(job, scheme);
    try (Workspace workspace = Workspace.create()) {
      workspace.writeAll(scheme.files());
      workspace.writeAll(job.fixtures());
      return switch (description.mode()) {
        case MARKERS -> markers(job, program, workspace);
        case LAST_LINE -> lastLine(job, program, workspace);
        case REPL -> repl(job, program, workspace);
        case IN_PROCESS, SESSION -> throw new IllegalStateException("not a plain subject");
      };
    }
  }

  private static ProgramText text(Job job, Program.Scheme scheme) {
    return job.rendered().map(ProgramText::of).orElseGet(() -> ProgramText.of(scheme.main()));
  }

  private Observation markers(Job job, ProgramText program, Workspace workspace)
      throws InterruptedException {
    String nonce = nonce();
    Markers markers = description.markers().orElseThrow();
    boolean hold = job.measureMemory() && job.input().isEmpty() && !markers.hold().isEmpty();
    MarkerScript script = MarkerScript.of(program, description.preamble(), markers, nonce, hold);
    Path file = workspace.write(CommandLine.MAIN, script.text());
    Launch launch = launch(job, file, workspace, nonce + "E");
    OutcomeReader reader = reader(job);
    boolean imports = program.importsForItself();
    return run(
        launch,
        child -> {
          child.send(job.input().orElse(""));
          if (!hold) {
            child.closeInput();
          }
          Ending ending = child.await();
          OptionalLong peak = hold ? child.peakMemory() : OptionalLong.empty();
          Seen seen = seen(child, ending, peak);
          return new Run(
              seen, reader.markers(seen, nonce, script.hasValue(), () -> preambleWorks(imports)));
        });
  }

  private Observation lastLine(Job job, ProgramText program, Workspace workspace)
      throws InterruptedException {
    Preamble preamble = description.preamble();
    Path file =
        workspace.write(CommandLine.MAIN, preamble.imports() + preamble.text() + program.printed());
    OutcomeReader reader = reader(job);
    return run(
        launch(job, file, workspace, ""),
        child -> {
          child.send(job.input().orElse(""));
          child.closeInput();
          Seen seen = seen(child, child.await(), OptionalLong.empty());
          return new Run(seen, reader.lastLine(seen, program.lastExpression().isPresent()));
        });
  }

  private Observation repl(Job job, ProgramText program, Workspace workspace)
      throws InterruptedException {
    Path file = workspace.write(CommandLine.MAIN, program.text());
    OutcomeReader reader = reader(job);
    ReplRun replRun = new ReplRun(description, program, reader);
    return run(
        launch(job, file, workspace, ""),
        child -> {
          ReplSession.Result result = replRun.feed(child);
          OptionalLong peak = job.measureMemory() ? child.peakMemory() : OptionalLong.empty();
          Seen seen = seen(child, result.ending(), peak);
          return new Run(seen, replRun.reading(result, seen));
        });
  }

  /** What became of a process. */
  private record Run(Seen seen, OutcomeReader.Reading reading) {}

  /** Leads a process to its end. */
  private interface Conduct {
    Run lead(ChildProcess child) throws InterruptedException;
  }

  private Observation run(Launch launch, Conduct conduct) throws InterruptedException {
    try (ChildProcess child = children.start(launch)) {
      Run run = conduct.lead(child);
      Outcome outcome = run.reading().outcome();
      if (outcome instanceof Outcome.NotRun(String why)) {
        missing = why;
      }
      Seen seen = run.seen();
      return new Observation(
          outcome,
          reportsOutput() ? run.reading().output() : Optional.empty(),
          Map.of(),
          seen.peakMemory(),
          launch.command(),
          seen.exitCode(),
          end(seen.errors()),
          seen.milliseconds());
    } catch (IOException e) {
      String why = "cannot be started: " + e.getMessage();
      return Observation.of(new Outcome.NotRun(why), launch.command());
    }
  }

  private boolean reportsOutput() {
    return profile.reports().contains("output");
  }

  private static Seen seen(ChildProcess child, Ending ending, OptionalLong peak)
      throws InterruptedException {
    long milliseconds = child.milliseconds();
    child.end(ending);
    Ending known = child.output().overflowed() ? new Ending.OverOutput() : ending;
    return new Seen(
        known,
        child.output(),
        child.errors().text(),
        child.exitCode(),
        child.notStarted(),
        peak,
        milliseconds);
  }

  private static String end(String text) {
    String stripped = text.stripTrailing();
    return stripped.substring(Math.max(0, stripped.length() - DIAGNOSTICS));
  }

  private boolean preambleWorks(boolean imports) throws InterruptedException {
    Boolean known = preambleWorks.get(imports);
    if (known == null) {
      String empty = imports ? "(import (scheme base))" : "";
      Job job = Job.of("touchstone", empty);
      try (Workspace workspace = Workspace.create()) {
        Observation seen = markers(job, ProgramText.of(empty), workspace);
        known = seen.outcome() instanceof Outcome.Completed;
      }
      preambleWorks.put(imports, known);
    }
    return known;
  }

  private Launch launch(Job job, Path file, Workspace workspace, String endMarker) {
    SubjectDescription.RunLimits limits = description.limits();
    Duration time = job.limits().time().orElse(limits.time());
    long output = outputLimit(job) + VALUE_ALLOWANCE;
    return new Launch(
        commandLine.of(file, job.args()),
        workspace.directory(),
        commandLine.environment(workspace.directory()),
        (int) Math.min(output, Integer.MAX_VALUE / 2),
        limits.memory().orElse(Long.MAX_VALUE),
        time,
        endMarker);
  }

  private long outputLimit(Job job) {
    return job.limits().output().orElse(description.limits().output());
  }

  private OutcomeReader reader(Job job) {
    return new OutcomeReader(description.errors(), description.silentExit(), outputLimit(job));
  }

  private static String nonce() {
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    return "ts-" + HexFormat.of().formatHex(random) + "-";
  }

  @Override
  public String shown(Job job) {
    return switch (job.program()) {
      case Program.Assembly(String text) -> text;
      case Program.Scheme scheme -> Excerpt.of(description, text(job, scheme));
    };
  }

  @Override
  public void close() {
    children.close();
  }
}
