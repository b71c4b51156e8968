package dev.touchstone.conformance.subject.session;

import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.conformance.subject.process.Bytes;
import dev.touchstone.conformance.subject.process.ChildProcess;
import dev.touchstone.conformance.subject.process.Ending;
import dev.touchstone.conformance.subject.process.ExitStatus;
import dev.touchstone.conformance.subject.process.Workspace;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A process that answers requests, one at a time. One thread uses it at a time. After anything but
 * an answer it is of no more use.
 */
final class Worker implements AutoCloseable {
  /** How long a process may take to end when it is told to (PROTO-16). */
  static final Duration FAREWELL = Duration.ofSeconds(1);

  private static final int REMEMBERED = 10_000;

  private final ChildProcess child;
  private final LineBuffer lines;
  private final Workspace workspace;
  private final Codec codec;
  private final Set<String> answered = new LinkedHashSet<>();
  private int served;
  private boolean broken;

  /** Still so when the wait for an answer was interrupted. */
  private boolean underWay;

  private long errorsBefore;

  /** A process that was just started. */
  Worker(ChildProcess child, LineBuffer lines, Workspace workspace, Codec codec) {
    this.child = child;
    this.lines = lines;
    this.workspace = workspace;
    this.codec = codec;
  }

  /** How many runs it has been sent. */
  int served() {
    return served;
  }

  /** Whether it can be sent another run. */
  boolean usable() {
    return !broken && !underWay && child.exitCode().isEmpty();
  }

  /** Says hello. */
  Answer greet(Message.Hello hello, Duration time) throws InterruptedException {
    child.send(codec.write(hello) + "\n");
    return reply(time);
  }

  /**
   * Runs a program; the answer is the result with its id.
   *
   * @param longest how many bytes the answer may have
   * @param quiet how long the process is watched afterwards for what it must not write
   */
  Answer run(Message.Run run, int longest, Duration time, Duration quiet)
      throws InterruptedException {
    errorsBefore = child.errors().total();
    if (lines.ready()) {
      return missing(new Outcome.ProtocolError("it wrote before it was asked: " + glimpse()));
    }
    lines.allow(longest);
    served++;
    underWay = true;
    child.send(codec.write(run) + "\n");
    Answer answer = reply(time);
    underWay = false;
    if (answer instanceof Answer.Given(Message.Reply reply)) {
      Optional<String> wrong = wrong(reply, run.id());
      remember(run.id());
      child.pause(lines::ready, quiet);
      if (wrong.isEmpty() && lines.ready()) {
        wrong = Optional.of("it went on after its answer: " + glimpse());
      }
      if (wrong.isPresent()) {
        return missing(new Outcome.ProtocolError(wrong.get()));
      }
    }
    return answer;
  }

  private Optional<String> wrong(Message.Reply reply, String id) {
    return switch (reply) {
      case Message.Result result when result.id().equals(id) -> Optional.empty();
      case Message.Result result when answered.contains(result.id()) ->
          Optional.of("a second answer to an earlier run");
      case Message.Result result ->
          Optional.of("its answer has the id `" + Glimpse.of(result.id()) + "`, which is no run's");
      case Message.Greeting g -> Optional.of("`hello` in the place of a result");
      case Message.Other(String type) ->
          Optional.of("a message `" + Glimpse.of(type) + "` in the place of a result");
    };
  }

  private void remember(String id) {
    answered.add(id);
    if (answered.size() > REMEMBERED) {
      answered.remove(answered.iterator().next());
    }
  }

  private Answer reply(Duration time) throws InterruptedException {
    Ending ending = child.awaitUnless(lines::ready, time);
    if (!(ending instanceof Ending.Finished)) {
      end(ending);
    }
    if (lines.overlong()) {
      return missing(
          new Outcome.ProtocolError(
              "a line is longer than " + lines.limit() + " bytes: " + glimpse()));
    }
    Optional<byte[]> line = lines.poll();
    return line.isPresent() ? read(line.get()) : missing(outcome(ending, time));
  }

  private Answer read(byte[] line) throws InterruptedException {
    OptionalInt invalid = Bytes.firstInvalid(line);
    if (invalid.isPresent()) {
      int at = invalid.getAsInt();
      return missing(
          new Outcome.ProtocolError(
              "byte 0x%02X at offset %d of a line is no UTF-8".formatted(line[at], at)));
    }
    String text = Bytes.lenient(line);
    try {
      return new Answer.Given(codec.read(text));
    } catch (BadMessage bad) {
      return missing(
          new Outcome.ProtocolError(
              "a line is no message: " + bad.getMessage() + ": " + Glimpse.of(text)));
    }
  }

  private Outcome outcome(Ending ending, Duration time) {
    return switch (ending) {
      case Ending.OverTime t -> new Outcome.TimedOut(time.toMillis());
      case Ending.OverMemory m -> new Outcome.Exhausted("memory");
      case Ending.Exit e -> new Outcome.Crashed(departure());
      case Ending.OverOutput o -> new Outcome.Crashed(departure());
      case Ending.Finished f -> throw new IllegalStateException("a line is there");
    };
  }

  private String departure() {
    String rest = Bytes.lenient(lines.rest());
    String where = rest.isEmpty() ? "" : " in the middle of a line (" + Glimpse.of(rest) + ")";
    String words = lastWords();
    return "ended before its answer%s, %s%s"
        .formatted(
            where,
            new ExitStatus(child.exitCode()).text(),
            words.isEmpty() ? "" : "; the end of its error stream: " + words);
  }

  private String lastWords() {
    return errors().lines().reduce((a, b) -> b).map(Glimpse::of).orElse("");
  }

  private String glimpse() {
    byte[] bytes = lines.poll().orElseGet(lines::rest);
    return Glimpse.of(Bytes.lenient(bytes));
  }

  private Answer missing(Outcome outcome) throws InterruptedException {
    broken = true;
    child.kill();
    return new Answer.Missing(outcome);
  }

  private void end(Ending ending) throws InterruptedException {
    broken = true;
    child.end(ending);
  }

  /** Why the program was never executed, if so. */
  Optional<String> notExecuted() {
    return child.notStarted();
  }

  /** What it wrote to its error stream since the run began, at most its end. */
  String errors() {
    return child.errors().since(errorsBefore).strip();
  }

  /** The peak of its memory in bytes. */
  OptionalLong peakMemory() {
    return child.peakMemory();
  }

  /** Its exit code if it has ended. */
  OptionalInt exitCode() {
    return child.exitCode();
  }

  /**
   * Tells it to end and waits a second for that.
   *
   * @return what it still wrote, which is against the protocol
   */
  Optional<String> dismiss() throws InterruptedException {
    if (!broken && !underWay) {
      broken = true;
      child.send(codec.write(new Message.Bye()) + "\n");
      child.closeInput();
      child.pause(() -> child.exitCode().isPresent() || lines.ready(), FAREWELL);
      child.end(new Ending.Exit(0));
    }
    return lines.ready() ? Optional.of(glimpse()) : Optional.empty();
  }

  /** Ends it, politely if it is in order, with everything that it has started. */
  @Override
  public void close() {
    try {
      dismiss();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      child.close();
      workspace.close();
    }
  }
}
