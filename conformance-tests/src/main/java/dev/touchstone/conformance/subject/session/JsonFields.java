package dev.touchstone.conformance.subject.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The fields of a JSON object; {@code null} is as good as no field. */
record JsonFields(ObjectNode object) implements Fields {
  @Override
  public String type() throws BadMessage {
    return required("type");
  }

  private Optional<JsonNode> field(String name) {
    return object.optional(name).filter(node -> !node.isNull());
  }

  @Override
  public Optional<String> text(String field) throws BadMessage {
    Optional<JsonNode> node = field(field);
    return node.isEmpty() ? Optional.empty() : Optional.of(text(field, node.get()));
  }

  private static String text(String field, JsonNode node) throws BadMessage {
    if (!node.isTextual()) {
      throw new BadMessage("`" + field + "` must be a text");
    }
    return node.textValue();
  }

  /** A text alone is as good as a list of one: it is what {@code diagnostics} often is. */
  @Override
  public Optional<List<String>> texts(String field) throws BadMessage {
    Optional<JsonNode> node = field(field);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (node.get().isTextual() && field.equals("diagnostics")) {
      return Optional.of(List.of(node.get().textValue()));
    }
    if (!node.get().isArray()) {
      throw new BadMessage("`" + field + "` must be a list of texts");
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode item : node.get()) {
      texts.add(text("an item of " + field, item));
    }
    return Optional.of(texts);
  }

  @Override
  public OptionalLong integer(String field) throws BadMessage {
    Optional<JsonNode> node = field(field);
    return node.isEmpty() ? OptionalLong.empty() : OptionalLong.of(integer(field, node.get()));
  }

  private static long integer(String field, JsonNode node) throws BadMessage {
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw new BadMessage("`" + field + "` must be a whole number");
    }
    return node.longValue();
  }

  @Override
  public Optional<Map<String, String>> textMap(String field) throws BadMessage {
    Map<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : entries(field)) {
      texts.put(entry.getKey(), text(entry.getKey(), entry.getValue()));
    }
    return field(field).map(node -> texts);
  }

  @Override
  public Optional<Map<String, Long>> integerMap(String field) throws BadMessage {
    Map<String, Long> numbers = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : entries(field)) {
      numbers.put(entry.getKey(), integer(entry.getKey(), entry.getValue()));
    }
    return field(field).map(node -> numbers);
  }

  private Iterable<Map.Entry<String, JsonNode>> entries(String field) throws BadMessage {
    Optional<JsonNode> node = field(field);
    if (node.isPresent() && !node.get().isObject()) {
      throw new BadMessage("`" + field + "` must be an object");
    }
    return node.<Iterable<Map.Entry<String, JsonNode>>>map(JsonNode::properties).orElse(List.of());
  }
}
