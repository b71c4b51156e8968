package dev.touchstone.conformance.allure;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.reports.AtomicFile;
import dev.touchstone.reports.VerdictKind;
import dev.touchstone.reports.model.RunReport;
import dev.touchstone.reports.model.SubjectReport;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The files beside the results: the environment, and a category for each verdict but a pass. */
final class AllureExtras {
  private AllureExtras() {}

  static void write(RunReport report, Path directory) throws IOException {
    AtomicFile.write(
        directory.resolve("environment.properties"), w -> w.write(environment(report)));
    AtomicFile.write(
        directory.resolve("categories.json"),
        w -> w.write(new ObjectMapper().writeValueAsString(categories())));
  }

  private static String environment(RunReport report) throws IOException {
    Map<String, String> values = new TreeMap<>();
    values.put("corpus", report.corpusVersion());
    for (SubjectReport subject : report.subjects()) {
      values.put(subject.name(), subject.version());
    }
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, String> entry : values.entrySet()) {
      out.append(line(entry)).append('\n');
    }
    return out.toString();
  }

  /** One line of a properties file, escaped by the library, without its comment on the time. */
  private static String line(Map.Entry<String, String> entry) throws IOException {
    Properties one = new Properties();
    one.setProperty(entry.getKey(), entry.getValue());
    StringWriter text = new StringWriter();
    one.store(text, null);
    return text.toString().lines().filter(l -> !l.startsWith("#")).collect(Collectors.joining());
  }

  private static List<Map<String, Object>> categories() {
    return Arrays.stream(VerdictKind.values())
        .filter(kind -> kind != VerdictKind.PASS)
        .map(
            kind -> {
              Map<String, Object> category = new TreeMap<>();
              category.put("name", kind.id());
              category.put("messageRegex", kind.id() + ": .*");
              return category;
            })
        .toList();
  }
}
