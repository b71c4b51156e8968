package dev.touchstone.vm.bytecode.verifier;

import static dev.touchstone.vm.bytecode.verifier.Codes.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.bytecode.verifier.Verification.Verified;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Nothing about the size of code matters: what is nested to any depth is verified, operands may be
 * wide, and the time does not grow with slots times jumps. The limit on time is far more than it
 * takes, and far less than it would take if it did.
 */
class LargeCodeTest {
  private static final Duration ENOUGH = Duration.ofSeconds(20);

  private static void accepts(Code code) {
    assertTimeoutPreemptively(
        ENOUGH, () -> assertThat(Codes.verify(code)).isInstanceOf(Verified.class));
  }

  /** Words that follow each other, some for each number from 0 on. */
  @FunctionalInterface
  private interface Part {
    int[] words(int number, int pc);
  }

  private static int[] words(int count, int length, Part part, String end) {
    IntStream parts =
        IntStream.range(0, count)
            .boxed()
            .flatMapToInt(i -> IntStream.of(part.words(i, i * length)));
    return IntStream.concat(parts, IntStream.of(code().of(end).words())).toArray();
  }

  @Test
  void codesNestedDeeply() {
    Code code = code().named("last").of("CONST 0; RETURN");
    for (int i = 0; i < 200_000; i++) {
      code = code().nested(code).of("CLOSURE 0; RETURN");
    }
    accepts(code);
  }

  @Test
  void manySlotsAndManyJumps() {
    int count = 100_000;
    int set = Opcode.SET_LOCAL.code();
    int test = Opcode.JUMP_IF_FALSE.code();
    int constant = Opcode.CONST.code();
    int[] words =
        words(
            count,
            10,
            (i, pc) -> new int[] {constant, 0, set, i, constant, 0, test, pc + 10, constant, 0},
            "CONST 0; RETURN");
    // The constant before each join is set into a slot, which the other way leaves empty.
    for (int i = 0; i < count; i++) {
      words[i * 10 + 8] = Opcode.CLEAR_LOCAL.code();
      words[i * 10 + 9] = i / 2;
    }
    accepts(code().locals(count).stack(count + 10).of(words));
  }

  @Test
  void manyTurnsOfManyLoops() {
    int loop = Opcode.LOOP.code();
    int test = Opcode.JUMP_IF_FALSE.code();
    int count = 50_000;
    int[] words =
        words(
            count,
            12,
            (i, pc) ->
                new int[] {
                  loop, pc + 4, 0, 0, Opcode.GLOBAL.code(), 0, test, pc + 12, loop, pc + 4, 0, 0
                },
            "CONST 0; RETURN");
    accepts(code().locals(10_000).stack(10_010).of(words));
  }

  @Test
  void manyValuesAtOnce() {
    int[] words =
        words(
            10_000,
            9,
            (i, pc) ->
                new int[] {
                  Opcode.CONST.code(),
                  0,
                  Opcode.RECEIVE.code(),
                  16_000_000,
                  0,
                  Opcode.CALL.code(),
                  15_999_999,
                  Opcode.SET_LOCAL.code(),
                  0
                },
            "CONST 0; RETURN");
    accepts(code().locals(1).stack(Verifier.MOST_STACK).of(words));
  }

  @Test
  void operandsWiderThanSixteenBits() {
    int count = 70_000;
    Codes wide = code().locals(count).stack(2 * count);
    for (int i = 1; i < count; i++) {
      wide.constant(dev.touchstone.vm.value.Fixnum.of(i));
    }
    accepts(
        wide.of(
            "CONST 69999; SET_LOCAL 69999; JUMP 6; LOCAL 69999; RECEIVE 69999 1; SET_LOCAL 0;"
                + " TAIL_CALL 69998"));
  }
}
