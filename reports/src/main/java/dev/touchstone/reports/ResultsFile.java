package dev.touchstone.reports;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.touchstone.reports.model.CaseReport;
import dev.touchstone.reports.model.RunReport;
import dev.touchstone.reports.model.SubjectReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * {@code results.json}, the source of every report: the records of {@link
 * dev.touchstone.reports.model} in UTF-8, indented, fields in the order of the records, map keys
 * sorted. The same run gives the same bytes. {@code results.schema.json} describes it.
 *
 * <p>A reader of version 1 reads every {@code touchstone-results/1}, fields it does not know
 * included; another major version is refused.
 */
public final class ResultsFile {
  private static final Pattern READABLE = Pattern.compile("touchstone-results/1(\\.\\d+)?");
  private static final int LONGEST_TEXT = 1 << 30;
  private static final ObjectMapper MAPPER = mapper();

  private ResultsFile() {}

  /** Writes the file, at once or not at all. */
  public static void write(RunReport report, Path file) throws IOException {
    AtomicFile.write(
        file,
        writer -> {
          MAPPER.writeValue(writer, report);
          writer.write('\n');
        });
  }

  /**
   * Reads the file.
   *
   * @throws ResultsFileException if it is damaged, or of a version that this one cannot read
   * @throws IOException if it cannot be read at all
   */
  public static RunReport read(Path file) throws IOException {
    try {
      checkSchema(file);
      RunReport report = parse(file);
      checkVerdicts(report, file);
      return report;
    } catch (CharacterCodingException e) {
      throw new ResultsFileException(file + " is damaged: it is no UTF-8.");
    } catch (JsonProcessingException e) {
      throw new ResultsFileException(describe(file, e));
    }
  }

  private static RunReport parse(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      return MAPPER.readValue(reader, RunReport.class);
    }
  }

  private static void checkSchema(Path file) throws IOException {
    String schema = schemaOf(file);
    if (schema.isEmpty()) {
      throw new ResultsFileException(
          file + " is no result file of Touchstone: it names no \"schema\".");
    }
    if (!READABLE.matcher(schema).matches()) {
      throw new ResultsFileException(
          "%s has the schema \"%s\", and this version of Touchstone reads \"%s\"."
              .formatted(file, VisibleText.line(schema), RunReport.SCHEMA));
    }
  }

  /** The text of the top-level field {@code schema}, empty if there is none. */
  private static String schemaOf(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file);
        JsonParser parser = MAPPER.createParser(reader)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return "";
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        JsonToken value = parser.nextToken();
        if (name.equals("schema")) {
          return value == JsonToken.VALUE_STRING ? parser.getText() : "";
        }
        parser.skipChildren();
      }
      return "";
    }
  }

  private static void checkVerdicts(RunReport report, Path file) throws ResultsFileException {
    for (SubjectReport subject : report.subjects()) {
      for (CaseReport result : subject.results()) {
        if (VerdictKind.find(result.verdict()).isEmpty()) {
          throw new ResultsFileException(
              "%s is damaged: the verdict \"%s\" of %s on %s is none that exists."
                  .formatted(
                      file,
                      VisibleText.line(result.verdict()),
                      VisibleText.line(result.id()),
                      VisibleText.line(subject.name())));
        }
      }
    }
  }

  private static String describe(Path file, JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String where =
        at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    String path = e instanceof JsonMappingException mapping ? path(mapping) : "";
    String what = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    return "%s is damaged%s%s: %s."
        .formatted(file, where, path, VisibleText.line(what.replaceFirst("[.:]$", "")));
  }

  /** Where in the document: {@code , in subjects[0].results[3]}. */
  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.isEmpty() ? "" : ", in " + VisibleText.line(path.toString());
  }

  /** A field that is missing is damage, unless the record says that it may be missing. */
  private static final class RequiredUnlessMarked extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasRequiredMarker(AnnotatedMember member) {
      JsonProperty marked = member.getAnnotation(JsonProperty.class);
      return marked == null || marked.required();
    }
  }

  /** A mapper of the same rules that writes each value in one line. */
  static ObjectMapper lineMapper() {
    return mapper().copy().disable(SerializationFeature.INDENT_OUTPUT);
  }

  private static ObjectMapper mapper() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    StreamReadConstraints constraints =
        StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build();
    JsonFactory factory = JsonFactory.builder().streamReadConstraints(constraints).build();
    return JsonMapper.builder(factory)
        .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .annotationIntrospector(new RequiredUnlessMarked())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL))
        .defaultPrettyPrinter(printer)
        .build();
  }
}
