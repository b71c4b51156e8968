package dev.touchstone.vm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.SpanTable;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.bytecode.binary.BinaryWriter;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeFilesTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String program = "";
  private String compiled = "";

  @TempDir Path directory;

  @BeforeEach
  void writeTheProgram() throws IOException {
    program = directory.resolve("program.scm").toString();
    compiled = directory.resolve("program.tbc").toString();
    Files.writeString(Path.of(program), "(define (f x)\n  (display x)\n  (car x))\n(f '(1 2))\n");
  }

  private int vm(String... arguments) {
    out.reset();
    err.reset();
    ByteArrayInputStream in = new ByteArrayInputStream(new byte[0]);
    return Commands.execute(arguments, new Console(in, out, err));
  }

  private String output() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aCompiledProgramRunsAsTheProgramDoes() {
    assertThat(vm("compile", program, compiled)).isZero();
    assertThat(vm("run", compiled)).isZero();
    assertThat(output()).isEqualTo("(1 2)");
  }

  @Test
  void aCompiledProgramIsListedAsTheProgramIs() {
    vm("compile", program, compiled);
    vm("disasm", program);
    String listing = output();
    assertThat(vm("disasm", compiled)).isZero();
    assertThat(output()).isEqualTo(listing).contains("CAR");
  }

  @Test
  void verifySaysHowMuchThereIs() {
    vm("compile", program, compiled);
    assertThat(vm("verify", compiled)).isZero();
    assertThat(output()).isEqualTo("verified: 2 functions, 12 instructions\n");
    assertThat(vm("verify", program)).isZero();
    assertThat(output()).isEqualTo("verified: 2 functions, 12 instructions\n");
  }

  @Test
  void anErrorShowsTheTextThatTheCodeWasMadeOf() throws IOException {
    Files.writeString(Path.of(program), "(define (f x)\n  (car x))\n(f 5)\n");
    vm("compile", program, compiled);
    Files.delete(Path.of(program));
    assertThat(vm("run", compiled)).isEqualTo(1);
    assertThat(errors()).contains("program.scm:2:3: ").contains("(car x))").contains("^^^");
  }

  @Test
  void codeThatBreaksARuleIsRefusedByAllThatTakeIt() throws IOException {
    Source source = Source.of("made.scm", "(f)");
    SpanTable.Builder spans = new SpanTable.Builder();
    spans.add(0, new Span(source, 0, 3));
    Code bad =
        new Code(
            "main", 0, false, 0, 1, List.of(), new int[] {25}, List.of(), List.of(), spans.build());
    Files.write(Path.of(compiled), BinaryWriter.write(new Unit(bad, List.of(), true)));
    for (String command : List.of("run", "disasm", "verify")) {
      assertThat(vm(command, compiled)).isEqualTo(2);
      assertThat(errors())
          .startsWith("made.scm:1:1: verify error (syntax): main:0 RETURN: ")
          .contains("VER-12");
    }
  }

  @Test
  void aBrokenFileIsRefusedByAllThatTakeIt() throws IOException {
    vm("compile", program, compiled);
    byte[] bytes = Files.readAllBytes(Path.of(compiled));
    bytes[bytes.length - 1] ^= 1;
    Files.write(Path.of(compiled), bytes);
    for (String command : List.of("run", "disasm", "verify")) {
      assertThat(vm(command, "--max-steps", "9", compiled)).isEqualTo(2);
      assertThat(errors())
          .isEqualTo(
              "vm: "
                  + compiled
                  + ": read error (syntax): byte 14: the checksum does not fit: the file is"
                  + " damaged.\n");
    }
  }

  @Test
  void assemblyIsCodeForEachCommand() throws IOException {
    Path assembly = directory.resolve("six.tasm");
    Files.writeString(
        assembly, "function main 0\n  GLOBAL display\n  CONST 6\n  CALL 1\n  RETURN\nend\n");
    assertThat(vm("run", assembly.toString())).isZero();
    assertThat(output()).isEqualTo("6");
    assertThat(vm("verify", assembly.toString())).isZero();
    assertThat(output()).isEqualTo("verified: 1 functions, 4 instructions\n");
    assertThat(vm("compile", assembly.toString(), compiled)).isZero();
    assertThat(vm("run", compiled)).isZero();
    assertThat(output()).isEqualTo("6");
    assertThat(vm("disasm", compiled)).isZero();
    assertThat(output()).contains("CONST 6");
  }

  @Test
  void wrongUseIsTold() {
    assertThat(vm("compile", program)).isEqualTo(2);
    assertThat(errors()).contains("vm compile FILE OUT");
    vm("compile", program, compiled);
    assertThat(vm("trace", compiled)).isEqualTo(2);
    assertThat(errors()).contains("vm disasm writes it as assembly");
    assertThat(vm("run", "--definitional", compiled)).isEqualTo(2);
    assertThat(vm("compile", program, directory.resolve("no/such").toString())).isEqualTo(2);
    assertThat(errors()).contains("cannot be written");
    assertThat(vm("verify", directory.resolve("none").toString())).isEqualTo(2);
    assertThat(errors()).contains("There is no file");
  }
}
