package dev.touchstone.conformance.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.touchstone.vm.trace.Level;
import dev.touchstone.vm.trace.Recorder;
import dev.touchstone.vm.trace.Trace;
import dev.touchstone.vm.trace.TraceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a trace's file. */
public final class TraceFile {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String file;
  private final List<String> lines;
  private final List<TraceRecord> records = new ArrayList<>();
  private final SortedMap<Long, String> checkpoints = new TreeMap<>();
  private Trace.@Nullable Header header;
  private Trace.@Nullable Footer footer;
  private long lastRecord;
  private int number;

  private TraceFile(String file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * Reads a trace.
   *
   * @param file what messages call it
   * @param text all its lines
   */
  public static Trace read(String file, String text) throws TraceFileException {
    return new TraceFile(file, text.lines().toList()).read();
  }

  private Trace read() throws TraceFileException {
    for (String line : lines) {
      number++;
      JsonNode object = object(line);
      if (number == 1) {
        header = header(object);
      } else {
        line(object);
      }
    }
    if (header == null) {
      throw wrong("the file is empty");
    }
    if (footer == null) {
      throw wrong("the trace is cut off: it has no last line with `count`, `hash` and `outcome`");
    }
    Trace trace = new Trace(header, records, checkpoints, footer);
    check(trace);
    return trace;
  }

  private TraceFileException wrong(String why) {
    return new TraceFileException(file, Math.max(number, 1), why);
  }

  private JsonNode object(String line) throws TraceFileException {
    try {
      JsonNode node = MAPPER.readTree(line);
      if (node.isObject()) {
        return node;
      }
      throw wrong("a line of a trace is a JSON object");
    } catch (JsonProcessingException broken) {
      throw wrong(
          number == lines.size() && number > 1
              ? "the trace is cut off in the middle of this line"
              : "no JSON: " + broken.getOriginalMessage());
    }
  }

  private Trace.Header header(JsonNode object) throws TraceFileException {
    if (!object.path("touchstone-trace").isIntegralNumber()) {
      throw wrong("this is no trace: its first line has no `touchstone-trace`");
    }
    long version = object.path("touchstone-trace").asLong();
    if (version != Trace.VERSION) {
      throw wrong(
          "version %d of the format; this Touchstone reads version %d"
              .formatted(version, Trace.VERSION));
    }
    String level = text(object, "level");
    Optional<Level> known = Level.of(level);
    if (known.isEmpty()) {
      throw wrong("there is no level `" + level + "`; there are calls, events and steps");
    }
    return new Trace.Header(
        known.get(),
        text(object, "program"),
        text(object, "program-hash"),
        text(object, "subject"));
  }

  private void line(JsonNode object) throws TraceFileException {
    if (footer != null) {
      throw wrong("the trace goes on after its last line");
    }
    if (object.has("count")) {
      footer = new Trace.Footer(number(object, "count"), hash(object), text(object, "outcome"));
    } else if (object.has("event") || object.has("step")) {
      records.add(record(object));
    } else {
      checkpoints.put(number(object, "n"), hash(object));
    }
  }

  private TraceRecord record(JsonNode object) throws TraceFileException {
    long n = number(object, "n");
    if (n <= lastRecord) {
      throw wrong("record %d does not come after record %d".formatted(n, lastRecord));
    }
    lastRecord = n;
    Level level = header == null ? Level.EVENTS : header.level();
    String field = level == Level.STEPS ? "step" : "event";
    return new TraceRecord(n, text(object, field), object.has("at") ? text(object, "at") : "");
  }

  private String text(JsonNode object, String field) throws TraceFileException {
    if (object.path(field).isTextual()) {
      return object.path(field).asText();
    }
    throw wrong("the field `" + field + "` is missing, or no text");
  }

  private String hash(JsonNode object) throws TraceFileException {
    String hash = text(object, "hash");
    if (hash.matches("[0-9a-f]{16}")) {
      return hash;
    }
    throw wrong("a hash has 16 hexadecimal digits");
  }

  private long number(JsonNode object, String field) throws TraceFileException {
    JsonNode value = object.path(field);
    if (value.canConvertToLong() && value.isIntegralNumber() && value.asLong() >= 0) {
      return value.asLong();
    }
    throw wrong("the field `" + field + "` is missing, or no whole number");
  }

  /** What the records themselves say against the numbers and hashes beside them. */
  private void check(Trace trace) throws TraceFileException {
    long count = trace.footer().count();
    if (lastRecord > count) {
      throw wrong("it has a record %d, and its last line says %d".formatted(lastRecord, count));
    }
    if (!trace.isComplete()) {
      return;
    }
    Recorder again = Recorder.ofInterval(trace.header().level(), 1, 0);
    trace.records().forEach(record -> again.record(record.text(), null, 0));
    String hash = again.trace(trace.header(), "").footer().hash();
    if (!hash.equals(trace.footer().hash())) {
      throw wrong(
          "the records have the hash %s, and the last line says %s: the file was changed"
              .formatted(hash, trace.footer().hash()));
    }
  }
}
