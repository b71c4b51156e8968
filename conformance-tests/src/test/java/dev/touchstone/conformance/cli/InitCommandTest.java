package dev.touchstone.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.conformance.engine.ToyWorkshop;
import dev.touchstone.conformance.engine.setup.Workshop;
import dev.touchstone.conformance.init.Interview;
import dev.touchstone.conformance.init.Wishes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class InitCommandTest extends CommandLineFixture {
  @Override
  Workshop workshop() {
    return new ToyWorkshop().add("a/b/c", "5", "5", 1);
  }

  /** A VM in a line of shell: the value of a program is its last line, unquoted. */
  private void echo() throws IOException {
    Path script =
        Files.writeString(directory.resolve("echo.sh"), "tail -n 1 \"$1\" | tr -d \"'\"\n");
    assertThat(script).exists();
  }

  @Test
  void aSubjectFileIsWrittenAndRead() throws IOException {
    echo();
    assertThat(touchstone("init", "mine", "--mode", "last-line", "--", "sh", "echo.sh")).isZero();
    assertThat(out).contains("wrote mine.yaml", "next:", "./touchstone doctor mine");
    assertThat(directory.resolve("mine.yaml"))
        .content()
        .contains("name: mine", "command: [sh, '{dir}/echo.sh', '{file}']", "rungs: [base, arith]");
  }

  @Test
  void aFileThatIsThereIsNotReplacedUnlessForced() throws IOException {
    echo();
    Files.writeString(directory.resolve("mine.yaml"), "precious");
    assertThat(touchstone("init", "mine", "--", "sh", "echo.sh")).isEqualTo(2);
    assertThat(err).contains("mine.yaml is there already");
    assertThat(directory.resolve("mine.yaml")).hasContent("precious");
    assertThat(touchstone("init", "mine", "--force", "--mode", "last-line", "--", "sh", "echo.sh"))
        .isZero();
    assertThat(directory.resolve("mine.yaml")).content().contains("name: mine");
  }

  @Test
  void whatCannotBeFoundOutIsAskedForByFlags() {
    assertThat(touchstone("init", "mine", "--mode", "last-line", "--", "true")).isEqualTo(2);
    assertThat(err).contains("Tried:", "--mode session", "--prompt", "--input stdin", "--dialect");
    assertThat(directory.resolve("mine.yaml")).doesNotExist();
  }

  @Test
  void wrongUseIsASentence() {
    assertThat(touchstone("init", "guile", "--", "x")).isEqualTo(2);
    assertThat(err).contains("shipped subject");
    assertThat(touchstone("init", "a/b", "--", "x")).isEqualTo(2);
    assertThat(err).contains("is no name");
    assertThat(touchstone("init", "mine", "--mode", "magic", "--", "x")).isEqualTo(2);
    assertThat(err).contains("session, markers, last-line, repl");
    assertThat(touchstone("init", "mine")).isEqualTo(2);
    assertThat(touchstone("doctor", "mine")).isEqualTo(2);
    assertThat(err).contains("./touchstone init mine -- COMMAND");
    assertThat(touchstone("doctor")).isEqualTo(2);
  }

  @Test
  void theDoctorEndsWithOneForAFinding() throws IOException {
    Files.writeString(
        directory.resolve("mine.yaml"),
        "name: mine\nmode: last-line\ncommand: [no-such-program-here, '{file}']\n");
    assertThat(touchstone("doctor", "mine")).isEqualTo(1);
    assertThat(out).contains("program-not-found:", "  seen: ", "  cure: ", "1 finding");
    Files.writeString(directory.resolve("mine.yaml"), "name: mine\nmode: magic\n");
    assertThat(touchstone("doctor", "mine")).isEqualTo(2);
    assertThat(err).contains("mine.yaml:2:7");
    assertThat(touchstone("doctor", "--list")).isZero();
    assertThat(out).contains("program-not-found:", "state-leaks:");
  }

  @Test
  void questionsHaveDefaultsAndAReason() {
    List<Interview.Question> asked = new ArrayList<>();
    Wishes wishes =
        new Wishes(
            "mine",
            List.of("x"),
            directory,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "10s");
    Interview interview =
        question -> {
          asked.add(question);
          return question.choices().contains("markers") ? "markers" : question.standard();
        };
    Wishes answered = new Questions(interview).ask(wishes);
    assertThat(answered.mode()).contains("markers");
    assertThat(answered.input()).isEmpty();
    assertThat(answered.extension()).contains(".scm");
    assertThat(asked).hasSize(4);
    assertThat(asked).allSatisfy(q -> assertThat(q.why()).endsWith("."));
  }

  @Test
  void theConsoleAsksAgainForWhatIsNoChoice() {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    ConsoleInterview console =
        new ConsoleInterview(
            new StringReader("purple\nsession\n"),
            new PrintStream(shown, true, StandardCharsets.UTF_8));
    Interview.Question question =
        new Interview.Question("Which?", "It matters.", List.of("try", "session"), "try");
    assertThat(console.ask(question)).isEqualTo("session");
    assertThat(console.ask(question)).isEqualTo("try");
    assertThat(shown.toString(StandardCharsets.UTF_8))
        .contains("'purple' is none of these", "[try]");
  }
}
