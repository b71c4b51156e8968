package dev.touchstone.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.touchstone.conformance.engine.setup.Settings;
import dev.touchstone.conformance.engine.setup.StandardWorkshop;
import dev.touchstone.reports.model.RunReport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A run on a session has the same verdicts whatever the order and the number of workers. */
@Timeout(180)
class SessionRunTest {
  private static final int CASES = 24;

  @TempDir private Path directory;

  @BeforeEach
  void writeCorpus() throws IOException {
    StringBuilder text = new StringBuilder("chapter: base\nrequires: [quote]\ncases:\n");
    for (int i = 0; i < CASES; i++) {
      String program = i % 8 == 3 ? "evil" : "v" + i;
      String value = i % 8 == 5 ? "wrong" : program;
      text.append(
          "  - { id: datum-%02d, clauses: [BASE-1], program: \"'%s\", expect: { value: \"%s\" } }\n"
              .formatted(i, program, value));
    }
    Path chapter = Files.createDirectories(directory.resolve("cases/data"));
    Files.writeString(chapter.resolve("words.yaml"), text);
  }

  private Path subject(String way) throws IOException {
    String classes = Path.of(URI.create(location())).toString();
    return Files.writeString(
        directory.resolve(way + ".yaml"),
        """
        name: %s
        mode: session
        command: [%s/bin/java, -XX:+UseSerialGC, -XX:TieredStopAtLevel=1, -cp, %s,
                  dev.touchstone.conformance.subject.session.HostileSession, %s, world]
        lines: json
        limits: { time: 3s, start: 30s }
        """
            .formatted(way, System.getProperty("java.home"), classes, way));
  }

  private static String location() {
    return SessionRunTest.class.getProtectionDomain().getCodeSource().getLocation().toString();
  }

  private Map<String, String> verdicts(Path subject, String jobs, String order) {
    List<RunReport> reports = new ArrayList<>();
    EngineTestKit.engine(new TouchstoneEngine(new StandardWorkshop(Optional.empty()), reports::add))
        .selectors(selectUniqueId("[engine:touchstone]"))
        .configurationParameter(Settings.SUBJECTS, subject.toString())
        .configurationParameter(Settings.CORPUS, directory.resolve("cases").toString())
        .configurationParameter(Settings.CORPUS_ONLY, "true")
        .configurationParameter(Settings.JOBS, jobs)
        .configurationParameter(Settings.ORDER, order)
        .execute();
    Map<String, String> verdicts = new TreeMap<>();
    reports
        .getFirst()
        .subjects()
        .getFirst()
        .results()
        .forEach(result -> verdicts.put(result.id().replaceAll(".*-", ""), result.verdict()));
    return verdicts;
  }

  private static Map<String, String> expected(String evil) {
    Map<String, String> verdicts = new TreeMap<>();
    for (int i = 0; i < CASES; i++) {
      String verdict = i % 8 == 3 ? evil : i % 8 == 5 ? "fail" : "pass";
      verdicts.put("%02d".formatted(i), verdict);
    }
    return verdicts;
  }

  @ParameterizedTest
  @CsvSource({"1, id", "1, shuffled:1", "16, id", "16, shuffled:2"})
  void aCaseThatSpoilsItsProcessMakesNoOtherFail(String jobs, String order) throws IOException {
    assertThat(verdicts(subject("poisons-the-process"), jobs, order)).isEqualTo(expected("pass"));
  }

  @ParameterizedTest
  @CsvSource({"1, shuffled:3", "16, shuffled:4"})
  void aCaseThatEndsItsProcessMakesNoOtherFail(String jobs, String order) throws IOException {
    assertThat(verdicts(subject("exits"), jobs, order)).isEqualTo(expected("crash"));
  }

  @Test
  void aSubjectThatCannotBeStartedIsNotRunFromTheFirstCaseToTheLast() throws IOException {
    assertThat(verdicts(subject("dies-at-every-start"), "4", "id").values())
        .hasSize(CASES)
        .containsOnly("not-run");
  }
}
