package dev.touchstone.conformance.doctor;

import dev.touchstone.conformance.subject.CommandLine;
import dev.touchstone.conformance.subject.SubjectDescription;
import dev.touchstone.conformance.subject.process.Bytes;
import dev.touchstone.conformance.subject.process.ChildProcess;
import dev.touchstone.conformance.subject.process.Ending;
import dev.touchstone.conformance.subject.process.Launch;
import dev.touchstone.conformance.subject.process.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** The raw wire to a process of a subject: bytes go out, bytes and lines come in. One thread. */
final class Wire implements AutoCloseable {
  private static final int MOST = 1 << 20;
  private static final Duration FOREVER = Duration.ofHours(1);

  /** What comes after the input has ended was held back until then. */
  private static final Duration AFTER_END = Duration.ofSeconds(2);

  /** A process that has ended may have left something in the pipe. */
  private static final Duration DRAIN = Duration.ofMillis(300);

  private final Workspace workspace;
  private final ChildProcess child;
  private final Mark mark;
  private int taken;

  private Wire(Workspace workspace, ChildProcess child, Mark mark) {
    this.workspace = workspace;
    this.child = child;
    this.mark = mark;
  }

  /** What came when a line was waited for. */
  sealed interface Reply {
    /** A line, without its line feed. */
    record Line(Piece piece) implements Reply {}

    /** The time was over, and something had come, but no line feed. */
    record Partial(Piece piece) implements Reply {}

    /** The time was over; something came only when the input was closed. */
    record AfterEnd(Piece piece) implements Reply {}

    /** The time was over, and nothing came, not even when the input was closed. */
    record Silence() implements Reply {}

    /** The process ended; what it had written is no line. */
    record Gone(int exitCode, Piece piece) implements Reply {}
  }

  /** Some bytes; here so that no array is in a record. */
  static final class Piece {
    private final byte[] bytes;

    Piece(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    byte[] bytes() {
      return bytes.clone();
    }

    boolean isEmpty() {
      return bytes.length == 0;
    }

    String text() {
      return Bytes.lenient(bytes);
    }

    @Override
    public String toString() {
      return Escaped.bytes(bytes);
    }
  }

  /**
   * Starts the subject's command as the runner does.
   *
   * @throws IOException if the system refuses
   */
  static Wire open(SubjectDescription subject) throws IOException {
    Workspace workspace = Workspace.create();
    CommandLine commandLine = new CommandLine(subject);
    Mark mark = Mark.fresh();
    Launch launch =
        new Launch(
            commandLine.resolved(subject.command()),
            workspace.directory(),
            mark.in(commandLine.environment(workspace.directory())),
            MOST,
            Long.MAX_VALUE,
            FOREVER,
            "");
    try {
      return new Wire(workspace, ChildProcess.start(launch, c -> {}), mark);
    } catch (IOException e) {
      workspace.close();
      throw e;
    }
  }

  /** Sends a text as it is. */
  void send(String text) {
    child.send(text);
  }

  /** Ends the process's input. */
  void closeInput() {
    child.closeInput();
  }

  /** The next line, or what came in its place. */
  Reply readLine(Duration time) throws InterruptedException {
    Ending ending = child.awaitUnless(this::hasLine, time);
    if (ending instanceof Ending.Exit) {
      child.pause(this::hasLine, DRAIN);
    }
    if (hasLine()) {
      return new Reply.Line(takeLine());
    }
    if (ending instanceof Ending.Exit(int code)) {
      return new Reply.Gone(code, takeAll());
    }
    int before = waiting();
    child.closeInput();
    child.awaitUnless(() -> waiting() > before, AFTER_END);
    child.pause(() -> waiting() > before, DRAIN);
    Piece all = takeAll();
    if (all.bytes().length > before) {
      return new Reply.AfterEnd(all);
    }
    return all.isEmpty() ? new Reply.Silence() : new Reply.Partial(all);
  }

  /** What comes within a while although nothing should. */
  Piece surplus(Duration time) throws InterruptedException {
    child.pause(() -> waiting() > 0, time);
    if (waiting() > 0) {
      child.pause(() -> false, time);
    }
    return takeAll();
  }

  /** Waits until these are the last bytes; false if the time is over or the process has ended. */
  boolean awaitEndOfText(String text, Duration time) throws InterruptedException {
    byte[] end = Bytes.utf8(text);
    return child.awaitUnless(() -> child.output().endsWith(end), time) instanceof Ending.Finished;
  }

  /** Waits until there is something, or the time is over. */
  void awaitOutput(Duration time) throws InterruptedException {
    child.awaitUnless(() -> waiting() > 0, time);
  }

  /** Whether the process has ended. */
  boolean hasEnded() {
    return child.exitCode().isPresent();
  }

  /** The exit code, if the process ends within that time. */
  OptionalInt awaitExit(Duration time) throws InterruptedException {
    return child.awaitUnless(() -> false, time) instanceof Ending.Exit(int code)
        ? OptionalInt.of(code)
        : OptionalInt.empty();
  }

  /** The processes that are left of it. */
  List<Long> survivors() throws InterruptedException {
    return mark.survivors();
  }

  /** What it wrote to its error stream so far. */
  String errors() {
    return child.errors().text();
  }

  /** Whether what was to be started never was. */
  boolean notStarted() {
    return child.notStarted().isPresent();
  }

  private boolean hasLine() {
    byte[] all = child.output().head();
    for (int i = taken; i < all.length; i++) {
      if (all[i] == '\n') {
        return true;
      }
    }
    return false;
  }

  private int waiting() {
    return child.output().head().length - taken;
  }

  private Piece takeLine() {
    byte[] all = child.output().head();
    int end = taken;
    while (all[end] != '\n') {
      end++;
    }
    Piece line = new Piece(Arrays.copyOfRange(all, taken, end));
    taken = end + 1;
    return line;
  }

  private Piece takeAll() {
    byte[] all = child.output().head();
    Piece rest = new Piece(Arrays.copyOfRange(all, taken, all.length));
    taken = all.length;
    return rest;
  }

  @Override
  public void close() {
    child.close();
    workspace.close();
  }
}
