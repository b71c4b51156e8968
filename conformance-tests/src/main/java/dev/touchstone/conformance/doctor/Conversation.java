package dev.touchstone.conformance.doctor;

import dev.touchstone.conformance.subject.SubjectDescription;
import dev.touchstone.conformance.subject.session.Codec;
import dev.touchstone.conformance.subject.session.Lines;
import dev.touchstone.conformance.subject.session.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** A careful conversation with one process of a session subject. */
final class Conversation implements AutoCloseable {
  /** How long a process is listened to after an answer, in case it has more to say. */
  private static final Duration QUIET = Duration.ofMillis(150);

  /** The protocol gives it a second; the machine may be busy. */
  private static final Duration TO_END = Duration.ofMillis(2500);

  private static final Pattern PROMPT = Pattern.compile("\\S{0,16}[>:%$#?=] ?");

  private final SubjectDescription subject;
  private final Wire wire;
  private final Codec codec;
  private final Listener listener;
  private final Set<String> answered = new HashSet<>();

  private Conversation(SubjectDescription subject, Wire wire, Lines lines) {
    this.subject = subject;
    this.wire = wire;
    this.codec = Codec.of(lines);
    this.listener = new Listener(wire, lines);
  }

  /** Starts a process and says nothing yet. */
  static Conversation open(SubjectDescription subject, Lines lines) throws Fatal {
    try {
      return new Conversation(subject, Wire.open(subject), lines);
    } catch (IOException e) {
      throw new Fatal(Mistake.NOT_EXECUTABLE, "the system says: " + e.getMessage());
    }
  }

  /** Says hello and checks the answer. */
  Message.Greeting greet() throws Fatal, InterruptedException {
    send(new Message.Hello(Message.PROTOCOL, "touchstone doctor"));
    Message.Reply reply =
        listener.next("hello", "", Mistake.DIES_AT_START, subject.limits().start());
    if (!(reply instanceof Message.Greeting greeting)) {
      throw new Fatal(Mistake.HELLO_INCOMPLETE, "hello was answered by " + reply);
    }
    if (greeting.refused().isPresent() || !major(greeting.protocol()).equals("1")) {
      String why = greeting.refused().map(r -> "; it says " + Escaped.text(r)).orElse("");
      throw new Fatal(
          Mistake.WRONG_PROTOCOL_VERSION,
          "the runner speaks %s, the subject %s%s"
              .formatted(Message.PROTOCOL, Escaped.text(greeting.protocol()), why));
    }
    if (greeting.name().isEmpty()) {
      throw new Fatal(Mistake.HELLO_INCOMPLETE, "the answer has no `name`");
    }
    checkQuiet("hello", "", "");
    return greeting;
  }

  private static String major(String version) {
    return version.replaceFirst("\\..*", "");
  }

  /**
   * Runs a program.
   *
   * @param printed what the program prints, empty if nothing
   * @param end what it means if the process ends instead of answering
   */
  Message.Result run(String program, String printed, Mistake end)
      throws Fatal, InterruptedException {
    String id = "d-" + UUID.randomUUID();
    send(
        new Message.Run(
            id,
            program,
            false,
            Optional.of(""),
            List.of(),
            Map.of(),
            Map.of("time", subject.limits().time().toMillis(), "output", subject.limits().output()),
            "none"));
    String what = "the result of " + program;
    Message.Reply reply = listener.next(what, printed, end, subject.limits().time());
    if (!(reply instanceof Message.Result result)) {
      throw new Fatal(Mistake.NOT_A_MESSAGE, "a run was answered by " + reply);
    }
    checkId(id, result);
    checkQuiet(what, id, printed);
    return result;
  }

  private void checkId(String id, Message.Result result) throws Fatal {
    String came = result.id();
    if (!came.equals(id)) {
      boolean earlier = answered.contains(came);
      throw new Fatal(
          earlier ? Mistake.LATE_ID : Mistake.ID_NOT_ECHOED,
          "the run has the id %s, its result %s%s"
              .formatted(
                  Escaped.text(id),
                  Escaped.text(came),
                  earlier ? ", which was that of an earlier run" : ""));
    }
    answered.add(id);
  }

  /** After an answer nothing more may come. */
  private void checkQuiet(String after, String id, String printed)
      throws Fatal, InterruptedException {
    Wire.Piece more = wire.surplus(QUIET);
    if (more.isEmpty()) {
      return;
    }
    String seen = "after " + after + " came also " + more;
    String first = more.text().lines().findFirst().orElse("");
    boolean again =
        listener.read(first).orElse(null) instanceof Message.Result result
            && result.id().equals(id);
    boolean own = !printed.isEmpty() && more.text().contains(printed);
    throw new Fatal(
        again
            ? Mistake.ANSWERS_TWICE
            : !own && PROMPT.matcher(more.text()).matches()
                ? Mistake.PROMPT_IN_ANSWER
                : Mistake.STRAY_OUTPUT,
        seen);
  }

  /** What the error stream says so far. */
  String errors() {
    return wire.errors();
  }

  /** Says bye and checks that nothing is left. */
  void bye() throws Fatal, InterruptedException {
    send(new Message.Bye());
    checkEnd("bye");
  }

  /** Ends the input and checks that nothing is left. */
  void hangUp() throws Fatal, InterruptedException {
    wire.closeInput();
    checkEnd("the end of its input");
  }

  private void checkEnd(String after) throws Fatal, InterruptedException {
    OptionalInt code = wire.awaitExit(TO_END);
    if (code.isEmpty()) {
      throw new Fatal(
          Mistake.DOES_NOT_END, "it still runs %d ms after %s".formatted(TO_END.toMillis(), after));
    }
    if (code.getAsInt() != 0) {
      throw new Fatal(
          Mistake.BAD_EXIT_CODE,
          "exit code %d after %s%s".formatted(code.getAsInt(), after, Escaped.tail(wire.errors())));
    }
    List<Long> left = wire.survivors();
    if (!left.isEmpty()) {
      throw new Fatal(
          Mistake.CHILD_LEFT_BEHIND, "still running after " + after + ": " + Processes.named(left));
    }
  }

  private void send(Message.Request message) {
    wire.send(codec.write(message) + "\n");
  }

  @Override
  public void close() {
    wire.close();
  }
}
