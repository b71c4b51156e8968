package dev.touchstone.vm.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
  private static final String ENDLESS = "(define (f) (f)) (f)";
  private static final String DEEP = "(define (f) (+ 1 (f))) (f)";

  private static Run begin(String program, long steps, int slots, int frames) {
    return Programs.begin(program, new Bounds(steps, slots, frames, () -> {}));
  }

  @Test
  void endsAtTheLimitOfSteps() {
    Run run = begin(ENDLESS, 12_345, 1_000, 1_000);
    assertThat(Programs.describe(run.complete())).isEqualTo("limit: steps");
    assertThat(run.steps()).isEqualTo(12_345);
  }

  @Test
  void allowsExactlyAsManyStepsAsGranted() {
    String program = "(define (f n) (if (= n 0) 'done (f (- n 1)))) (f 9)";
    assertThat(Programs.describe(begin(program, 10, 1_000, 1_000).complete())).isEqualTo("done");
    assertThat(Programs.describe(begin(program, 9, 1_000, 1_000).complete()))
        .isEqualTo("limit: steps");
  }

  @Test
  void endsAtTheLimitOfSlots() {
    Run run = begin(DEEP, Long.MAX_VALUE, 10_000, 1_000_000);
    assertThat(Programs.describe(run.complete())).isEqualTo("limit: stack");
    assertThat(run.peakStack()).isLessThanOrEqualTo(10_000);
  }

  @Test
  void endsAtTheLimitOfFrames() {
    Run run = begin(DEEP, Long.MAX_VALUE, 1_000_000, 100);
    assertThat(Programs.describe(run.complete())).isEqualTo("limit: stack");
    assertThat(run.peakFrames()).isEqualTo(100);
  }

  @Test
  void endsBeforeTheFirstInstructionIfThereIsNoRoom() {
    assertThat(Programs.describe(begin("(list 1 2 3)", 10, 2, 10).complete()))
        .isEqualTo("limit: stack");
  }

  @Test
  void hasRoomForTheRestListOnAFullStack() {
    String program = "(define (f . r) r) (f)";
    for (int slots = 1; slots < 12; slots++) {
      assertThat(Programs.describe(begin(program, 10, slots, 10).complete()))
          .isIn("()", "limit: stack");
    }
  }

  @Test
  void asksTheHostNowAndThen() {
    AtomicInteger polls = new AtomicInteger();
    Bounds bounds =
        new Bounds(
            Long.MAX_VALUE,
            1_000,
            1_000,
            () -> {
              if (polls.incrementAndGet() == 5) {
                throw new Exhaustion(Exhaustion.TIME);
              }
            });
    Run run = Programs.begin(ENDLESS, bounds);
    assertThat(Programs.describe(run.complete())).isEqualTo("limit: time");
    assertThat(run.steps()).isBetween(10_000L, 100_000L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(+ big 1)",
        "(* big big)",
        "(quotient big 3)",
        "(modulo big (* 3 big))",
        "(< (/ big 3) (/ big 5))",
        "(inexact (/ big 3))",
        "(floor (/ big 3))",
        "(truncate (/ big 3))",
        "(gcd big 6)",
        "(expt big 2)",
        "(sqrt big)",
        "(exact-integer-sqrt big)",
        "(number->string big 16)",
        "(string->number text 16)",
      })
  void asksTheHostBeforeLargeNumbersTakeLong(String operation) {
    AtomicInteger polls = new AtomicInteger();
    Runnable interrupt =
        () -> {
          if (polls.incrementAndGet() == 5) {
            throw new Exhaustion(Exhaustion.TIME);
          }
        };
    String program =
        "(define big (+ 1 (expt 2 1000000))) (define text (make-string 262144 #\\1)) (let loop () "
            + operation
            + " (loop))";
    Run run = Programs.begin(program, new Bounds(Long.MAX_VALUE, 1_000, 1_000, interrupt));
    assertThat(Programs.describe(run.complete())).isEqualTo("limit: time");
    assertThat(run.steps()).isLessThan(35);
  }
}
