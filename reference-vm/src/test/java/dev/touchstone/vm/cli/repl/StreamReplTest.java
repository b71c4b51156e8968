package dev.touchstone.vm.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

class StreamReplTest {
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder errors = new StringBuilder();

  private int run(String text) throws IOException {
    Iterator<String> lines = text.lines().iterator();
    return Repl.overStreams(
        Conversation.wishes(Conversation.LIMITS),
        () -> lines.hasNext() ? lines.next() : null,
        out::append,
        errors::append);
  }

  @Test
  void valuesComeWithoutPromptOrColours() throws IOException {
    assertThat(run("(+ 1\n  2)\n(display \"x\")\n(define y 1) 'z\n")).isZero();
    assertThat(out).hasToString("=> 3\nx\n; defined y\n=> z\n");
    assertThat(errors).isEmpty();
  }

  @Test
  void aFailureIsToldOnTheOtherStreamAndInTheEnd() throws IOException {
    assertThat(run("(car 1)\n(+ 1 2)\n")).isOne();
    assertThat(out).hasToString("=> 3\n");
    assertThat(errors).asString().startsWith("<input 1>:1:1: run error (type): ");
  }

  @Test
  void aFormThatDoesNotEndIsAFailure() throws IOException {
    assertThat(run("1\n(+ 1")).isOne();
    assertThat(out).hasToString("=> 1\n");
    assertThat(errors).asString().contains("before this parenthesis is closed");
  }

  @Test
  void theProgramReadsTheLinesBehindItsForm() throws IOException {
    assertThat(run("(read-line)\nhello there\n(list (read) (read))\n(a\nb) c\n1")).isZero();
    assertThat(out).hasToString("=> \"hello there\"\n=> ((a b) c)\n=> 1\n");
  }

  @Test
  void exitLeavesWithItsCode() throws IOException {
    assertThat(run("(display 1)\n(exit 3)\n(display 2)")).isEqualTo(3);
    assertThat(out).hasToString("1");
    assertThat(run("(display 3) (dynamic-wind list (lambda () (exit 4)) (lambda () (display 5)))"))
        .isEqualTo(4);
    assertThat(out).hasToString("135");
  }

  @Test
  void longValuesAreShownWhole() throws IOException {
    assertThat(run("(make-string 5000 #\\a)")).isZero();
    assertThat(out).hasSize(5000 + "=> \"\"\n".length());
  }

  @Test
  void somebodyAtATerminalWithoutEditingGetsPrompts() throws IOException {
    Screen screen = Screen.ofTerminal(out::append, /* colours= */ false, () -> 80);
    Conversation talk = new Conversation();
    StreamRepl repl = StreamRepl.prompting(talk.listener, screen);
    Iterator<String> lines = "(+ 1\n2)\n(car\n(list\n".lines().iterator();
    StringBuilder last = new StringBuilder();
    repl.run(
        () -> {
          if (last.toString().equals("(car")) {
            repl.clear();
          }
          last.setLength(0);
          last.append(lines.hasNext() ? lines.next() : "");
          return last.isEmpty() ? null : last.toString();
        });
    assertThat(out).hasToString(">   >   \n>   \n");
  }
}
