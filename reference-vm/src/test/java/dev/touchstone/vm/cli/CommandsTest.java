package dev.touchstone.vm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands, their options, and what is wrong with them. */
class CommandsTest extends CommandLineFixture {
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
}
