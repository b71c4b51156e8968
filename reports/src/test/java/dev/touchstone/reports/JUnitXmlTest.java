package dev.touchstone.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.reports.model.RunReport;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JUnitXmlTest {
  @Test
  void hasASuiteForEachSubjectAndChapter() throws Exception {
    Document xml = parse(SampleReports.of(200, 2));

    List<Element> suites = elements(xml, "testsuite");
    assertThat(suites).hasSize(14);
    assertThat(suites.getFirst().getAttribute("name")).isEqualTo("reference.errors");
    assertThat(elements(xml, "testcase")).hasSize(400);
    for (Element suite : suites) {
      assertThat(suite.getElementsByTagName("testcase").getLength())
          .isEqualTo(Integer.parseInt(suite.getAttribute("tests")));
      assertThat(suite.getElementsByTagName("failure").getLength())
          .isEqualTo(Integer.parseInt(suite.getAttribute("failures")));
      assertThat(suite.getElementsByTagName("error").getLength())
          .isEqualTo(Integer.parseInt(suite.getAttribute("errors")));
      assertThat(suite.getElementsByTagName("skipped").getLength())
          .isEqualTo(Integer.parseInt(suite.getAttribute("skipped")));
    }
  }

  @Test
  void mapsEachVerdict() throws Exception {
    for (VerdictKind kind : VerdictKind.values()) {
      Document xml = parse(SampleReports.of(SampleReports.withVerdict("a/b/c", kind.id())));
      String expected =
          switch (kind) {
            case PASS -> "";
            case FAIL -> "failure";
            case UNSUPPORTED -> "skipped";
            default -> "error";
          };
      for (String element : List.of("failure", "error", "skipped")) {
        assertThat(elements(xml, element)).hasSize(element.equals(expected) ? 1 : 0);
      }
    }
  }

  @Test
  void namesACaseAsSurefireDoes() throws Exception {
    Document xml = parse(SampleReports.of(SampleReports.withVerdict("tail-calls/a/slug", "fail")));

    Element testCase = elements(xml, "testcase").getFirst();
    assertThat(testCase.getAttribute("name")).isEqualTo("slug");
    assertThat(testCase.getAttribute("classname")).isEqualTo("reference.tail-calls.a");
    assertThat(testCase.getAttribute("time")).isEqualTo("0.003");
    Element failure = elements(xml, "failure").getFirst();
    assertThat(failure.getAttribute("message")).isEqualTo("because");
    assertThat(failure.getTextContent()).contains("program:\n  (define (even2? n)");
    assertThat(elements(xml, "property").stream().map(p -> p.getAttribute("name")))
        .contains("clause", "verdict", "id", "touchstone.subject");
  }

  @Test
  void survivesAnyText() throws Exception {
    String hostile = "]]> <script>&\"' \u001b \0 \ud800 \uffff 😀 \r\n\t end";

    Document xml = parse(SampleReports.of(Hostile.result("a/b/c", "fail", hostile)));

    Element failure = elements(xml, "failure").getFirst();
    assertThat(failure.getTextContent()).contains("]]> <script>&\"' ␛ ␀ ⟨U+D800⟩ ⟨U+FFFF⟩ 😀 ␍");
    assertThat(failure.getAttribute("message"))
        .isEqualTo("]]> <script>&\"' ␛ ␀ ⟨U+D800⟩ ⟨U+FFFF⟩ 😀 ␍␊␉ end");
  }

  private static Document parse(RunReport report) throws Exception {
    StringWriter out = new StringWriter();
    JUnitXml.write(report, out);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(out.toString())));
  }

  private static List<Element> elements(Document xml, String name) {
    NodeList nodes = xml.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
