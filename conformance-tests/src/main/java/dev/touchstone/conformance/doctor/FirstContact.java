package dev.touchstone.conformance.doctor;

import dev.touchstone.conformance.subject.SubjectDescription;
import dev.touchstone.conformance.subject.session.BadMessage;
import dev.touchstone.conformance.subject.session.Codec;
import dev.touchstone.conformance.subject.session.Lines;
import dev.touchstone.conformance.subject.session.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Finds out what kind of thing a command starts, from the first bytes that it writes. */
public final class FirstContact {
  /** A banner may stand before the answer; the doctor will tell. */
  private static final int MOST_LINES = 8;

  private static final Duration SETTLED = Duration.ofMillis(700);

  private FirstContact() {}

  /**
   * The answer to hello, if the subject answers in that form of lines.
   *
   * @param subject its command is started
   * @param time how long the answer may take
   */
  public static Optional<Message.Greeting> greeting(
      SubjectDescription subject, Lines lines, Duration time) throws InterruptedException {
    Codec codec = Codec.of(lines);
    try (Wire wire = Wire.open(subject)) {
      wire.send(codec.write(new Message.Hello(Message.PROTOCOL, "touchstone init")) + "\n");
      Wire.Reply reply = wire.readLine(time);
      for (int i = 0; i < MOST_LINES; i++) {
        Optional<Message.Greeting> greeting = greeting(codec, text(reply));
        if (greeting.isPresent() || !(reply instanceof Wire.Reply.Line)) {
          return greeting;
        }
        reply = wire.readLine(SETTLED);
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String text(Wire.Reply reply) {
    return switch (reply) {
      case Wire.Reply.Line(Wire.Piece piece) -> piece.text();
      case Wire.Reply.Partial(Wire.Piece piece) -> piece.text();
      case Wire.Reply.AfterEnd(Wire.Piece piece) -> piece.text().lines().findFirst().orElse("");
      case Wire.Reply.Gone(int code, Wire.Piece piece) -> piece.text();
      case Wire.Reply.Silence() -> "";
    };
  }

  private static Optional<Message.Greeting> greeting(Codec codec, String line) {
    try {
      return codec.read(line) instanceof Message.Greeting g ? Optional.of(g) : Optional.empty();
    } catch (BadMessage bad) {
      return Optional.empty();
    }
  }

  /** What stands after the last line feed when the subject waits for its input: a prompt. */
  public static Optional<String> prompt(SubjectDescription subject, Duration time)
      throws InterruptedException {
    try (Wire wire = Wire.open(subject)) {
      wire.awaitOutput(time);
      String text = wire.surplus(SETTLED).text();
      String prompt = text.substring(text.lastIndexOf('\n') + 1);
      return prompt.isBlank() || wire.hasEnded() ? Optional.empty() : Optional.of(prompt);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
