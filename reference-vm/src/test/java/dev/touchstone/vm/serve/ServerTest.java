package dev.touchstone.vm.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.vm.api.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTest {
  private final Server server = new Server("1.2.3", Limits.GENEROUS);

  private String answer(String line) {
    return server.answer(line).line().orElseThrow();
  }

  @Test
  void helloTellsWhoThisIs() {
    String hello = answer("(hello (protocol \"1.7\") (new-field 1 2))");
    assertThat(hello)
        .startsWith("(hello (protocol \"1.0\") (name \"touchstone\") (version \"1.2.3\")")
        .contains(
            "(isolation world)",
            "(rungs \"base\" \"arith\"",
            "(features \"delimited\"",
            "(int-model \"bignum\")");
  }

  @Test
  void anotherMajorVersionIsRefused() {
    Server.Reply reply = server.answer("(hello (protocol \"2.0\"))");
    assertThat(reply.goesOn()).isFalse();
    assertThat(reply.line().orElseThrow())
        .contains("(refused \"This VM speaks version 1 of the protocol, not 2.0.\")");
  }

  @Test
  void byeEndsWithoutAnAnswer() {
    assertThat(server.answer("(bye)").goesOn()).isFalse();
    assertThat(server.answer("(bye)").line()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(+ 1 2)                     | (status completed) (values \"3\")",
        "'(a . \\\"b\\\\n\\\")       | (status completed) (values \"(a . \\\"b\\\\n\\\")\")",
        "car                         | (status completed) (values \"#<procedure>\")",
        "(define x 1)                | (status completed) (counters",
        "(display 1) (car 5)         | (status error) (class type) (phase run) (message",
        "(car '(1)                   | (status error) (class syntax) (phase read) (message",
        "(if)                        | (status error) (class syntax) (phase expand) (message",
      })
  void aRunHasAResult(String program, String expected) {
    String answer = answer("(run (id \"r 1\") (program \"%s\"))".formatted(program));
    assertThat(answer).startsWith("(result (id \"r 1\") " + expected).doesNotContain("\n");
  }

  @Test
  void outputIsApartFromTheValue() {
    assertThat(answer("(run (id a) (program \"(display \\\"x\\\") (newline) 5\"))"))
        .contains("(values \"5\")")
        .endsWith("(output \"x\\n\"))");
  }

  @Test
  void limitsOfTheRequestHold() {
    String loop = "(program \"(define (f) (display 1) (f)) (f)\")";
    assertThat(answer("(run (id a) " + loop + " (limits (steps 100)))"))
        .contains("(status exhausted) (limit steps)");
    assertThat(answer("(run (id a) " + loop + " (limits (output 10)))"))
        .contains("(limit output)")
        .contains("(output \"1111111111\")");
    assertThat(answer("(run (id a) (program \"(define (f) (f)) (f)\") (limits (time 50)))"))
        .contains("(limit time)");
  }

  @Test
  void nothingIsKeptFromOneRunToTheNext() {
    assertThat(answer("(run (id a) (program \"(define x 1) (set! car cdr) (car '(1 2))\"))"))
        .contains("(values \"(2)\")");
    assertThat(answer("(run (id b) (program \"(car '(1 2))\"))")).contains("(values \"1\")");
    assertThat(answer("(run (id c) (program \"x\"))")).contains("(class unbound)");
  }

  @Test
  void runsAssembly() {
    assertThat(assembly("function main 0\\n CONST 1\\n CONST 2\\n ADD\\n RETURN\\nend"))
        .contains("(status completed)", "(values \"3\")", "(steps 0)");
    assertThat(assembly("function main 0\\n GLOBAL values\\n TAIL_CALL 0\\nend"))
        .contains("(status completed) (values)");
    assertThat(assembly("no-value\\nfunction main 0\\n CONST 1\\n RETURN\\nend"))
        .contains("(status completed)")
        .doesNotContain("values");
    assertThat(assembly("function main 0\\n CONST 1\\n CAR\\n RETURN\\nend"))
        .contains("(status error) (class type) (phase run)");
  }

  @Test
  void tellsWhereAssemblyIsWrong() {
    assertThat(assembly("function main 0\\n CONST 1\\n"))
        .contains("(status error) (class syntax) (phase read)", "main.tasm:1:1");
    assertThat(assembly("function main 0\\n ADD\\n RETURN\\nend"))
        .contains("(status error) (class syntax) (phase verify)", "main.tasm:2:2");
  }

  private String assembly(String text) {
    return answer("(run (id a) (assembly \"" + text + "\"))");
  }

  @Test
  void whatIsNotKnownIsUnsupported() {
    assertThat(answer("(dance (id a))")).contains("(status unsupported)", "no message dance");
    assertThat(server.answer("(dance)").line()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(run (id a)              | ",
        "5                        | A message is a list that begins with a name.",
        "()                       | A message is a list that begins with a name.",
        "(run . 5)                | A message is a list that begins with a name.",
        "#0=(run . #0#)           | A list of the message has more than a million items, or no"
            + " end.",
        "(run (program \"1\"))    | The field id of run is missing.",
        "(run (id a))             | The field program of run is missing.",
        "(run (id a) (id b))      | The field id stands there twice.",
        "(run (id 5) (program x)) | The field id must be one text.",
        "(run (id a) (program \"1\") (limits (time 0))) | The limit time must be a whole number"
            + " from 1.",
      })
  void whatIsNoMessageIsRefused(String line, String why) {
    assertThatThrownBy(() -> server.answer(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why == null ? "" : why);
  }

  @Test
  void aTraceIsToldIfItIsWanted() {
    String run = "(run (id \"1\") (program \"(define (f x) x) (f 1)\") ";
    assertThat(answer(run + "(trace calls))"))
        .contains("(events \"call f 1\" \"return f 1\") (trace-count 2) (trace-hash \"");
    assertThat(answer(run + "(trace steps))")).contains("(steps \"main:0 | CLOSURE f |\"");
    assertThat(answer(run + "(trace none))")).doesNotContain("events", "trace-hash");
    assertThatThrownBy(() -> answer(run + "(trace all))")).hasMessageContaining("no trace all");
  }

  @Test
  void ofALongTraceTheHashesAreTold() {
    assertThat(
            answer(
                "(run (id \"1\") (program \"(define (f n) (if (= n 0) 1 (f (- n 1)))) (f 5000)\")"
                    + " (trace calls))"))
        .doesNotContain("(events")
        .contains("(trace-count 5002)", "(trace-checkpoints (", "(trace-hash \"");
  }

  @Test
  void aRunGetsItsInputArgumentsAndFiles() {
    String answer =
        answer(
            "(run (id \"f\") (input \"one\\ntwo\") (args \"x\" \"y z\")"
                + " (files (\"d/a.txt\" \"(from file)\"))"
                + " (program \"(let* ((a (read-line)) (b (cdr (command-line))))"
                + " (list a b (call-with-input-file \\\"d/a.txt\\\" read)))\"))");
    assertThat(answer).contains("(values \"(\\\"one\\\" (\\\"x\\\" \\\"y z\\\") (from file))\")");
  }

  @Test
  void aRunWithoutFilesMayTouchNone() {
    assertThat(answer("(run (id \"n\") (program \"(open-output-file \\\"x\\\")\"))"))
        .contains("(status error) (class file)");
  }

  @Test
  void aFileThatLeadsOutsideIsABadRequest() {
    assertThatThrownBy(() -> answer("(run (id \"o\") (files (\"../x\" \"\")) (program \"1\"))"))
        .hasMessageContaining("../x");
  }

  @Test
  void exitIsTold() {
    assertThat(answer("(run (id \"e\") (program \"(display 1) (exit 7)\"))"))
        .startsWith("(result (id \"e\") (status exited) (code 7)")
        .contains("(output \"1\")");
  }
}
