package dev.touchstone.conformance.bench;

import dev.touchstone.conformance.bench.BenchReport.Entry;
import dev.touchstone.reports.AtomicFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The ratios as a picture: a group of bars for each program and for the geometric mean, on a
 * logarithmic scale, so that twice as fast looks as long as twice as slow. A bar to the left of 1
 * means that the first participant is faster.
 */
public final class Chart {
  private static final int LABEL = 110;
  private static final int PLOT = 560;
  private static final int VALUE = 70;
  private static final int BAR = 12;
  private static final int GAP = 8;
  private static final int TOP = 64;
  private static final int LEGEND = 18;

  /** Told apart by people who see no red, too (Okabe and Ito). */
  private static final List<String> COLOURS =
      List.of("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#6b6b6b");

  private final BenchReport report;
  private final XMLStreamWriter xml;
  private final double leastLog;
  private final double mostLog;

  /** A group of bars. */
  private record Group(String name, Function<Entry, OptionalDouble> ratio) {}

  private Chart(BenchReport report, XMLStreamWriter xml) {
    this.report = report;
    this.xml = xml;
    List<Double> ratios =
        report.others().stream().flatMap(other -> report.ratios(other.name()).stream()).toList();
    this.leastLog =
        Math.floor(
            Stream.concat(ratios.stream(), Stream.of(0.5))
                .mapToDouble(Chart::log2)
                .min()
                .orElseThrow());
    this.mostLog =
        Math.ceil(
            Stream.concat(ratios.stream(), Stream.of(2.0))
                .mapToDouble(Chart::log2)
                .max()
                .orElseThrow());
  }

  /** Writes the file, at once or not at all. */
  public static void write(BenchReport report, Path file) throws IOException {
    String text = svg(report);
    AtomicFile.write(file, writer -> writer.write(text));
  }

  static String svg(BenchReport report) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new Chart(report, xml).write();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write to a string", e);
    }
    return text + "\n";
  }

  private void write() throws XMLStreamException {
    List<Group> groups = groups();
    int others = report.others().size();
    int top = TOP + LEGEND * others;
    int group = BAR * others + GAP;
    int bottom = top + group * groups.size();
    int width = LABEL + PLOT + VALUE;
    xml.writeStartElement("svg");
    xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
    attributes("viewBox", "0 0 " + width + " " + (bottom + 30), "role", "img");
    attributes("font-family", "sans-serif", "font-size", "12");
    element("title", "Time of " + report.first().name() + ", relative to others");
    rectangle(0, 0, width, bottom + 30, "#ffffff");
    heading();
    legend();
    scale(top, bottom);
    for (int i = 0; i < groups.size(); i++) {
      bars(groups.get(i), top + i * group);
    }
    xml.writeEndElement();
    xml.flush();
  }

  private List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    report
        .rows()
        .forEach(
            row -> groups.add(new Group(row.program(), other -> report.ratio(row, other.name()))));
    groups.add(new Group("geometric mean", other -> report.geometricMean(other.name())));
    return groups;
  }

  private void heading() throws XMLStreamException {
    MachineState machine = report.machine();
    text(
        10,
        20,
        "start",
        "16",
        "Time of " + report.first().name() + " as a multiple of that of others");
    text(
        10,
        38,
        "start",
        "12",
        "median of %d rounds; load %s before and %s after on %d processors%s"
            .formatted(
                report.plan().rounds(),
                number(machine.loadBefore()),
                number(machine.loadAfter()),
                machine.processors(),
                machine.isQuiet() ? "" : ": not quiet"));
  }

  private void legend() throws XMLStreamException {
    int y = 52;
    for (Entry other : report.others()) {
      rectangle(10, y, BAR, BAR, colour(other));
      text(28, y + BAR - 2, "start", "12", other.name() + ": " + other.title());
      y += LEGEND;
    }
  }

  private void scale(int top, int bottom) throws XMLStreamException {
    for (double log = leastLog; log <= mostLog; log++) {
      double ratio = Math.pow(2, log);
      xml.writeEmptyElement("line");
      attributes("x1", number(x(ratio)), "x2", number(x(ratio)));
      attributes("y1", String.valueOf(top - 6), "y2", String.valueOf(bottom));
      attributes("stroke", log == 0 ? "#000000" : "#d0d0d0");
      text(
          x(ratio),
          bottom + 16,
          "middle",
          "12",
          log < 0 ? "1/" + Math.round(1 / ratio) : String.valueOf(Math.round(ratio)));
    }
  }

  private void bars(Group group, int top) throws XMLStreamException {
    List<Entry> others = report.others();
    text(LABEL - 8, top + BAR * others.size() / 2.0 + 4, "end", "12", group.name());
    for (int i = 0; i < others.size(); i++) {
      bar(group.ratio().apply(others.get(i)), top + i * BAR, colour(others.get(i)));
    }
  }

  private void bar(OptionalDouble ratio, int top, String colour) throws XMLStreamException {
    double one = x(1);
    double end = x(ratio.orElse(1));
    if (ratio.isPresent()) {
      rectangle(Math.min(end, one), top, Math.abs(end - one), BAR - 2, colour);
    }
    String label = ratio.isPresent() ? number(ratio.getAsDouble()) : "no ratio";
    text(Math.max(end, one) + 4, top + BAR - 3, "start", "10", label);
  }

  private double x(double ratio) {
    return LABEL + PLOT * (log2(ratio) - leastLog) / (mostLog - leastLog);
  }

  private static double log2(double ratio) {
    return Math.log(ratio) / Math.log(2);
  }

  private String colour(Entry other) {
    return COLOURS.get(report.others().indexOf(other) % COLOURS.size());
  }

  private void rectangle(double x, double y, double width, double height, String colour)
      throws XMLStreamException {
    xml.writeEmptyElement("rect");
    attributes("x", number(x), "y", number(y), "width", number(width), "height", number(height));
    attributes("fill", colour);
  }

  private void text(double x, double y, String anchor, String size, String text)
      throws XMLStreamException {
    xml.writeStartElement("text");
    attributes("x", number(x), "y", number(y), "text-anchor", anchor, "font-size", size);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  /** Names and values in turn. */
  private void attributes(String... namesAndValues) throws XMLStreamException {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
    }
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
