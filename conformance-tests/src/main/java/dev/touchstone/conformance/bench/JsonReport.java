package dev.touchstone.conformance.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.conformance.bench.BenchReport.Entry;
import dev.touchstone.conformance.bench.BenchReport.Row;
import dev.touchstone.reports.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;

/** The report as JSON: every time of every round. {@code bench.schema.json} describes it. */
public final class JsonReport {
  static final String VERSION = "touchstone-bench/1";

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final BenchReport report;

  private JsonReport(BenchReport report) {
    this.report = report;
  }

  /** Writes the file, at once or not at all. */
  public static void write(BenchReport report, Path file) throws IOException {
    String text = text(report);
    AtomicFile.write(file, writer -> writer.write(text));
  }

  static String text(BenchReport report) throws IOException {
    return MAPPER.writeValueAsString(new JsonReport(report).tree()) + "\n";
  }

  private ObjectNode tree() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", VERSION);
    root.put("started", report.started().toString());
    machine(root.putObject("machine"));
    plan(root.putObject("method"));
    ArrayNode participants = root.putArray("participants");
    report.participants().forEach(entry -> participant(participants.addObject(), entry));
    ArrayNode programs = root.putArray("programs");
    report.rows().forEach(row -> program(programs.addObject(), row));
    return root;
  }

  private void machine(ObjectNode node) {
    MachineState machine = report.machine();
    node.put("system", machine.system());
    node.put("processors", machine.processors());
    node.put("load-before", machine.loadBefore());
    node.put("load-after", machine.loadAfter());
    node.put("quiet", machine.isQuiet());
  }

  private void plan(ObjectNode node) {
    Plan plan = report.plan();
    node.put("clock", plan.clock().id());
    node.put("rounds", plan.rounds());
    node.put("warm-up", plan.warmUp());
    node.put("runs", plan.runs());
    node.put("limit-seconds", plan.limit().toSeconds());
  }

  private void participant(ObjectNode node, Entry entry) {
    node.put("name", entry.name());
    node.put("title", entry.title());
    node.put("version", entry.version());
    measurement(node.putObject("start-up"), entry.startUp());
    if (!entry.equals(report.first())) {
      node.put("compared", report.ratios(entry.name()).size());
      report.geometricMean(entry.name()).ifPresent(mean -> node.put("geometric-mean", mean));
    }
  }

  private void program(ObjectNode node, Row row) {
    node.put("name", row.program());
    node.put("title", row.title());
    node.put("expected", row.expected());
    ObjectNode results = node.putObject("results");
    row.results().forEach((name, result) -> measurement(results.putObject(name), result));
    ObjectNode ratios = node.putObject("ratios");
    for (Entry other : report.others()) {
      report.ratio(row, other.name()).ifPresent(ratio -> ratios.put(other.name(), ratio));
    }
  }

  private static void measurement(ObjectNode node, Measurement measurement) {
    switch (measurement) {
      case Measurement.Times times -> {
        node.put("median", times.median());
        node.put("spread", times.spread());
        ArrayNode each = node.putArray("seconds");
        times.seconds().forEach(each::add);
      }
      case Measurement.Failed(Failure failure) -> {
        node.put("failure", failure.kind().id());
        node.put("detail", failure.detail());
      }
    }
  }
}
