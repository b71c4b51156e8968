package dev.touchstone.conformance.subject.session;

import dev.touchstone.conformance.subject.CommandLine;
import dev.touchstone.conformance.subject.Outcome;
import dev.touchstone.conformance.subject.SubjectDescription;
import dev.touchstone.conformance.subject.process.ChildProcess;
import dev.touchstone.conformance.subject.process.Launch;
import dev.touchstone.conformance.subject.process.LiveChildren;
import dev.touchstone.conformance.subject.process.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Starts processes of a subject and shakes hands with them. Thread-safe. */
final class Starter implements AutoCloseable {
  /** A greeting names features; it needs no more. */
  private static final int LONGEST_GREETING = 1 << 20;

  private final SubjectDescription description;
  private final CommandLine commandLine;
  private final Codec codec;
  private final LiveChildren children = new LiveChildren();

  Starter(SubjectDescription description, Codec codec) {
    this.description = description;
    this.commandLine = new CommandLine(description);
    this.codec = codec;
  }

  /** A process that has said hello. */
  record Started(Worker worker, Message.Greeting greeting) {}

  /** Starts a process. */
  Started start() throws NotStarted, InterruptedException {
    Optional<String> missing = commandLine.missing();
    if (missing.isPresent()) {
      throw new NotStarted(missing.get(), true);
    }
    Worker worker = launch();
    boolean usable = false;
    try {
      Message.Hello hello = new Message.Hello(Message.PROTOCOL, "touchstone " + version());
      Started started =
          new Started(worker, greeting(worker, worker.greet(hello, description.limits().start())));
      usable = true;
      return started;
    } finally {
      if (!usable) {
        worker.close();
      }
    }
  }

  private static String version() {
    return Optional.ofNullable(Starter.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  private Worker launch() throws NotStarted {
    Workspace workspace = Workspace.create();
    LineBuffer lines = new LineBuffer(LONGEST_GREETING);
    try {
      Launch launch =
          new Launch(
              commandLine.resolved(description.command()),
              workspace.directory(),
              commandLine.environment(workspace.directory()),
              Integer.MAX_VALUE,
              description.limits().memory().orElse(Long.MAX_VALUE),
              Duration.ZERO,
              "");
      ChildProcess child = children.start(launch, lines);
      return new Worker(child, lines, workspace, codec);
    } catch (IOException refused) {
      workspace.close();
      throw new NotStarted("it cannot be started: " + refused.getMessage(), true);
    }
  }

  private Message.Greeting greeting(Worker worker, Answer answer) throws NotStarted {
    return switch (answer) {
      case Answer.Given(Message.Greeting greeting) -> accepted(greeting);
      case Answer.Given(Message.Reply other) ->
          throw new NotStarted("its first message is no `hello`", false);
      case Answer.Missing(Outcome outcome) -> {
        Optional<String> refused = worker.notExecuted();
        throw refused.isPresent()
            ? new NotStarted("it cannot be started: " + refused.get(), true)
            : new NotStarted(before(outcome), false);
      }
    };
  }

  private static Message.Greeting accepted(Message.Greeting greeting) throws NotStarted {
    if (greeting.refused().isPresent()) {
      throw new NotStarted("it refused: " + Glimpse.of(greeting.refused().get()), true);
    }
    String protocol = greeting.protocol();
    if (!protocol.matches("1\\.[0-9]{1,6}")) {
      throw new NotStarted(
          "it speaks version %s of the protocol, and this runner %s"
              .formatted(Glimpse.of(protocol), Message.PROTOCOL),
          true);
    }
    if (greeting.name().isEmpty()) {
      throw new NotStarted("its `hello` has no `name`", true);
    }
    return greeting;
  }

  private static String before(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Crashed(String what) -> "it " + what.replace("its answer", "its `hello`");
      case Outcome.TimedOut(long time) -> "it did not answer `hello` within " + time + " ms";
      case Outcome.ProtocolError(String what) -> "instead of `hello`, " + what;
      default -> "instead of `hello`: " + outcome;
    };
  }

  @Override
  public void close() {
    children.close();
  }
}
