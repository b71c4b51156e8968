package dev.touchstone.conformance.subject.session;

/** Turns messages into lines and lines into messages. Thread-safe. */
public interface Codec {
  /** The line of a message, without its end; it has no line feed in it. */
  String write(Message.Request message);

  /**
   * The message of a line.
   *
   * @param line without its end
   * @throws BadMessage if it is none
   */
  Message.Reply read(String line) throws BadMessage;

  /** The codec for a form of lines. */
  static Codec of(Lines lines) {
    return switch (lines) {
      case JSON -> new JsonCodec();
      case SEXP -> new SexpCodec();
    };
  }
}
