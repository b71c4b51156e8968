package dev.touchstone.conformance.doctor;

import dev.touchstone.conformance.subject.process.Bytes;
import dev.touchstone.conformance.subject.session.BadMessage;
import dev.touchstone.conformance.subject.session.Codec;
import dev.touchstone.conformance.subject.session.Lines;
import dev.touchstone.conformance.subject.session.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Understands what comes over the wire, and names what is wrong with it. */
final class Listener {
  /** How long more lines are waited for when a line is no message. */
  private static final Duration MORE = Duration.ofMillis(400);

  private static final int MOST_LINES = 20;

  /** A message that lacks one of its fields is a message all the same. */
  private static final Map<String, Mistake> LACKING =
      Map.of(
          "protocol", Mistake.HELLO_INCOMPLETE,
          "id", Mistake.ID_NOT_ECHOED,
          "status", Mistake.UNKNOWN_STATUS);

  private final Wire wire;
  private final Lines lines;
  private final Codec codec;

  Listener(Wire wire, Lines lines) {
    this.wire = wire;
    this.lines = lines;
    this.codec = Codec.of(lines);
  }

  /**
   * The next message.
   *
   * @param what the message that is awaited, for sentences
   * @param printed what the program prints; it may not stand beside messages
   * @param end what it means if the process ends instead
   */
  Message.Reply next(String what, String printed, Mistake end, Duration time)
      throws Fatal, InterruptedException {
    return switch (wire.readLine(time)) {
      case Wire.Reply.Line(Wire.Piece line) -> message(what, printed, line);
      case Wire.Reply.Gone(int code, Wire.Piece rest) ->
          throw new Fatal(
              wire.notStarted() ? Mistake.NOT_EXECUTABLE : end,
              "instead of %s the process ended with exit code %d after %s%s"
                  .formatted(what, code, rest, Escaped.tail(wire.errors())));
      case Wire.Reply.Partial(Wire.Piece rest) -> throw unended(what, rest);
      case Wire.Reply.AfterEnd(Wire.Piece rest) ->
          throw new Fatal(
              Mistake.OUTPUT_NOT_FLUSHED,
              "%s did not come in %d ms; after the end of the input came %s"
                  .formatted(what, time.toMillis(), rest));
      case Wire.Reply.Silence() ->
          throw new Fatal(
              Mistake.NO_ANSWER,
              "waited %d ms for %s: not a byte on the standard output%s"
                  .formatted(time.toMillis(), what, Escaped.tail(wire.errors())));
    };
  }

  private Fatal unended(String what, Wire.Piece rest) {
    if (read(codec, rest.text()).isPresent()) {
      return new Fatal(Mistake.NO_LINE_END, "for " + what + " came " + rest + " and no \\n");
    }
    return isUtf8(rest)
        ? new Fatal(Mistake.NO_ANSWER, "for " + what + " came only " + rest)
        : encoding(rest);
  }

  private Message.Reply message(String what, String printed, Wire.Piece line)
      throws Fatal, InterruptedException {
    if (!isUtf8(line)) {
      throw encoding(line);
    }
    try {
      return codec.read(line.text());
    } catch (BadMessage bad) {
      throw noMessage(what, printed, line, bad);
    }
  }

  private Fatal noMessage(String what, String printed, Wire.Piece line, BadMessage bad)
      throws InterruptedException {
    String text = line.text();
    String why = String.valueOf(bad.getMessage());
    for (Map.Entry<String, Mistake> lacking : LACKING.entrySet()) {
      if (why.contains("no field `" + lacking.getKey() + "`")) {
        return new Fatal(lacking.getValue(), line + ": " + why);
      }
    }
    if (Stream.of(Lines.values())
        .anyMatch(l -> l != lines && read(Codec.of(l), text).isPresent())) {
      return new Fatal(
          Mistake.WRONG_LINES, "the file says `lines: " + lines.id() + "`, but there came " + line);
    }
    OptionalInt start = messageInside(text);
    if (start.isPresent()) {
      String before = text.substring(0, start.getAsInt());
      boolean own = !printed.isEmpty() && before.contains(printed);
      return new Fatal(
          own ? Mistake.STRAY_OUTPUT : Mistake.PROMPT_IN_ANSWER,
          Escaped.text(before) + " stands before the message: " + line);
    }
    List<String> more = moreLines();
    if (isMessageOnSeveralLines(text, more)) {
      return new Fatal(
          Mistake.MESSAGE_ON_SEVERAL_LINES, line + " is only the first line of " + what);
    }
    if (more.stream().anyMatch(l -> read(codec, l).isPresent())) {
      return new Fatal(
          what.equals("hello") ? Mistake.PROMPT_IN_ANSWER : Mistake.STRAY_OUTPUT,
          "the line " + line + " came before " + what);
    }
    return new Fatal(Mistake.NOT_A_MESSAGE, line + " is no message: " + why);
  }

  /** Where a message begins in a line that has something else before it. */
  private OptionalInt messageInside(String text) {
    char opening = lines == Lines.JSON ? '{' : '(';
    for (int i = text.indexOf(opening); i >= 0; i = text.indexOf(opening, i + 1)) {
      if (i > 0 && read(codec, text.substring(i)).isPresent()) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private List<String> moreLines() throws InterruptedException {
    List<String> more = new ArrayList<>();
    while (more.size() < MOST_LINES
        && wire.readLine(MORE) instanceof Wire.Reply.Line(Wire.Piece piece)) {
      more.add(piece.text());
    }
    return more;
  }

  private boolean isMessageOnSeveralLines(String first, List<String> more) {
    StringBuilder all = new StringBuilder(first);
    for (String line : more) {
      if (read(codec, all.append(' ').append(line).toString()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The message of a line, if it is one that a subject may send. */
  Optional<Message.Reply> read(String line) {
    return read(codec, line);
  }

  private static Optional<Message.Reply> read(Codec codec, String line) {
    try {
      return Optional.of(codec.read(line)).filter(m -> !(m instanceof Message.Other));
    } catch (BadMessage bad) {
      return Optional.empty();
    }
  }

  private static boolean isUtf8(Wire.Piece piece) {
    byte[] bytes = piece.bytes();
    boolean bom = bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB;
    return !bom && Bytes.indexOf(bytes, new byte[1], 0) < 0 && Bytes.firstInvalid(bytes).isEmpty();
  }

  private static Fatal encoding(Wire.Piece piece) {
    return new Fatal(Mistake.WRONG_ENCODING, piece + " is not UTF-8 without a byte order mark");
  }
}
