package dev.touchstone.vm.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpcodeTest {
  @ParameterizedTest
  @EnumSource
  void hasACompleteRow(Opcode opcode) {
    assertThat(opcode.picture()).contains("--");
    assertThat(opcode.sentence()).endsWith(".");
    assertThat(opcode.mnemonic()).matches("[A-Z_]+");
    assertThat(Opcode.of(opcode.code())).isEqualTo(opcode);
    assertThat(opcode.length()).isEqualTo(1 + opcode.operands().size());
  }

  @Test
  void readsTheStackEffectOffThePicture() {
    assertThat(Opcode.CONST.pops(0)).isZero();
    assertThat(Opcode.CONST.pushes(0)).isEqualTo(1);
    assertThat(Opcode.SET_BOX.pops(0)).isEqualTo(2);
    assertThat(Opcode.SET_BOX.pushes(0)).isZero();
    assertThat(Opcode.ADD.pops(0)).isEqualTo(2);
    assertThat(Opcode.ADD.pushes(0)).isEqualTo(1);
    assertThat(Opcode.RETURN.pops(0)).isEqualTo(1);
    assertThat(Opcode.RETURN.pushes(0)).isZero();
  }

  @Test
  void takesTheCalleeOffTheStackToo() {
    assertThat(Opcode.CALL.pops(3)).isEqualTo(4);
    assertThat(Opcode.TAIL_CALL.pops(0)).isEqualTo(1);
    assertThat(Opcode.CLOSURE.pops(2)).isEqualTo(2);
    assertThat(Opcode.CASE_CLOSURE.pops(2)).isEqualTo(2);
    assertThat(Opcode.RECEIVE.pushes(3)).isEqualTo(3);
  }

  @Test
  void integratesEachProcedureOnce() {
    Set<String> procedures = new HashSet<>();
    for (Opcode opcode : Opcode.values()) {
      if (opcode.procedure() != null) {
        assertThat(procedures.add(opcode.procedure())).as(opcode.procedure()).isTrue();
        assertThat(opcode.operands()).isEmpty();
      }
    }
    assertThat(procedures).contains("+", "car", "null?", "eq?");
  }
}
