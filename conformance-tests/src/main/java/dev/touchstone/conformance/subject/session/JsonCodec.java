package dev.touchstone.conformance.subject.session;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Messages as JSON objects with a field {@code type}. */
final class JsonCodec implements Codec {
  /** What a line may hold is bounded before it comes here. */
  private static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder()
          .maxStringLength(Integer.MAX_VALUE)
          .maxNestingDepth(100)
          .build();

  private final JsonMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(CONSTRAINTS)
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  @Override
  public String write(Message.Request message) {
    ObjectNode object = mapper.createObjectNode();
    switch (message) {
      case Message.Hello(String protocol, String runner) ->
          object.put("type", "hello").put("protocol", protocol).put("runner", runner);
      case Message.Bye() -> object.put("type", "bye");
      case Message.Run run -> write(run, object);
    }
    return object.toString();
  }

  private static void write(Message.Run run, ObjectNode object) {
    object.put("type", "run").put("id", run.id());
    object.put(run.assembly() ? "assembly" : "program", run.text());
    run.input().ifPresent(input -> object.put("input", input));
    if (!run.args().isEmpty()) {
      run.args().forEach(object.putArray("args")::add);
    }
    if (!run.files().isEmpty()) {
      ObjectNode files = object.putObject("files");
      run.files().forEach(files::put);
    }
    ObjectNode limits = object.putObject("limits");
    for (Map.Entry<String, Long> limit : run.limits().entrySet()) {
      limits.put(limit.getKey(), limit.getValue().longValue());
    }
    object.put("trace", run.trace());
  }

  @Override
  public Message.Reply read(String line) throws BadMessage {
    try {
      JsonNode tree = mapper.readTree(line);
      if (tree instanceof ObjectNode object) {
        return new JsonFields(object).message();
      }
      throw new BadMessage("it is no JSON object");
    } catch (JsonProcessingException wrong) {
      throw new BadMessage("it is no JSON: " + wrong.getOriginalMessage());
    }
  }
}
