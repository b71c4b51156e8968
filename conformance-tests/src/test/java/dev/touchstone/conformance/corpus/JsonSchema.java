package dev.touchstone.conformance.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.touchstone.conformance.corpus.yaml.YamlFile;
import dev.touchstone.conformance.corpus.yaml.YamlList;
import dev.touchstone.conformance.corpus.yaml.YamlMap;
import dev.touchstone.conformance.corpus.yaml.YamlNode;
import dev.touchstone.conformance.corpus.yaml.YamlScalar;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A schema as an editor applies it: to YAML whose plain scalars are typed as YAML 1.2 says. */
public final class JsonSchema {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode tree;
  private final Schema schema;

  /** The schema of a file. */
  public JsonSchema(Path file) {
    try {
      String text = Files.readString(file);
      tree = JSON.readTree(text);
      schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(text, InputFormat.JSON);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The names of the properties of a part of the schema, for example {@code /$defs/case}. */
  public List<String> properties(String pointer) {
    List<String> names = new ArrayList<>();
    tree.at(pointer + "/properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The choices of a part of the schema. */
  public List<String> choices(String pointer) {
    List<String> names = new ArrayList<>();
    tree.at(pointer + "/enum").forEach(name -> names.add(name.asText()));
    return names;
  }

  /** The parts that describe a property and have no description. */
  public List<String> undescribed() {
    List<String> found = new ArrayList<>();
    collectUndescribed(tree, "", found);
    return found;
  }

  private static void collectUndescribed(JsonNode node, String path, List<String> found) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      JsonNode child = entry.getValue();
      String here = path + "/" + entry.getKey();
      boolean property = path.endsWith("/properties") && !path.contains("/if/");
      if (property && child.isObject() && !child.has("description")) {
        found.add(here);
      }
      if (!entry.getKey().equals("if") && !entry.getKey().equals("enum")) {
        collectUndescribed(child, here, found);
      }
    }
  }

  /** What is wrong with a YAML text. */
  public List<String> mistakes(String yaml) {
    Problems problems = new Problems();
    YamlMap root =
        YamlFile.read("f.yaml", yaml.getBytes(StandardCharsets.UTF_8), problems).orElseThrow();
    problems.throwIfAny();
    try {
      String json = JSON.writeValueAsString(typed(root));
      return schema.validate(json, InputFormat.JSON).stream().map(Error::toString).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static @Nullable Object typed(YamlNode node) {
    return switch (node) {
      case YamlScalar scalar -> typed(scalar);
      case YamlList list -> {
        List<@Nullable Object> items = new ArrayList<>();
        list.items().forEach(item -> items.add(typed(item)));
        yield items;
      }
      case YamlMap map -> {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        map.entries().forEach(e -> entries.put(e.key().text(), typed(e.value())));
        yield entries;
      }
    };
  }

  private static @Nullable Object typed(YamlScalar scalar) {
    String text = scalar.text();
    if (scalar.style() != YamlScalar.Style.PLAIN) {
      return text;
    }
    if (text.matches("[-+]?[0-9]+")) {
      return new BigInteger(text.replace("+", ""));
    }
    if (text.matches("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?")) {
      return new BigDecimal(text.replaceFirst("\\.$", ""));
    }
    return switch (text) {
      case "true", "True", "TRUE" -> true;
      case "false", "False", "FALSE" -> false;
      case "null", "Null", "NULL", "~" -> null;
      default -> text;
    };
  }
}
