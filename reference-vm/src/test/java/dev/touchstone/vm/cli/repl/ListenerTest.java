package dev.touchstone.vm.cli.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.api.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListenerTest {
  private final Conversation talk = new Conversation();

  @Test
  void valuesAreShownEachOnALine() {
    assertThat(talk.say("(+ 1 2)")).isEqualTo("=> 3\n");
    assertThat(talk.say("(values 1 \"a\\nb\")")).isEqualTo("=> 1\n=> \"a\\nb\"\n");
    assertThat(talk.say("(values)")).isEqualTo("; no values\n");
    assertThat(talk.say("(if #f #f)")).isEmpty();
    assertThat(talk.say("1 2 (list 3)")).isEqualTo("=> 1\n=> 2\n=> (3)\n");
    assertThat(talk.say(" ; nothing")).isEmpty();
  }

  @Test
  void whatIsDefinedIsNamedAndStays() {
    assertThat(talk.say("(define (f x) (* x x))")).isEqualTo("; defined f\n");
    assertThat(talk.say("(f 7)")).isEqualTo("=> 49\n");
    assertThat(talk.say("(define-values (a b . c) (values 1 2 3))"))
        .isEqualTo("; defined a, b, c\n");
    assertThat(talk.say("(define-record-type point (make-point x) point? (x point-x))"))
        .isEqualTo("; defined point, make-point, point?, point-x\n");
    assertThat(talk.say("(define-syntax one (syntax-rules () ((_) 1)))"))
        .isEqualTo("; defined one\n");
    assertThat(talk.say("(one)")).isEqualTo("=> 1\n");
    assertThat(talk.say("(set! a 5) a")).isEqualTo("=> 5\n");
  }

  @Test
  void aStandardNameMayBeDefinedAgain() {
    assertThat(talk.say("(define (use x) (car x)) (define car cdr) (car '(1 2)) (use '(1 2))"))
        .isEqualTo("; defined use\n; defined car\n=> (2)\n=> (2)\n");
    assertThat(talk.say("(define if list) (if 1 2 3)")).isEqualTo("; defined if\n=> (1 2 3)\n");
  }

  @Test
  void outputStandsOnLinesOfItsOwn() {
    assertThat(talk.say("(begin (display \"hi\") 1)")).isEqualTo("hi\n=> 1\n");
    assertThat(talk.say("(begin (display \"hi\") (newline) 1)")).isEqualTo("hi\n=> 1\n");
    assertThat(talk.say("(begin (display \"hi\") (car 1))")).startsWith("hi\n! ");
  }

  @Test
  void anErrorIsShownWithItsPlaceAndLeavesTheSessionUsable() {
    talk.say("(define (g x) (car x))");
    assertThat(talk.say("(+ 1 (g 5))"))
        .isEqualTo(
            """
            ! <input 1>:1:15: run error (type): car: argument 1 is not a pair: 5
              (define (g x) (car x))
                            ^^^^^^^
              in g (<input 1>:1:15)
              in main (<input 2>:1:6)
            """);
    assertThat(talk.say("(+ 1")).contains("read error (syntax)", "before this parenthesis");
    assertThat(talk.say(")")).contains("closes nothing");
    assertThat(talk.say("(let)")).contains("expand error (syntax)");
    assertThat(talk.say("(raise 'x)")).contains("raised: x");
    assertThat(talk.say("(g '(1))")).isEqualTo("=> 1\n");
  }

  @Test
  void whatFollowsAFailureIsLeftOut() {
    assertThat(talk.say("1 (car 1) (display 2) 3"))
        .startsWith("=> 1\n! ")
        .endsWith("; 2 forms after it are left out\n");
    assertThat(talk.say("(car 1)\n2")).endsWith("; 1 form after it is left out\n");
  }

  @Test
  void aLimitEndsTheEvaluationAlone() {
    assertThat(talk.say("(define (deep n) (+ 1 (deep n))) (deep 1)"))
        .matches("; defined deep\n! limit reached: stack, after [0-9,]+ steps\n");
    assertThat(talk.say("(+ 1 2)")).isEqualTo("=> 3\n");
    Conversation limited = new Conversation(Limits.GENEROUS.withSteps(100).withOutput(10));
    assertThat(limited.say("(let loop () (loop))"))
        .isEqualTo("! limit reached: steps, after 100 steps\n");
    assertThat(limited.say("(display \"123456\")")).isEqualTo("123456");
    assertThat(limited.say("(display \"123456\")")).isEqualTo("123456");
    assertThat(limited.say("(display \"12345678901\")")).contains("limit reached: output");
    assertThat(limited.say("(+ 1 2)")).isEqualTo("=> 3\n");
  }

  @Test
  void quittingLeavesWithWhetherAnythingFailed() {
    assertThat(talk.listener.exitCode()).isEmpty();
    talk.say(",quit");
    assertThat(talk.listener.exitCode()).hasValue(0);
    Conversation other = new Conversation();
    other.say("(car 1)");
    other.say(",q");
    assertThat(other.listener.exitCode()).hasValue(1);
  }

  @Test
  void anUnknownCommandIsAnsweredWithAKnownOne() {
    assertThat(talk.say(",trade (f)"))
        .isEqualTo("! There is no command ,trade. Did you mean ,trace? ,help lists them.\n");
    assertThat(talk.say(",xyzzy")).isEqualTo("! There is no command ,xyzzy. ,help lists them.\n");
    assertThat(talk.say(",t 1")).isEqualTo("! The command ,t may be ,trace or ,time.\n");
    assertThat(talk.say(",time")).isEqualTo("! The command takes one argument: ,time EXPR.\n");
    assertThat(talk.say(",time 1 2")).isEqualTo("! The command takes one argument: ,time EXPR.\n");
    assertThat(talk.say(",help")).contains(",disasm NAME", ",load FILE").isEqualTo(talk.say(","));
  }

  @Test
  void docTellsOfAStandardName() {
    assertThat(talk.say(",doc car")).startsWith("car  (scheme base)\n").contains("Example:\n");
  }

  @Test
  void docOfAnotherNameAsksWhatIsMeant() {
    assertThat(talk.say(",doc vectro-ref"))
        .isEqualTo("! Nothing is known of vectro-ref. Did you mean vector-ref?\n");
    talk.say("(define mine 1)");
    assertThat(talk.say(",doc mine")).startsWith("; mine is no standard name");
  }

  @Test
  void expandShowsCoreAndEvaluatesNothing() {
    assertThat(talk.say(",expand (when (f x) 1)")).isEqualTo("(if (@f @x) '1 '#<unspecified>)\n");
    assertThat(talk.say(",expand (let)")).contains("expand error");
  }

  @Test
  void disasmShowsTheInstructionsOfAProcedure() {
    talk.say("(define (f x) (* x x))");
    assertThat(talk.say(",disasm f"))
        .isEqualTo(
            """
            source "<input 1>"
            function f 1 stack 4
            line 1 (define (f x) (* x x))
              LOCAL         0
              TAKE_LOCAL    0
              MUL
              RETURN
            end
            """);
    assertThat(talk.say(",disasm (case-lambda ((a) 1) ((a b) 2))").lines())
        .filteredOn(line -> line.startsWith("function "))
        .hasSize(2);
    assertThat(talk.say(",disasm car")).contains("written in Java", ": CAR");
    assertThat(talk.say(",disasm if")).contains("is syntax");
    assertThat(talk.say(",disasm ff")).contains("There is no variable ff. Did you mean f?");
    assertThat(talk.say("(define n 1)\n,disasm n")).endsWith("! n is no procedure.\n");
  }

  @Test
  void traceShowsCallsAndThenTheValue() {
    talk.say("(define (fact n) (if (= n 0) 1 (* n (fact (- n 1)))))");
    assertThat(talk.say(",trace (fact 2)").lines().map(line -> line.replaceFirst(" *;.*", "")))
        .containsExactly(
            "     1  call fact 2",
            "     2    call fact 1",
            "     3      call fact 0",
            "     4      return fact 1",
            "     5    return fact 1",
            "     6  return fact 2",
            "=> 2");
    assertThat(talk.say(",trace (fact 200)")).contains("; 202 more; vm trace shows all");
  }

  @Test
  void timeTellsTimeStepsAndMemory() {
    assertThat(talk.say(",time (let loop ((i 0)) (if (< i 1000) (loop (+ i 1)) i))"))
        .matches("=> 1000\n; [0-9.]+ m?s, [0-9,]+ steps?, [0-9.]+ [kMG]B allocated\n");
  }

  @Test
  void aFileIsLoadedUpToItsFirstFailure(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("a b.scm");
    Files.writeString(file, "(define x 1) (+ x 1) (define y 2)");
    assertThat(talk.say(",load " + file)).isEqualTo("; loaded " + file + ", which defines x, y\n");
    assertThat(talk.say(",load \"" + file + "\"")).startsWith("; loaded ");
    Files.writeString(file, "(define z 3) (car x) (define u 4)");
    assertThat(talk.say(",load " + file)).contains("! " + file + ":1:14: run error (type)");
    assertThat(talk.say("z")).isEqualTo("=> 3\n");
    assertThat(talk.say("u")).contains("unbound");
    Files.writeString(file, "(");
    assertThat(talk.say(",load " + file)).contains("read error");
    Files.write(file, new byte[] {(byte) 0xff});
    assertThat(talk.say(",load " + file)).contains("is not text in UTF-8.");
    assertThat(talk.say(",load nowhere.scm")).isEqualTo("! There is no file nowhere.scm.\n");
  }

  @Test
  void librariesAreImported() {
    assertThat(talk.say(",import (prefix (scheme base) b:)")).isEmpty();
    assertThat(talk.say("(b:car '(1))")).isEqualTo("=> 1\n");
    assertThat(talk.say("(import (only (scheme write) display))")).isEmpty();
    assertThat(talk.say("(import (no such))")).contains("expand error (import)");
  }
}
