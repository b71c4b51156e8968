package dev.touchstone.vm.bytecode.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.vm.bytecode.CaptureKind;
import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.source.Diagnostic;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.ErrorClass;
import dev.touchstone.vm.source.Phase;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Unspecified;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssemblyReaderTest {
  private static Assembly read(String text) {
    return AssemblyReader.read(Source.of("a.tasm", text));
  }

  private static Code mainOf(String... lines) {
    String text = "function main 0\n" + String.join("\n", lines) + "\nend\n";
    return read(text).unit().main();
  }

  private static String words(Code code) {
    return IntStream.of(code.words()).mapToObj(String::valueOf).collect(Collectors.joining(" "));
  }

  @Test
  void readsAHeader() {
    Assembly assembly =
        read(
            """
            function main 0        ; a comment
              LOCAL 0
              CLOSURE f
              RETURN
            end
            function f 2 rest locals 3 stack 9 captures value box called |a name|
              LOCAL 0
              RETURN
            end
            """);
    Code f = assembly.unit().main().nested().getFirst();
    assertThat(f.name()).isEqualTo("a name");
    assertThat(f.required()).isEqualTo(2);
    assertThat(f.hasRest()).isTrue();
    assertThat(f.locals()).isEqualTo(3);
    assertThat(f.maxStack()).isEqualTo(9);
    assertThat(f.captureKinds()).containsExactly(CaptureKind.VALUE, CaptureKind.BOX);
    assertThat(assembly.unit().hasValue()).isTrue();
    assertThat(read("no-value\nfunction main 0\nend").unit().hasValue()).isFalse();
  }

  @Test
  void labelsNameWords() {
    Code code =
        mainOf("CONST 1", "JUMP_IF_FALSE else", "CONST 2", "RETURN", "else:", "LOOP else 3 4");
    assertThat(words(code))
        .isEqualTo(
            "%d 0 %d 7 %d 1 %d %d 7 3 4"
                .formatted(
                    Opcode.CONST.code(),
                    Opcode.JUMP_IF_FALSE.code(),
                    Opcode.CONST.code(),
                    Opcode.RETURN.code(),
                    Opcode.LOOP.code()));
  }

  @Test
  void numbersGlobalsThroughTheUnit() {
    Assembly assembly =
        read(
            """
            function main 0
              GLOBAL a
              CLOSURE f
              RETURN
            end
            function f 0
              GLOBAL |b c|
              STANDARD a
              RETURN
            end
            """);
    assertThat(assembly.unit().globals()).extracting(Object::toString).containsExactly("a", "b c");
    assertThat(assembly.unit().main().nested().getFirst().word(3)).isZero();
  }

  @Test
  void readsConstants() {
    Code code =
        mainOf(
            "CONST (1 . \"a;b\") ; end",
            "CONST #<unspecified> ; end",
            "CONST 'x",
            "CONST 1",
            "CONST 1",
            "CONST (1)",
            "CONST (1)");
    assertThat(code.constants())
        .extracting(Printer::write)
        .containsExactly("(1 . \"a;b\")", "#<unspecified>", "(quote x)", "1", "(1)", "(1)");
    assertThat(code.constants().get(1)).isSameAs(Unspecified.INSTANCE);
  }

  @Test
  void computesTheStackThatIsNotStated() {
    assertThat(mainOf("CONST 1", "RETURN").maxStack()).isEqualTo(1);
    assertThat(mainOf("CONST 1", "CONST 2", "ADD", "RETURN").maxStack()).isEqualTo(3);
    assertThat(
            mainOf(
                    "GLOBAL f",
                    "CALL 0",
                    "RECEIVE 3 1",
                    "POP",
                    "POP",
                    "POP",
                    "JUMP_IF_TRUE_KEEP a",
                    "CONST 1",
                    "a:",
                    "RETURN")
                .maxStack())
        .isEqualTo(4);
  }

  @Test
  void knowsWhereInstructionsComeFrom() {
    Assembly assembly =
        read(
            """
            source "p.scm"
            function main 0
              CONST 1
            line 7   (f (g
              CONST 2
              CONST 3
            line 7
              RETURN
            end
            """);
    Code code = assembly.unit().main();
    assertThat(code.spanAt(0)).hasToString("a.tasm:3:3");
    assertThat(code.spanAt(2)).hasToString("p.scm:7:1");
    assertThat(code.spanAt(6).text()).isEqualTo("(f (g");
    assertThat(assembly.listed().main().spanAt(6)).hasToString("a.tasm:8:3");
  }

  /** A text, where {@code ~} ends a line; the place, and what the message says. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "function main 0~ CONSTT 1~end | 2:2 | no instruction CONSTT. Is CONST meant?",
        "function main 0~ const 1~end | 2:2 | Is CONST meant?",
        "function main 0~ FROBNICATE~end | 2:2 | no instruction FROBNICATE.",
        "function main 0~ CONST~end | 2:2 | CONST takes one operand, not 0.",
        "function main 0~ CONST 1 2~end | 2:10 | CONST takes one operand, not 2.",
        "function main 0~ POP 1~end | 2:6 | POP takes no operand, not 1.",
        "function main 0~ RECEIVE 1~end | 2:2 | RECEIVE takes 2 operands, not 1.",
        "function main 0~ CONST (1~end | 2:8 | The line ends before this parenthesis is closed.",
        "function main 0~ CONST )~end | 2:8 | closes nothing",
        "function main 0~ CONST #<box>~end | 2:8 | Nothing is written",
        "function main 0~ LOCAL x~end | 2:8 | whole number from 0",
        "function main 0~ LOCAL -1~end | 2:8 | whole number from 0",
        "function main 0~ LOCAL 2147483648~end | 2:8 | whole number from 0 to 2147483647",
        "function main 0~ RECEIVE 1 2~end | 2:12 | whole number from 0 to 1",
        "function main 0~ GLOBAL 5~end | 2:9 | name of a global variable",
        "function main 0~ JUMP don~done:~end | 2:7 | no label don. Is done meant?",
        "function main 0~ JUMP 4~end | 2:7 | name of a label",
        "function main 0~a:~a:~end | 3:1 | label a stands in this function already",
        "function main 0~ CLOSURE g~end | 2:10 | no function g",
        "function main 0~ CLOSURE main~end | 2:10 | contains this one, or is it",
        "function main 0~ CLOSURE f~end~function f 0~ CLOSURE g~end~function g 0~ CLOSURE f~end"
            + " | 8:10 | contains this one, or is it",
        "function main 0~end~function main 1~end | 3:10 | main is there already",
        "function main 0~end~function f 1~end | 3:1 | No CLOSURE makes the function f",
        "function f 0~end | 2:4 | no function main",
        "function main 0~ POP | 1:1 | ends before the `end` of this function, main",
        "function main 0~ POP~function f 0~end | 3:1 | lacks its `end` before this",
        "end | 1:1 | end stands outside of any function",
        "POP | 1:1 | POP stands outside of any function",
        "a: | 1:1 | a: stands outside of any function",
        "functoin main 0 | 1:1 | no directive functoin. Is function meant?",
        "function main 0~no-value~end | 2:1 | within a function",
        "function main | 1:1 | a name and a number of required arguments",
        "function main x | 1:15 | whole number",
        "function main 0 lcoals 1~end | 1:17 | Is locals meant?",
        "function main 0 locals~end | 1:17 | Something must follow this.",
        "function main 0 locals 1 locals 2~end | 1:26 | locals once at most",
        "function main 0 captures~end | 1:17 | followed by value or box",
        "function main 2147483647 rest~end | 1:1 | cannot have 2147483648 slots",
        "function main 0~line 0 x~end | 2:6 | counted from 1",
        "function main 0~line x~end | 2:6 | whole number",
        "function main 0~line 10000001~end | 2:6 | whole number from 0 to 10000000",
        "source \"a\"~function main 0~line 10000000~source \"b\"~line 1~end | 5:6 | more"
            + " than 10000000 lines",
        "(function main 0) | 1:1 | A line begins with a word",
        "5 | 1:1 | A line begins with a word",
      })
  void rejectsWhatIsNoAssembly(String text, String place, String message) {
    DiagnosticException rejection =
        catchThrowableOfType(DiagnosticException.class, () -> read(text.replace('~', '\n')));
    Diagnostic why = rejection.diagnostic();
    assertThat(why.message()).contains(message);
    assertThat(why.span()).hasToString("a.tasm:" + place);
    assertThat(why.phase()).isEqualTo(Phase.READ);
    assertThat(why.errorClass()).isEqualTo(ErrorClass.SYNTAX);
  }

  private static final String WHOLE =
      """
      function main 0
      line 3 (f x
        CONST (1 "two" #\\3)
        CLOSURE f
        JUMP a
      a:
        RETURN
      end
      function f 1 captures value box called |f 1|
        GLOBAL |odd name|
        RECEIVE 2 1
        RETURN
      end\
      """;

  /** Whatever is cut off from the end, there is a located message and never another exception. */
  @Test
  void rejectsEveryTruncatedText() {
    String whole = WHOLE;
    for (int length = 0; length < whole.length(); length++) {
      String text = whole.substring(0, length);
      DiagnosticException rejection =
          catchThrowableOfType(DiagnosticException.class, () -> read(text));
      assertThat(rejection).as(text).isNotNull();
      assertThat(rejection.diagnostic().render()).contains("a.tasm:", "^");
    }
    read(whole);
  }

  /** One character is another one: it is assembly still, or there is a located message. */
  @Test
  void saysWhereAnyChangedTextIsWrong() {
    int accepted = 0;
    for (int at = 0; at < WHOLE.length(); at++) {
      for (char other : "(\";|# 9x\n\0".toCharArray()) {
        String text = WHOLE.substring(0, at) + other + WHOLE.substring(at + 1);
        try {
          read(text);
          accepted++;
        } catch (DiagnosticException rejection) {
          assertThat(rejection.diagnostic().render()).contains("a.tasm:", "^");
        }
      }
    }
    assertThat(accepted).isBetween(100, WHOLE.length() * 5);
  }
}
