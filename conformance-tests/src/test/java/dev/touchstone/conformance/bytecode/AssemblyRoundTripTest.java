package dev.touchstone.conformance.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.GlobalNames;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.bytecode.Operand;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.bytecode.assembly.AssemblyReader;
import dev.touchstone.vm.bytecode.assembly.AssemblyWriter;
import dev.touchstone.vm.compiler.Compiler;
import dev.touchstone.vm.library.Prelude;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.value.Printer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the compiler emits can be written as assembly and read back. */
class AssemblyRoundTripTest {
  private static final int PROGRAMS = 2000;
  private static final Pattern STACK = Pattern.compile("(?m)^(function .*) stack \\d+");

  /** Unit to text, to unit, to text: the texts are the same, and so are the units. */
  private static void goRound(String name, Unit unit) {
    String text = AssemblyWriter.write(unit);
    Unit read = AssemblyReader.read(Source.of("round.tasm", text)).unit();
    assertThat(AssemblyWriter.write(read)).as(name).isEqualTo(text);
    assertThat(read.hasValue()).isEqualTo(unit.hasValue());
    same(name, unit, unit.main(), read, read.main());
  }

  private static void same(String name, Unit unit, Code one, Unit read, Code other) {
    assertThat(described(read, other)).as(name).isEqualTo(described(unit, one));
    for (int i = 0; i < one.nested().size(); i++) {
      same(name, unit, one.nested().get(i), read, other.nested().get(i));
    }
  }

  /** All that a code says of itself; the numbers of constants and globals mean nothing. */
  private static List<Object> described(Unit unit, Code code) {
    List<Object> parts = new ArrayList<>();
    List<String> globals = GlobalNames.of(unit.globals());
    parts.addAll(List.of(code.name(), code.required(), code.hasRest(), code.locals()));
    parts.addAll(List.of(code.maxStack(), code.captureKinds(), code.nested().size()));
    for (int pc = 0; pc < code.length(); pc += Opcode.of(code.word(pc)).length()) {
      Opcode opcode = Opcode.of(code.word(pc));
      parts.add(opcode);
      parts.add(code.spanAt(pc).line());
      for (int i = 0; i < opcode.operands().size(); i++) {
        int operand = code.word(pc + 1 + i);
        parts.add(
            switch (opcode.operands().get(i)) {
              case CONSTANT -> Printer.write(code.constants().get(operand));
              case GLOBAL -> globals.get(operand);
              case SLOT, CAPTURE, CODE, COUNT, REST, TARGET -> operand;
            });
      }
    }
    return parts;
  }

  /** In one go, since to compile the corpus takes a while. */
  @Test
  void allProgramsOfTheCorpusGoRound() {
    int[] programs = {0};
    Set<Operand> seen = EnumSet.noneOf(Operand.class);
    CorpusUnits.forEach(
        (id, unit) -> {
          goRound(id, unit);
          stackNeedsNotBeStated(id, unit);
          seen.addAll(operands(unit.main()));
          unit.main().nested().forEach(code -> seen.addAll(operands(code)));
          programs[0]++;
        });
    assertThat(programs[0]).isGreaterThan(PROGRAMS);
    assertThat(seen).containsExactlyInAnyOrder(Operand.values());
  }

  @Test
  void theLibraryGoesRound() {
    Prelude.parts().forEach(part -> goRound(part.source().name(), Compiler.compile(part)));
  }

  /** A stack that is not stated is the one that the compiler would have stated, or a lower one. */
  private static void stackNeedsNotBeStated(String id, Unit unit) {
    String text = STACK.matcher(AssemblyWriter.write(unit)).replaceAll("$1");
    lower(id, unit.main(), AssemblyReader.read(Source.of("round.tasm", text)).unit().main());
  }

  private static void lower(String id, Code stated, Code computed) {
    assertThat(computed.maxStack()).as(id).isLessThanOrEqualTo(stated.maxStack());
    assertThat(stated.maxStack() - computed.maxStack()).as(id + stated.name()).isLessThan(3);
    for (int i = 0; i < stated.nested().size(); i++) {
      lower(id, stated.nested().get(i), computed.nested().get(i));
    }
  }

  private static List<Operand> operands(Code code) {
    List<Operand> operands = new ArrayList<>();
    for (int pc = 0; pc < code.length(); pc += Opcode.of(code.word(pc)).length()) {
      operands.addAll(Opcode.of(code.word(pc)).operands());
    }
    return operands;
  }
}
