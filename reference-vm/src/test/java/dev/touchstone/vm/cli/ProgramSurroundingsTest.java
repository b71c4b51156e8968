package dev.touchstone.vm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a program that is run from the command line finds around it: files, texts, input, an end.
 */
class ProgramSurroundingsTest extends CommandLineFixture {
  @Test
  void aProgramHasItsArgumentsAndInput() throws IOException {
    String program = "(write (cdr (command-line))) (write (read-line)) (write (read))";
    assertThat(vmWithInput("one line\n(two)", "run", file(program), "a", "b c", "--", "--d"))
        .isZero();
    assertThat(output()).isEqualTo("(\"a\" \"b c\" \"--d\")\"one line\"(two)");
  }

  @Test
  void aProgramTouchesWhatItsUserMayTouch() throws IOException {
    Path made = directory.resolve("made.txt");
    String program = "(call-with-output-file \"" + made + "\" (lambda (p) (display 'x p)))";
    assertThat(vm("run", file(program))).isZero();
    assertThat(made).hasContent("x");
    assertThat(vm("eval", "(string? (get-environment-variable \"PATH\"))")).isZero();
    assertThat(output()).isEqualTo("#t\n");
  }

  @Test
  void inTheSandboxItTouchesNothing() throws IOException {
    Path made = directory.resolve("made.txt");
    String program =
        "(display (read-line)) (display (get-environment-variable \"PATH\"))"
            + "(open-output-file \""
            + made
            + "\")";
    assertThat(vmWithInput("in", "run", "--sandbox", file(program))).isEqualTo(1);
    assertThat(output()).startsWith("in#f");
    assertThat(errors()).contains("run error (file)", "not granted");
    assertThat(made).doesNotExist();
  }

  @Test
  void inTheSandboxAProgramStillFindsWhatItConsistsOf() throws IOException {
    Path path = Files.createDirectories(directory.resolve("path/of"));
    Files.writeString(
        path.resolve("mine.sld"),
        "(define-library (of mine) (export a) (import (scheme base)) (include \"a.scm\"))");
    Files.writeString(path.resolve("a.scm"), "(define a 'library)");
    Files.writeString(directory.resolve("beside.scm"), "(define b 'beside)");
    String program =
        "(import (scheme base) (scheme write) (scheme file) (of mine))(include \"beside.scm\")"
            + "(write (list a b (file-exists? \"beside.scm\")))";
    String libraries = directory.resolve("path").toString();
    assertThat(vm("run", "--sandbox", "--library-path", libraries, file(program))).isZero();
    assertThat(output()).isEqualTo("(library beside #f)");
  }

  @Test
  void inTheSandboxAProgramConsistsOfNothingElse() throws IOException {
    Path own = Files.createDirectories(directory.resolve("own"));
    Files.writeString(directory.resolve("other.scm"), "(define b 'other)");
    Files.createSymbolicLink(own.resolve("link.scm"), directory.resolve("other.scm"));
    String absolute = directory.resolve("other.scm").toString();
    for (String name : List.of("../other.scm", absolute, "link.scm")) {
      Path program = Files.writeString(own.resolve("p.scm"), "(include \"" + name + "\") b");
      assertThat(vm("run", "--sandbox", program.toString())).isEqualTo(2);
      assertThat(vm("run", program.toString())).isZero();
    }
    assertThat(errors()).contains("expand error (file)", "cannot be read");
  }

  @Test
  void aFileThatIsNoTextIsNoMissingLibrary() throws IOException {
    byte[] octets = "(define-library (bad)\n(export \u03bb))".getBytes(StandardCharsets.UTF_8);
    octets[octets.length - 3] = (byte) 0xFF;
    Path library = Files.write(directory.resolve("bad.sld"), octets);
    assertThat(vm("run", file("(import (bad))"))).isEqualTo(2);
    assertThat(errors())
        .startsWith(library + ":2:9: read error (syntax): The file is not text in UTF-8: ")
        .contains("octet 0xCE");
    assertThat(vm("run", file("(include \"bad.sld\")"))).isEqualTo(2);
    assertThat(vm("run", file("(cond-expand ((library (bad)) 1) (else (car 1)))"))).isZero();
  }

  @Test
  void exitIsTheExitCode() throws IOException {
    assertThat(vm("run", file("(display 1) (exit 42)"))).isEqualTo(42);
    assertThat(vm("run", file("(exit #f)"))).isEqualTo(1);
    assertThat(vm("run", file("(exit -1)"))).isEqualTo(255);
    assertThat(vm("run", file("(exit)"))).isZero();
    assertThat(output()).isEqualTo("1");
  }

  @Test
  void theErrorPortIsStandardError() {
    assertThat(vm("eval", "(begin (display \"oops\" (current-error-port)) 1)")).isZero();
    assertThat(output()).isEqualTo("1\n");
    assertThat(errors()).isEqualTo("oops");
  }

  @Test
  void aPromptIsSeenBeforeTheAnswerIsWaitedFor() {
    StringBuilder seen = new StringBuilder();
    ByteArrayInputStream typing =
        new ByteArrayInputStream(new byte[] {'x', '\n'}) {
          @Override
          public synchronized int read(byte[] into, int from, int count) {
            seen.append(output());
            return super.read(into, from, count);
          }
        };
    Commands.execute(
        new String[] {"eval", "(begin (display \"name? \") (read-line))"},
        new Console(typing, out, err));
    assertThat(seen).startsWith("name? ");
  }

  @Test
  void theEndOfAFileIsReady() throws IOException {
    Path empty = Files.createFile(directory.resolve("empty"));
    try (FileInputStream in = new FileInputStream(empty.toFile())) {
      Commands.execute(
          new String[] {"eval", "(list (char-ready?) (read-char) (char-ready?))"},
          new Console(in, out, err));
    }
    assertThat(output()).isEqualTo("(#t #<eof> #t)\n");
  }

  @Test
  void theEndIsReadyWhereItWasSeen() {
    vmWithInput("a", "eval", "(list (read-string 2) (char-ready?) (read-char))");
    assertThat(output()).isEqualTo("(\"a\" #t #<eof>)\n");
  }

  @Test
  void aFileThatIsNoTextIsRefusedWithThePlace() throws IOException {
    Path file = directory.resolve("bad.scm");
    Files.write(file, new byte[] {'1', '\n', '"', (byte) 0xFF, '"'});
    assertThat(vm("run", file.toString())).isEqualTo(2);
    assertThat(errors()).contains("not text in UTF-8: octet 0xFF in line 2, at offset 3");
  }
}
