package dev.touchstone.conformance.subject.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The fields of one message, whatever the form of its line. A field may be asked for in any order.
 */
interface Fields {
  /** What the message is. */
  String type() throws BadMessage;

  /** The text of a field. */
  Optional<String> text(String field) throws BadMessage;

  /** The texts of a field, in their order. */
  Optional<List<String>> texts(String field) throws BadMessage;

  /** The whole number of a field. */
  OptionalLong integer(String field) throws BadMessage;

  /** The map of a field whose values are texts. */
  Optional<Map<String, String>> textMap(String field) throws BadMessage;

  /** The map of a field whose values are whole numbers. */
  Optional<Map<String, Long>> integerMap(String field) throws BadMessage;

  /** The text of a field that must be there. */
  default String required(String field) throws BadMessage {
    Optional<String> text = text(field);
    if (text.isEmpty()) {
      throw new BadMessage("it has no field `" + field + "`");
    }
    return text.get();
  }

  /** The message that these fields make. */
  default Message.Reply message() throws BadMessage {
    return switch (type()) {
      case "hello" -> greeting();
      case "result" -> result();
      default -> new Message.Other(type());
    };
  }

  private Message.Greeting greeting() throws BadMessage {
    return new Message.Greeting(
        required("protocol"),
        text("name"),
        text("version"),
        text("isolation"),
        texts("rungs"),
        texts("features"),
        texts("without"),
        textMap("capabilities"),
        texts("counters"),
        text("trace"),
        text("refused"));
  }

  private Message.Result result() throws BadMessage {
    return new Message.Result(
        required("id"),
        required("status"),
        texts("values"),
        text("output"),
        text("class"),
        text("phase"),
        text("message"),
        integer("code"),
        text("limit"),
        text("reason"),
        integerMap("counters").orElse(Map.of()),
        texts("diagnostics").map(lines -> String.join("\n", lines)),
        trace());
  }

  private Optional<Message.TraceReport> trace() throws BadMessage {
    Optional<List<String>> events = texts("events");
    Optional<List<String>> records = events.isPresent() ? events : texts("steps");
    Optional<String> hash = text("trace-hash");
    return records.isEmpty() && hash.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Message.TraceReport(
                records,
                integer("trace-count"),
                hash,
                textMap("trace-checkpoints").orElse(Map.of())));
  }
}
