package dev.touchstone.conformance.subject;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.touchstone.vm.api.Limits;
import dev.touchstone.vm.reader.DatumReader;
import dev.touchstone.vm.serve.Server;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of the protocol says of messages what its chapter says. */
class ProtocolSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FILE = Path.of("../spec/protocol.schema.json");

  static Stream<String> linesOfTheTranscripts() {
    return ProtocolChapter.transcripts().stream().flatMap(String::lines);
  }

  /** The transcripts hold S-expressions; the schema says which of their fields are what in JSON. */
  @ParameterizedTest
  @MethodSource("linesOfTheTranscripts")
  void everyMessageOfTheChapterIsValid(String line) throws IOException {
    String part = line.startsWith("> ") ? "request" : "answer";
    Value message = DatumReader.readDatum(line.substring(2));
    if (!line.startsWith("> (dance")) {
      assertThat(mistakes(part, json(message))).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("linesOfTheTranscripts")
  void everyAnswerOfTheReferenceVmIsValid(String line) throws IOException {
    if (line.startsWith("> ")) {
      Server server = new Server("1.0", Limits.GENEROUS);
      String answer = server.answer(line.substring(2)).line().orElseThrow();
      assertThat(mistakes("answer", json(DatumReader.readDatum(answer)))).isEmpty();
    }
  }

  @Test
  void theSameRequestIsShownInBothForms() throws IOException {
    List<String> forms = ProtocolChapter.blocks("").getFirst().lines().toList();
    String asJson = JSON.writeValueAsString(json(DatumReader.readDatum(forms.get(1))));
    assertThat(JSON.readTree(asJson)).isEqualTo(JSON.readTree(forms.get(0)));
    assertThat(mistakes("request", JSON.readTree(forms.get(0)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'type':'result','status':'completed'}",
        "{'type':'result','id':'1'}",
        "{'type':'result','id':'1','status':'done'}",
        "{'type':'result','id':1,'status':'completed'}",
        "{'type':'result','id':'1','status':'completed','values':'3'}",
        "{'type':'result','id':'1','status':'error','class':'oops'}",
        "{'type':'result','id':'1','status':'exited'}",
        "{'type':'result','id':'1','status':'exhausted'}",
        "{'type':'result','id':'1','status':'unsupported'}",
        "{'type':'result','id':'1','status':'crashed'}",
        "{'type':'result','id':'1','status':'completed','counters':{'steps':'many'}}",
        "{'type':'hello','protocol':'1.0'}",
        "{'type':'hello','protocol':'one','name':'x'}",
        "{'type':'hello','protocol':'1.0','name':'x','isolation':'some'}",
        "{'type':'bye'}"
      })
  void whatIsNoAnswerIsInvalid(String message) throws IOException {
    assertThat(mistakes("answer", JSON.readTree(message.replace('\'', '"')))).isNotEmpty();
  }

  @Test
  void fieldsThatNobodyKnowsAreValid() throws IOException {
    String message = "{'type':'result','id':'1','status':'completed','colour':'red'}";
    assertThat(mistakes("answer", JSON.readTree(message.replace('\'', '"')))).isEmpty();
  }

  @Test
  void theClassesAndPhasesAreThoseOfTheSpec() throws IOException {
    JsonNode result = tree().at("/$defs/result/properties");
    assertThat(choices(result.at("/class")))
        .containsExactlyElementsOf(Stream.of(ErrorClass.values()).map(ErrorClass::id).toList());
    assertThat(choices(result.at("/phase")))
        .containsExactlyElementsOf(Stream.of(Phase.values()).map(Phase::id).toList());
  }

  private static List<String> choices(JsonNode part) {
    List<String> names = new ArrayList<>();
    part.at("/enum").forEach(name -> names.add(name.asText()));
    return names;
  }

  private static JsonNode tree() throws IOException {
    return JSON.readTree(Files.readString(FILE));
  }

  private static List<String> mistakes(String part, JsonNode message) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("$ref", "#/$defs/" + part).set("$defs", tree().at("/$defs"));
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(JSON.writeValueAsString(root), InputFormat.JSON);
    return schema.validate(JSON.writeValueAsString(message), InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }

  /** An S-expression message as the JSON message that says the same. */
  private static JsonNode json(Value message) throws IOException {
    Pair pair = (Pair) message;
    String type = text(pair.car());
    ObjectNode fields = JSON.createObjectNode().put("type", type);
    for (Value field : list(pair.cdr())) {
      Pair named = (Pair) field;
      String name = text(named.car());
      fields.set(name, field(kind(type, name), list(named.cdr())));
    }
    return fields;
  }

  private static JsonNode field(String kind, List<Value> items) throws JsonProcessingException {
    return switch (kind) {
      case "array" -> JSON.valueToTree(items.stream().map(ProtocolSchemaTest::text).toList());
      case "object" -> {
        ObjectNode entries = JSON.createObjectNode();
        for (Value item : items) {
          List<Value> entry = list(item);
          entries.set(text(entry.get(0)), leaf(entry.get(1)));
        }
        yield entries;
      }
      default -> leaf(items.getFirst());
    };
  }

  private static JsonNode leaf(Value item) {
    return item instanceof Fixnum number
        ? JSON.valueToTree(number.value())
        : JSON.valueToTree(text(item));
  }

  private static String kind(String message, String field) {
    try {
      for (JsonNode part : tree().at("/$defs")) {
        JsonNode properties = part.at("/properties");
        JsonNode kind = properties.at("/" + field + "/type");
        if (properties.at("/type/const").asText().equals(message) && !kind.isMissingNode()) {
          return kind.asText();
        }
      }
      return "string";
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private static String text(Value item) {
    return item instanceof Str text ? text.text() : ((Symbol) item).name();
  }

  private static List<Value> list(Value items) {
    List<Value> list = new ArrayList<>();
    Value rest = items;
    while (rest instanceof Pair pair) {
      list.add(pair.car());
      rest = pair.cdr();
    }
    return list;
  }
}
