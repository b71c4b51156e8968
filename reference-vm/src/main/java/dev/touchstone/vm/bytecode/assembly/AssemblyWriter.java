package dev.touchstone.vm.bytecode.assembly;

import dev.touchstone.vm.bytecode.CaptureKind;
import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.GlobalNames;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.bytecode.Operand;
import dev.touchstone.vm.bytecode.Unit;
import dev.touchstone.vm.source.Source;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Str;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a unit as assembly. A label's name has the number of the word that it stands before.
 *
 * <p>A constant that cannot be written in so many characters as the printer allows raises a
 * condition of class {@code limit}.
 */
public final class AssemblyWriter {
  private static final int MNEMONIC_WIDTH = 14;

  private final StringBuilder out = new StringBuilder();
  private final Unit unit;
  private final List<String> globals;

  /** The text that instructions come from if nothing else is stated; null for a compiled unit. */
  private final @Nullable Source assembly;

  private final Map<Code, String> names;

  /** The program that was named last. */
  private String program = "";

  private AssemblyWriter(Unit unit, @Nullable Source assembly) {
    this.unit = unit;
    this.globals = GlobalNames.of(unit.globals());
    this.assembly = assembly;
    this.names = FunctionNames.of(unit.main());
  }

  /** A unit, with the lines of the program that its instructions come from. */
  public static String write(Unit unit) {
    return new AssemblyWriter(unit, null).text();
  }

  /** What a text of assembly says, written as this class does. */
  public static String write(Assembly assembly) {
    return new AssemblyWriter(assembly.unit(), assembly.source()).text();
  }

  private String text() {
    if (!unit.hasValue()) {
      out.append("no-value\n");
    }
    names.forEach(this::function);
    return out.toString();
  }

  private void function(Code code, String name) {
    out.append(out.isEmpty() ? "" : "\n");
    if (code.length() > 0) {
      program(code.spanAt(0));
    }
    header(code, name);
    BitSet targets = targets(code);
    @Nullable Span shown = null;
    for (int pc = 0; pc < code.length(); pc += Opcode.of(code.word(pc)).length()) {
      if (targets.get(pc)) {
        out.append('L').append(pc).append(":\n");
      }
      shown = place(code.spanAt(pc), shown);
      instruction(code, pc);
    }
    out.append("end\n");
  }

  private void header(Code code, String name) {
    out.append("function ").append(Faults.written(name)).append(' ').append(code.required());
    if (code.hasRest()) {
      out.append(" rest");
    }
    if (code.locals() > 0) {
      out.append(" locals ").append(code.locals());
    }
    out.append(" stack ").append(code.maxStack());
    if (code.captures() > 0) {
      out.append(" captures ");
      out.append(
          code.captureKinds().stream().map(CaptureKind::id).collect(Collectors.joining(" ")));
    }
    if (!code.name().equals(name)) {
      out.append(" called ").append(Faults.written(code.name()));
    }
    out.append('\n');
  }

  /** States where an instruction comes from, if that is not what was stated last. */
  private @Nullable Span place(Span span, @Nullable Span shown) {
    if (!isStated(span)) {
      return shown;
    }
    if (program(span) || shown == null || shown.line() != span.line()) {
      out.append("line ").append(span.line()).append(' ');
      out.append(span.source().lineText(span.line()).strip()).append('\n');
    }
    return span;
  }

  @SuppressWarnings("ReferenceEquality") // the text itself, not one like it
  private boolean isStated(Span span) {
    return !span.equals(Span.NOWHERE) && span.source() != assembly;
  }

  /** Names the program that an instruction comes from, if that is not what was named last. */
  private boolean program(Span span) {
    String name = span.source().name();
    if (!isStated(span) || name.equals(program)) {
      return false;
    }
    program = name;
    out.append("source ").append(Printer.write(Str.of(name))).append('\n');
    return true;
  }

  private void instruction(Code code, int pc) {
    Opcode opcode = Opcode.of(code.word(pc));
    out.append("  ").append(opcode.mnemonic());
    String gap = " ".repeat(Math.max(1, MNEMONIC_WIDTH - opcode.mnemonic().length()));
    for (int i = 0; i < opcode.operands().size(); i++) {
      out.append(i == 0 ? gap : " ");
      out.append(operand(code, opcode.operands().get(i), code.word(pc + 1 + i)));
    }
    out.append('\n');
  }

  private String operand(Code code, Operand kind, int operand) {
    return switch (kind) {
      case CONSTANT -> Printer.write(code.constants().get(operand));
      case GLOBAL -> Faults.written(globals.get(operand));
      case CODE -> Faults.written(Objects.requireNonNull(names.get(code.nested().get(operand))));
      case TARGET -> "L" + operand;
      case SLOT, CAPTURE, COUNT, REST -> Integer.toString(operand);
    };
  }

  private static BitSet targets(Code code) {
    BitSet targets = new BitSet();
    for (int pc = 0; pc < code.length(); pc += Opcode.of(code.word(pc)).length()) {
      if (Opcode.of(code.word(pc)).operands().contains(Operand.TARGET)) {
        targets.set(code.word(pc + 1));
      }
    }
    return targets;
  }
}
