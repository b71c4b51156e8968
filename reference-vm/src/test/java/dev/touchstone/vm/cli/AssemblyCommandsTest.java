package dev.touchstone.vm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The commands on assembly, and where assembly stands for a program. */
class AssemblyCommandsTest extends CommandLineFixture {
  private String assembly(String text) throws IOException {
    Path file = directory.resolve("program.tasm");
    Files.writeString(file, text);
    return file.toString();
  }

  @Test
  void assemblesAndRuns() throws IOException {
    String file = assembly("function main 0\n  CONST 41\n  CONST 1\n  ADD\n  RETURN\nend\n");
    assertThat(vm("asm", file)).isZero();
    assertThat(output()).isEmpty();
    assertThat(vm("asm", "--run", file)).isZero();
    assertThat(output()).isEqualTo("42\n");
    assertThat(errors()).isEmpty();
  }

  @Test
  void listsWhatItCanAssemble() throws IOException {
    assertThat(vm("disasm", file("(define (f x) (if x (car x) 'none))\n(f '(1))"))).isZero();
    String listing = output();
    assertThat(vm("disasm", assembly(listing))).isZero();
    assertThat(output()).isEqualTo(listing + listing);
    assertThat(vm("asm", "--run", assembly(listing))).isZero();
    assertThat(output()).isEqualTo(listing + listing + "1\n");
  }

  @Test
  void takesAFileOfAssemblyWhereItTakesAProgram() throws IOException {
    String file = assembly("function main 0\n  GLOBAL display\n  CONST hi\n  TAIL_CALL 1\nend\n");
    assertThat(vm("run", file)).isZero();
    assertThat(output()).isEqualTo("hi");
    assertThat(vm("verify", file)).isZero();
    assertThat(output()).isEqualTo("hiverified: 1 functions, 3 instructions\n");
    String binary = directory.resolve("program.tbc").toString();
    assertThat(vm("compile", file, binary)).isZero();
    assertThat(vm("run", binary)).isZero();
    assertThat(output()).endsWith("instructions\nhi");
    assertThat(vm("run", "--definitional", file)).isEqualTo(2);
  }

  @Test
  void saysWhereAssemblyIsWrong() throws IOException {
    assertThat(vm("asm", assembly("function main 0\n  CONSST 1\n"))).isEqualTo(2);
    assertThat(errors())
        .contains("program.tasm:2:3: read error (syntax)", "Is CONST meant?", "\n    ^^^^^^\n");
    assertThat(vm("asm", assembly("function main 0\n  CONST 1\nend\n"))).isEqualTo(2);
    assertThat(errors()).contains("program.tasm:2:3: verify error (syntax): main:0 CONST");
    assertThat(vm("asm", directory.resolve("none.tasm").toString())).isEqualTo(2);
    assertThat(vm("run", "--run", "x.scm")).isEqualTo(2);
    assertThat(errors()).contains("--run is for asm only");
  }

  @Test
  void anErrorOfAnAssembledProgramEndsWithOne() throws IOException {
    String file = assembly("function main 0\n  CONST 1\n  CAR\n  RETURN\nend\n");
    assertThat(vm("asm", "--run", file)).isEqualTo(1);
    assertThat(errors()).contains("program.tasm:3:3: run error (type)");
  }
}
