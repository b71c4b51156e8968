package dev.touchstone.conformance.subject;

import dev.touchstone.conformance.subject.process.Bytes;
import dev.touchstone.conformance.subject.process.ChildProcess;
import dev.touchstone.conformance.subject.process.Ending;
import dev.touchstone.conformance.subject.process.Launch;
import dev.touchstone.conformance.subject.process.Transcript;
import dev.touchstone.conformance.subject.process.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One run of a plain subject with everything that came of it, for those who look closer than an
 * outcome does. Modes: {@code markers} and {@code last-line}.
 *
 * @param nonce what the markers of this run begin with; empty in mode {@code last-line}
 * @param output what was written to the standard output
 * @param errors what was written to the error stream
 * @param exitCode of the process; 128 and more for a signal
 * @param notStarted why it never became the program that was meant
 * @param timedOut whether its time was over before the program had come to its end
 * @param endedItself whether the process ended without being killed
 * @param left what the look found when the process had ended itself
 * @param marks what the markers say; absent in mode {@code last-line}
 * @param outcome what the runner makes of it
 */
public record RawRun(
    String nonce,
    Transcript output,
    String errors,
    OptionalInt exitCode,
    Optional<String> notStarted,
    boolean timedOut,
    boolean endedItself,
    List<Long> left,
    Optional<Marks> marks,
    Outcome outcome) {
  private static final int MOST = 1 << 20;
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  /** Copies the list. */
  public RawRun {
    left = List.copyOf(left);
  }

  /** Looks for processes that should be gone. */
  @FunctionalInterface
  public interface Look {
    /** Those that are still there. */
    List<Long> left() throws InterruptedException;
  }

  /**
   * What the markers of a run say.
   *
   * @param started whether the start marker came
   * @param output what came between it and the value, or the end
   * @param valueBegun whether the marker of the value came
   * @param values the written values, if the end marker came after them
   * @param ended whether the end marker came
   */
  public record Marks(
      boolean started,
      String output,
      boolean valueBegun,
      Optional<List<String>> values,
      boolean ended) {}

  /**
   * Runs a program.
   *
   * @param environment more variables for the process
   * @param look looks for what is left when it has ended
   * @throws IOException if the system refuses to start the process
   */
  public static RawRun of(
      SubjectDescription subject, String program, Map<String, String> environment, Look look)
      throws IOException, InterruptedException {
    String nonce =
        subject.markers().isPresent()
            ? "ts-" + UUID.randomUUID().toString().replace("-", "") + "-"
            : "";
    ProgramText text = ProgramText.of(program);
    try (Workspace workspace = Workspace.create()) {
      Path file = workspace.write(CommandLine.MAIN, script(subject, text, nonce));
      Launch launch = launch(subject, file, workspace, environment, nonce);
      try (ChildProcess child = ChildProcess.start(launch, c -> {})) {
        child.closeInput();
        Ending ending = child.await();
        boolean endedItself = child.awaitUnless(() -> false, A_MOMENT) instanceof Ending.Exit;
        List<Long> left = endedItself ? look.left() : List.of();
        long milliseconds = child.milliseconds();
        child.end(ending);
        Seen seen =
            new Seen(
                ending,
                child.output(),
                child.errors().text(),
                child.exitCode(),
                child.notStarted(),
                OptionalLong.empty(),
                milliseconds);
        return of(subject, text, nonce, seen, endedItself, left);
      }
    }
  }

  private static RawRun of(
      SubjectDescription subject,
      ProgramText text,
      String nonce,
      Seen seen,
      boolean endedItself,
      List<Long> left)
      throws InterruptedException {
    boolean hasValue = text.lastExpression().isPresent();
    OutcomeReader reader = new OutcomeReader(subject.errors(), subject.silentExit(), MOST);
    boolean markers = subject.markers().isPresent();
    return new RawRun(
        nonce,
        seen.output(),
        seen.errors(),
        seen.exitCode(),
        seen.notStarted(),
        seen.ending() instanceof Ending.OverTime,
        endedItself,
        left,
        markers ? Optional.of(marks(seen.output().head(), nonce)) : Optional.empty(),
        (markers
                ? reader.markers(seen, nonce, hasValue, () -> true)
                : reader.lastLine(seen, hasValue))
            .outcome());
  }

  private static Marks marks(byte[] output, String nonce) {
    MarkerParser parsed = MarkerParser.parse(output, nonce);
    boolean valueBegun = Bytes.indexOf(output, Bytes.utf8(nonce + "V"), 0) >= 0;
    return new Marks(
        parsed.started(), parsed.output(), valueBegun, parsed.values(), parsed.ended());
  }

  private static String script(SubjectDescription subject, ProgramText text, String nonce) {
    Preamble preamble = subject.preamble();
    return subject
        .markers()
        .map(markers -> MarkerScript.of(text, preamble, markers, nonce, false).text())
        .orElseGet(() -> preamble.imports() + preamble.text() + text.text());
  }

  private static Launch launch(
      SubjectDescription subject,
      Path file,
      Workspace workspace,
      Map<String, String> environment,
      String nonce) {
    CommandLine commandLine = new CommandLine(subject);
    Map<String, String> all = new HashMap<>(commandLine.environment(workspace.directory()));
    all.putAll(environment);
    return new Launch(
        commandLine.of(file, List.of()),
        workspace.directory(),
        all,
        MOST,
        subject.limits().memory().orElse(Long.MAX_VALUE),
        subject.limits().time(),
        nonce.isEmpty() ? "" : nonce + "E");
  }
}
