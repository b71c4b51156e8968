package dev.touchstone.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.touchstone.reports.model.RunReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFileTest {
  @TempDir Path directory;

  @Test
  void readsWhatItWrote() throws Exception {
    RunReport report = SampleReports.of(40, 2);
    Path file = directory.resolve("results.json");

    ResultsFile.write(report, file);

    assertThat(ResultsFile.read(file)).isEqualTo(report);
  }

  @Test
  void writesTheSameBytesForTheSameRun() throws Exception {
    ResultsFile.write(SampleReports.of(40, 2), directory.resolve("a.json"));
    ResultsFile.write(SampleReports.of(40, 2), directory.resolve("b.json"));

    assertThat(directory.resolve("a.json")).hasSameBinaryContentAs(directory.resolve("b.json"));
    assertThat(Files.readString(directory.resolve("a.json")))
        .startsWith("{\n  \"schema\" : \"touchstone-results/1\",\n  \"corpusVersion\"")
        .endsWith("}\n")
        .doesNotContain("\r");
    assertThat(directory).isDirectoryNotContaining(p -> p.getFileName().toString().startsWith("."));
  }

  @Test
  void fitsItsSchema() throws Exception {
    Path file = directory.resolve("results.json");
    ResultsFile.write(SampleReports.of(40, 2), file);
    String text = Files.readString(file);

    assertThat(schema().validate(text, InputFormat.JSON)).isEmpty();
    assertThat(schema().validate(text.replace("\"crash\"", "\"cash\""), InputFormat.JSON))
        .isNotEmpty();
    assertThat(schema().validate(text.replace("results/1", "results/2"), InputFormat.JSON))
        .isNotEmpty();
    assertThat(schema().validate(text.replace("\"exitCode\"", "\"exit\""), InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void ignoresFieldsItDoesNotKnow() throws Exception {
    String text = written().replaceFirst("\\{", "{\"later\": {\"schema\": [1, {}]},");

    assertThat(ResultsFile.read(file(text))).isEqualTo(SampleReports.of(2, 1));
    assertThat(ResultsFile.read(file(text.replace("results/1\"", "results/1.4\""))).subjects())
        .hasSize(1);
  }

  @Test
  void refusesAnotherMajorVersion() throws Exception {
    Path file = file(written().replace("touchstone-results/1", "touchstone-results/2"));

    assertThatThrownBy(() -> ResultsFile.read(file))
        .isInstanceOf(ResultsFileException.class)
        .hasMessage(
            file
                + " has the schema \"touchstone-results/2\", and this version of Touchstone reads"
                + " \"touchstone-results/1\".");
  }

  @Test
  void saysInOneSentenceWhatIsDamaged() throws Exception {
    String text = written();
    refuses(text.substring(0, text.length() / 2), "is damaged at line ");
    refuses(text + "}", "is damaged at line ");
    refuses(text.replace("\"reason\" :", "\"season\" :"), "reason");
    refuses(text.replace("\"program\" : \"", "\"program\" : null, \"x\" : \""), "program");
    refuses(text.replace("\"line\" : 4", "\"line\" : \"four\""), "subjects[0].results[");
    refuses(text.replace("\"pass\"", "\"passed\""), "the verdict \"passed\" of ");
    refuses("[]", "names no \"schema\"");
    refuses("{}", "names no \"schema\"");
    refuses("", "names no \"schema\"");
    refuses("{\"schema\": \"touchstone-results/1\"}", "is damaged");
  }

  @Test
  void refusesWhatIsNoUtf8() throws Exception {
    Path file = directory.resolve("latin.json");
    Files.write(file, "{\"x\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> ResultsFile.read(file))
        .hasMessage(file + " is damaged: it is no UTF-8.");
  }

  private void refuses(String text, String part) throws IOException {
    Path file = file(text);
    assertThatThrownBy(() -> ResultsFile.read(file))
        .isInstanceOf(ResultsFileException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(part)
        .hasMessageEndingWith(".")
        .message()
        .doesNotContain("\n", "..", "dev.touchstone");
  }

  private String written() throws IOException {
    Path file = directory.resolve("written.json");
    ResultsFile.write(SampleReports.of(2, 1), file);
    return Files.readString(file);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("read.json"), text);
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(Path.of("results.schema.json")));
  }
}
