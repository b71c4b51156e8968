package dev.touchstone.vm.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
  private static final String ENDLESS = "(define (f) (f)) (f)";
  private static final String DEEP = "(define (f) (+ 1 (f))) (f)";

  private static Machine machine(String program, long steps, int slots, int frames) {
    return Programs.machine(program, new Bounds(steps, slots, frames, () -> {}));
  }

  @Test
  void endsAtTheLimitOfSteps() {
    Machine machine = machine(ENDLESS, 12_345, 1_000, 1_000);
    assertThat(Programs.describe(machine.run())).isEqualTo("limit: steps");
    assertThat(machine.steps()).isEqualTo(12_345);
  }

  @Test
  void allowsExactlyAsManyStepsAsGranted() {
    String program = "(define (f n) (if (= n 0) 'done (f (- n 1)))) (f 9)";
    assertThat(Programs.describe(machine(program, 10, 1_000, 1_000).run())).isEqualTo("done");
    assertThat(Programs.describe(machine(program, 9, 1_000, 1_000).run()))
        .isEqualTo("limit: steps");
  }

  @Test
  void endsAtTheLimitOfSlots() {
    Machine machine = machine(DEEP, Long.MAX_VALUE, 10_000, 1_000_000);
    assertThat(Programs.describe(machine.run())).isEqualTo("limit: stack");
    assertThat(machine.peakStack()).isLessThanOrEqualTo(10_000);
  }

  @Test
  void endsAtTheLimitOfFrames() {
    Machine machine = machine(DEEP, Long.MAX_VALUE, 1_000_000, 100);
    assertThat(Programs.describe(machine.run())).isEqualTo("limit: stack");
    assertThat(machine.peakFrames()).isEqualTo(100);
  }

  @Test
  void endsBeforeTheFirstInstructionIfThereIsNoRoom() {
    assertThat(Programs.describe(machine("(list 1 2 3)", 10, 2, 10).run()))
        .isEqualTo("limit: stack");
  }

  @Test
  void hasRoomForTheRestListOnAFullStack() {
    String program = "(define (f . r) r) (f)";
    for (int slots = 1; slots < 12; slots++) {
      assertThat(Programs.describe(machine(program, 10, slots, 10).run()))
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
    Machine machine = Programs.machine(ENDLESS, bounds);
    assertThat(Programs.describe(machine.run())).isEqualTo("limit: time");
    assertThat(machine.steps()).isBetween(10_000L, 100_000L);
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
    Machine machine =
        Programs.machine(program, new Bounds(Long.MAX_VALUE, 1_000, 1_000, interrupt));
    assertThat(Programs.describe(machine.run())).isEqualTo("limit: time");
    assertThat(machine.steps()).isLessThan(35);
  }
}
