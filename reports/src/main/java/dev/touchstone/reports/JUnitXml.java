package dev.touchstone.reports;

import dev.touchstone.reports.model.CaseReport;
import dev.touchstone.reports.model.RunReport;
import dev.touchstone.reports.model.SubjectReport;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML in surefire's dialect: a test suite per subject and chapter. {@code fail} is a failure;
 * {@code unsupported} is skipped; {@code crash}, {@code timeout}, {@code exhausted}, {@code
 * not-run} and {@code protocol-error} are errors of that type. All text is made fit for XML 1.0.
 */
public final class JUnitXml {
  /** The value of the root's attribute {@code name}: by it a file is known to be ours. */
  static final String NAME = "touchstone";

  private static final int LONGEST = 20_000;
  private final XMLStreamWriter xml;

  private JUnitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** Writes the file, at once or not at all. */
  public static void write(RunReport report, Path file) throws IOException {
    AtomicFile.write(file, writer -> write(report, writer));
  }

  /** Writes to an open writer, which must encode UTF-8 and stays open. */
  public static void write(RunReport report, Writer writer) throws IOException {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(writer);
      new JUnitXml(xml).document(report);
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException("The JUnit XML cannot be written: " + e.getMessage(), e);
    }
  }

  private void document(RunReport report) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line();
    xml.writeStartElement("testsuites");
    attribute("name", NAME);
    List<CaseReport> all = report.subjects().stream().flatMap(s -> s.results().stream()).toList();
    counts(all);
    line();
    for (SubjectReport subject : report.subjects()) {
      for (Map.Entry<String, List<CaseReport>> chapter : byChapter(subject).entrySet()) {
        suite(report, subject, chapter.getKey(), chapter.getValue());
      }
    }
    xml.writeEndElement();
    line();
    xml.writeEndDocument();
  }

  private static Map<String, List<CaseReport>> byChapter(SubjectReport subject) {
    Map<String, List<CaseReport>> chapters = new TreeMap<>();
    for (CaseReport result : subject.results()) {
      String chapter = CaseName.of(result.id()).chapter();
      chapters.computeIfAbsent(chapter, c -> new ArrayList<>()).add(result);
    }
    return chapters;
  }

  private void suite(
      RunReport report, SubjectReport subject, String chapter, List<CaseReport> results)
      throws XMLStreamException {
    xml.writeStartElement("testsuite");
    attribute("name", subject.name() + "." + chapter);
    attribute("timestamp", report.startedAt());
    counts(results);
    line();
    xml.writeStartElement("properties");
    property("touchstone.subject", subject.name());
    property("touchstone.subject.version", subject.version());
    property("touchstone.corpus.version", report.corpusVersion());
    property("touchstone.chapter", chapter);
    xml.writeEndElement();
    line();
    for (CaseReport result : results) {
      testCase(subject, result);
    }
    xml.writeEndElement();
    line();
  }

  private void counts(List<CaseReport> results) throws XMLStreamException {
    Tally tally = Tally.NONE;
    for (CaseReport result : results) {
      tally = tally.plus(VerdictKind.of(result.verdict()));
    }
    int failures = tally.of(VerdictKind.FAIL);
    attribute("tests", String.valueOf(tally.total()));
    attribute("failures", String.valueOf(failures));
    attribute("errors", String.valueOf(tally.failing() - failures));
    attribute("skipped", String.valueOf(tally.unsupported()));
    attribute("time", seconds(results.stream().mapToLong(JUnitXml::milliseconds).sum()));
  }

  private void testCase(SubjectReport subject, CaseReport result) throws XMLStreamException {
    CaseName name = CaseName.of(result.id());
    String group = name.file().isEmpty() ? name.chapter() : name.chapter() + "." + name.file();
    xml.writeStartElement("testcase");
    attribute("name", name.slug());
    attribute("classname", subject.name() + "." + group.replace('/', '.'));
    attribute("time", seconds(milliseconds(result)));
    attribute("file", result.file());
    attribute("line", String.valueOf(result.line()));
    xml.writeStartElement("properties");
    property("id", result.id());
    property("verdict", result.verdict());
    for (String clause : result.clauses()) {
      property("clause", clause);
    }
    for (String rung : result.rungs()) {
      property("rung", rung);
    }
    xml.writeEndElement();
    verdict(result);
    xml.writeEndElement();
    line();
  }

  private void verdict(CaseReport result) throws XMLStreamException {
    VerdictKind verdict = VerdictKind.of(result.verdict());
    switch (verdict) {
      case PASS -> {}
      case UNSUPPORTED -> {
        xml.writeEmptyElement("skipped");
        attribute("message", result.reason());
      }
      case FAIL -> problem("failure", result);
      case CRASH, TIMEOUT, EXHAUSTED, NOT_RUN, PROTOCOL_ERROR -> problem("error", result);
    }
  }

  private void problem(String element, CaseReport result) throws XMLStreamException {
    xml.writeStartElement(element);
    attribute("type", result.verdict());
    attribute("message", result.reason());
    xml.writeCharacters(VisibleText.of(CaseText.of(result, LONGEST)));
    xml.writeEndElement();
  }

  private void property(String name, String value) throws XMLStreamException {
    xml.writeEmptyElement("property");
    attribute("name", name);
    attribute("value", value);
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, VisibleText.line(value));
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n");
  }

  private static long milliseconds(CaseReport result) {
    return result.runs().stream().mapToLong(CaseReport.RunInfo::milliseconds).sum();
  }

  private static String seconds(long milliseconds) {
    return String.format(Locale.ROOT, "%.3f", milliseconds / 1000.0);
  }
}
