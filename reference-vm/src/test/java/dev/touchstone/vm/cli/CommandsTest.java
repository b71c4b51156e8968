package dev.touchstone.vm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path directory;

  private int vm(String... arguments) {
    return vmWithInput("", arguments);
  }

  private int vmWithInput(String input, String... arguments) {
    ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    return Commands.execute(arguments, new Console(in, out, err));
  }

  private String output() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private String file(String text) throws IOException {
    Path file = directory.resolve("program.scm");
    Files.writeString(file, text);
    return file.toString();
  }

  @Test
  void runsAFileAndPrintsWhatItPrints() throws IOException {
    assertThat(vm("run", file("(display \"héllo\") (+ 1 2)"))).isZero();
    assertThat(output()).isEqualTo("héllo");
    assertThat(errors()).isEmpty();
  }

  /** The machine does not count what its compiler turns into instructions. */
  @Test
  void theDefinitionalEvaluatorCountsEveryCall() {
    assertThat(vm("eval", "--max-steps", "2", "(+ 1 (+ 1 (+ 1 1)))")).isZero();
    assertThat(output()).isEqualTo("4\n");
    assertThat(vm("eval", "--max-steps", "2", "--definitional", "(+ 1 (+ 1 (+ 1 1)))"))
        .isEqualTo(4);
    assertThat(vm("eval", "--definitional", "(+ 1 (+ 1 (+ 1 1)))")).isZero();
    assertThat(output()).isEqualTo("4\n4\n");
  }

  private String assembly(String text) throws IOException {
    Path file = directory.resolve("program.tasm");
    Files.writeString(file, text);
    return file.toString();
  }

  @Test
  void assemblesAndRuns() throws IOException {
    String file = assembly("function main 0\n  CONST 41\n  CONST 1\n  ADD\n  RETURN\nend\n");
    assertThat(vm("asm", file)).isZero();
    assertThat(output()).isEmpty();
    assertThat(vm("asm", "--run", file)).isZero();
    assertThat(output()).isEqualTo("42\n");
    assertThat(errors()).isEmpty();
  }

  @Test
  void listsWhatItCanAssemble() throws IOException {
    assertThat(vm("disasm", file("(define (f x) (if x (car x) 'none))\n(f '(1))"))).isZero();
    String listing = output();
    assertThat(vm("disasm", assembly(listing))).isZero();
    assertThat(output()).isEqualTo(listing + listing);
    assertThat(vm("asm", "--run", assembly(listing))).isZero();
    assertThat(output()).isEqualTo(listing + listing + "1\n");
  }

  @Test
  void takesAFileOfAssemblyWhereItTakesAProgram() throws IOException {
    String file = assembly("function main 0\n  GLOBAL display\n  CONST hi\n  TAIL_CALL 1\nend\n");
    assertThat(vm("run", file)).isZero();
    assertThat(output()).isEqualTo("hi");
    assertThat(vm("verify", file)).isZero();
    assertThat(output()).isEqualTo("hiverified: 1 functions, 3 instructions\n");
    String binary = directory.resolve("program.tbc").toString();
    assertThat(vm("compile", file, binary)).isZero();
    assertThat(vm("run", binary)).isZero();
    assertThat(output()).endsWith("instructions\nhi");
    assertThat(vm("run", "--definitional", file)).isEqualTo(2);
  }

  @Test
  void saysWhereAssemblyIsWrong() throws IOException {
    assertThat(vm("asm", assembly("function main 0\n  CONSST 1\n"))).isEqualTo(2);
    assertThat(errors())
        .contains("program.tasm:2:3: read error (syntax)", "Is CONST meant?", "\n    ^^^^^^\n");
    assertThat(vm("asm", assembly("function main 0\n  CONST 1\nend\n"))).isEqualTo(2);
    assertThat(errors()).contains("program.tasm:2:3: verify error (syntax): main:0 CONST");
    assertThat(vm("asm", directory.resolve("none.tasm").toString())).isEqualTo(2);
    assertThat(vm("run", "--run", "x.scm")).isEqualTo(2);
    assertThat(errors()).contains("--run is for asm only");
  }

  @Test
  void anErrorOfAnAssembledProgramEndsWithOne() throws IOException {
    String file = assembly("function main 0\n  CONST 1\n  CAR\n  RETURN\nend\n");
    assertThat(vm("asm", "--run", file)).isEqualTo(1);
    assertThat(errors()).contains("program.tasm:3:3: run error (type)");
  }

  @Test
  void runsStandardInput() {
    assertThat(vmWithInput("(display 'in)", "run", "-")).isZero();
    assertThat(output()).isEqualTo("in");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(+ 1 2)                | `3\n`",
        "(define x 5)           | ``",
        "(begin (display 1) 2)  | `1\n2\n`",
        "(begin (newline) 2)    | `\n2\n`",
        "\"a\"                  | `\"a\"\n`",
      })
  void evaluatesAnExpression(String expression, String printed) {
    assertThat(vm("eval", expression)).isZero();
    assertThat(output()).isEqualTo(printed);
  }

  @Test
  void disassemblesAFile() throws IOException {
    assertThat(vm("disasm", file("(car '(1))"))).isZero();
    assertThat(output()).contains("CAR").contains("RETURN");
  }

  @Test
  void showsAProgramWithoutItsMacros() throws IOException {
    String program =
        "(define-syntax or2 (syntax-rules () ((_ a b) (let ((t a)) (if t t b)))))\n(or2 #f t)";
    assertThat(vm("expand", file(program))).isZero();
    assertThat(output()).isEqualTo("(let ((t '#f)) (if t t @t))\n");
    assertThat(vm("expand", file("(if)"))).isEqualTo(2);
    assertThat(errors()).contains("expand error (syntax)");
  }

  @Test
  void endsWithOneAfterAnError() {
    assertThat(vm("eval", "(begin (display 'x) (car 1))")).isEqualTo(1);
    assertThat(output()).isEqualTo("x\n");
    assertThat(errors()).startsWith("<eval>:1:21: run error (type): car: argument 1");
  }

  @Test
  void endsWithTwoForARejectedProgram() throws IOException {
    assertThat(vm("eval", "(if)")).isEqualTo(2);
    assertThat(errors()).contains("expand error (syntax)").contains("^^^^");
    assertThat(vm("disasm", file("(display"))).isEqualTo(2);
    assertThat(errors()).contains("read error (syntax)");
  }

  @Test
  void endsWithFourAtALimit() {
    assertThat(vm("eval", "--max-steps", "100", "(define (f) (f)) (f)")).isEqualTo(4);
    assertThat(errors()).isEqualTo("limit reached: steps, after 100 steps\n");
    assertThat(vm("eval", "(define (f) (+ 1 (f))) (f)", "--max-stack=500")).isEqualTo(4);
    assertThat(vm("eval", "--max-time", "10ms", "(define (f) (f)) (f)")).isEqualTo(4);
    assertThat(vm("eval", "--max-output", "3", "(display 'four)")).isEqualTo(4);
    assertThat(output()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--max-steps 0    | --max-steps needs a whole number of at least 1, not 0",
        "--max-steps -5   | --max-steps needs a whole number of at least 1, not -5",
        "--max-steps ten  | --max-steps needs a whole number of at least 1, not ten",
        "--max-stack 0    | --max-stack needs a whole number",
        "--max-output 0   | --max-output needs a whole number",
        "--max-time 0s    | --max-time needs a time such as",
        "--max-time 10    | --max-time needs a time such as",
        "--max-time -1s   | --max-time needs a time such as",
        "--max-time 99999999999999999s | --max-time needs a time such as",
        "--max-fun 1      | no option --max-fun",
        "--fast 1         | no option --fast",
      })
  void refusesWrongOptions(String options, String message) {
    String[] words = options.split(" ", 2);
    assertThat(vm("eval", words[0], words[1], "1")).isEqualTo(2);
    assertThat(errors()).startsWith("vm: ").contains(message);
    assertThat(errors().lines()).hasSize(1);
  }

  @Test
  void refusesWrongCommands() {
    assertThat(vm("frobnicate", "x")).isEqualTo(2);
    assertThat(vm("run")).isEqualTo(2);
    assertThat(vm("run", "a", "b")).isEqualTo(2);
    assertThat(vm("eval", "1", "--max-steps")).isEqualTo(2);
    assertThat(errors())
        .contains("There is no command frobnicate")
        .contains("The option --max-steps needs a value");
  }

  @Test
  void saysInOneSentenceWhatIsWrongWithAFile() throws IOException {
    assertThat(vm("run", directory.resolve("none.scm").toString())).isEqualTo(2);
    assertThat(errors()).contains("There is no file").hasLineCount(1);
    err.reset();
    assertThat(vm("run", directory.toString())).isEqualTo(2);
    assertThat(errors()).contains("cannot be read").hasLineCount(1);
    err.reset();
    Path binary = directory.resolve("binary.scm");
    Files.write(binary, new byte[] {(byte) 0xFF, (byte) 0xFE, 'x'});
    assertThat(vm("run", binary.toString())).isEqualTo(2);
    assertThat(errors()).contains("is not text in UTF-8").hasLineCount(1);
    err.reset();
    assertThat(vm("run", "a\0b")).isEqualTo(2);
    assertThat(errors()).contains("cannot be read").hasLineCount(1);
  }

  @Test
  void helps() {
    assertThat(vm("--help")).isZero();
    assertThat(output()).contains("vm eval '(+ 1 2)'").contains("--max-steps");
  }

  @Test
  void withoutACommandItTakesForms() {
    assertThat(vmWithInput("(define x 3)\n(* x\n 2)")).isZero();
    assertThat(output()).isEqualTo("; defined x\n=> 6\n");
    assertThat(vmWithInput("(car 1) (+ 1 2)", "repl")).isOne();
    assertThat(errors()).contains("run error (type)");
    out.reset();
    assertThat(vmWithInput("(let loop () (loop))\n1", "--max-steps", "100")).isOne();
    assertThat(errors()).contains("limit reached: steps");
    assertThat(output()).isEqualTo("=> 1\n");
    assertThat(vm("run", "--no-history", "x.scm")).isEqualTo(2);
  }

  @Test
  void tellsItsVersion() {
    assertThat(vm("--version")).isZero();
    assertThat(output()).startsWith("Touchstone reference VM ");
  }

  @Test
  void takesWhatFollowsTwoDashesAsTheProgram() {
    assertThat(vm("eval", "--", "--max-steps")).isEqualTo(1);
    assertThat(errors()).contains("unbound variable: --max-steps");
  }

  @Test
  void endsQuietlyWhenNobodyReadsOn() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    Console console = new Console(new ByteArrayInputStream(new byte[0]), closed, err);
    String endless = "(define (f) (display 'yes) (newline) (f)) (f)";
    assertThat(Commands.execute(new String[] {"eval", endless}, console)).isZero();
    assertThat(errors()).isEmpty();
  }

  @Test
  void servesUntilGoodBye() {
    String input = "(hello (protocol 1.0))\n(run (id a) (program \"(+ 1 2)\"))\n(bye)\n(bye)\n";
    assertThat(vmWithInput(input.replace("1.0", "\"1.0\""), "serve")).isZero();
    assertThat(output().lines()).hasSize(2);
    assertThat(output()).contains("(result (id \"a\") (status completed) (values \"3\")");
  }

  @Test
  void aLineThatIsNoMessageEndsTheService() {
    assertThat(vmWithInput("(bye", "serve")).isEqualTo(2);
    assertThat(errors()).startsWith("vm: line 1 is no message: ");
    assertThat(output()).isEmpty();
  }

  @Test
  void bytesThatAreNoTextEndTheService() {
    byte[] bytes = {'(', (byte) 0xFF, ')', '\n'};
    Console console = new Console(new ByteArrayInputStream(bytes), out, err);
    assertThat(Commands.execute(new String[] {"serve"}, console)).isEqualTo(2);
    assertThat(errors()).contains("line 1 is no message: it is not UTF-8");
  }

  @Test
  void traceShowsCallsAndWhatTheProgramPrints() throws IOException {
    assertThat(vm("trace", file("(define (f x) (display x) 2)\n(f 1)"))).isZero();
    assertThat(output().lines().map(line -> line.replaceFirst("  +;.*", "")))
        .containsExactly("     1  call f 1", "        | 1", "     2  return f 2");
    assertThat(errors()).startsWith("2 records, hash ").endsWith(", values 2\n");
  }

  @Test
  void traceWritesAFileBesideTheOutput() throws IOException {
    String trace = directory.resolve("t").toString();
    assertThat(
            vm(
                "trace",
                "--format=json",
                "--level",
                "steps",
                "-o",
                trace,
                file("(display (car '()))")))
        .isEqualTo(1);
    assertThat(output()).isEmpty();
    assertThat(Files.readAllLines(Path.of(trace)))
        .first()
        .asString()
        .startsWith("{\"touchstone-trace\":1,\"level\":\"steps\"");
    assertThat(Files.readString(Path.of(trace))).endsWith("\"outcome\":\"error type\"}\n");
  }

  @Test
  void traceShowsAnInterval() throws IOException {
    String loop = file("(define (f n) (if (= n 0) 'end (f (- n 1)))) (f 1000)");
    assertThat(vm("trace", "--from", "500", "--to", "501", loop)).isZero();
    assertThat(output()).hasLineCount(2).contains("500  tail-call f 501");
  }

  @ParameterizedTest
  @CsvSource({
    "--level, all, '--level is calls, events or steps, not all.'",
    "--format, xml, '--format is text or json, not xml.'",
    "--from, 0, 'The option --from needs a whole number of at least 1, not 0.'",
    "--to, -3, 'The option --to needs a whole number of at least 1, not -3.'",
  })
  void traceRefusesWhatItDoesNotKnow(String option, String value, String complaint)
      throws IOException {
    assertThat(vm("trace", option, value, file("1"))).isEqualTo(2);
    assertThat(errors()).contains(complaint);
  }

  @Test
  void traceRefusesAnIntervalThatEndsBeforeItBegins() throws IOException {
    assertThat(vm("trace", "--from", "5", "--to", "4", file("1"))).isEqualTo(2);
    assertThat(errors()).contains("--from must not lie behind --to.");
  }

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
