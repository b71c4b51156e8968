package dev.touchstone.vm.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.machine.Machine.Action;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinkerTest {
  private static Action[] link(String program, Set<Opcode> replaced) {
    Code code = Programs.compile(program).main().nested().getFirst();
    Action[] actions = new Action[code.length()];
    Linker.link(code, replaced, actions);
    return actions;
  }

  @ParameterizedTest
  @EnumSource
  void hasAnActionForEachOpcode(Opcode opcode) {
    assertThat(Action.of(opcode)).hasToString(opcode.name());
  }

  @ParameterizedTest
  @EnumSource
  void fusesNothingThatCallsSinceACallCanReplaceAProcedure(Action action) {
    assertThat(action.parts()).doesNotContain(Opcode.CALL, Opcode.TAIL_CALL, Opcode.RETURN);
  }

  @Test
  void fusesACommonSequenceAndLeavesTheOtherWordsAlone() {
    Action[] actions = link("(define (f n) (if (= n 0) 1 (g (- n 1))))", Set.of());
    assertThat(actions[0]).isEqualTo(Action.LOCAL_CONST_EQ_JUMP);
    assertThat(actions[2]).isEqualTo(Action.CONST_NUM_EQ_JUMP);
    assertThat(actions[4]).isEqualTo(Action.NUM_EQ_JUMP);
  }

  @Test
  void fusesFixnumConstantsOnly() {
    Action[] actions = link("(define (f n) (if (= n 99999999999999999999) 1 2))", Set.of());
    assertThat(actions[0]).isEqualTo(Action.TAKE_LOCAL);
    actions = link("(define (f n) (list (= n 0) (- n 99999999999999999999)))", Set.of());
    assertThat(actions).doesNotContain(Action.TAKE_LOCAL_CONST_SUB);
  }

  @Test
  void redirectsReplacedInstructionsAndFusesNoneOfThem() {
    Action[] actions = link("(define (f n) (if (= n 0) 1 (g (- n 1))))", EnumSet.of(Opcode.NUM_EQ));
    assertThat(actions[0]).isEqualTo(Action.LOCAL);
    assertThat(actions[4]).isEqualTo(Action.REDIRECT);
    assertThat(actions).contains(Action.TAKE_LOCAL_CONST_SUB);
  }
}
