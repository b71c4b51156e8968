package dev.touchstone.vm.bytecode.assembly;

import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.Operand;
import dev.touchstone.vm.bytecode.SpanTable;
import dev.touchstone.vm.bytecode.assembly.FunctionDraft.Header;
import dev.touchstone.vm.bytecode.assembly.FunctionDraft.Instruction;
import dev.touchstone.vm.source.DiagnosticException;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Printer;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Value;
import dev.touchstone.vm.value.Vector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Makes the code of a function. */
final class FunctionBuilder {
  private final FunctionDraft draft;
  private final Map<String, Integer> globals;
  private final List<Value> constants = new ArrayList<>();

  /** The numbers of the constants that are the same wherever they stand, by their notation. */
  private final Map<String, Integer> atoms = new HashMap<>();

  /** The nested functions in the order of their first mention. */
  private final Map<String, Integer> nested = new LinkedHashMap<>();

  private final int[] words;
  private int length;

  /**
   * Takes a function whose text has been read.
   *
   * @param globals the numbers of the unit's global names
   * @throws DiagnosticException if an operand is wrong
   */
  FunctionBuilder(FunctionDraft draft, Map<String, Integer> globals) {
    this.draft = draft;
    this.globals = globals;
    this.words = new int[draft.words()];
    draft.instructions().forEach(this::instruction);
  }

  /**
   * The code.
   *
   * @param codes those of the functions that it mentions, by name
   * @param place where an instruction comes from
   */
  Code build(Map<String, Code> codes, Function<Instruction, Span> place) {
    Header header = draft.header();
    List<Code> inner =
        nested.keySet().stream().map(name -> Objects.requireNonNull(codes.get(name))).toList();
    int stack = header.stack().orElseGet(() -> MaxStack.of(header.slots(), words, inner));
    return new Code(
        header.called(),
        header.required(),
        header.rest(),
        header.locals(),
        stack,
        header.captures(),
        words,
        constants,
        inner,
        spans(place));
  }

  private SpanTable spans(Function<Instruction, Span> place) {
    SpanTable.Builder spans = new SpanTable.Builder();
    int pc = 0;
    for (Instruction instruction : draft.instructions()) {
      spans.add(pc, place.apply(instruction));
      pc += instruction.opcode().length();
    }
    return spans.build();
  }

  private void instruction(Instruction instruction) {
    words[length++] = instruction.opcode().code();
    List<Operand> operands = instruction.opcode().operands();
    for (int i = 0; i < operands.size(); i++) {
      words[length++] = operand(operands.get(i), instruction.line(), i + 1);
    }
  }

  private int operand(Operand kind, Line line, int index) {
    return switch (kind) {
      case CONSTANT -> constant(line.constant(index));
      case GLOBAL -> Objects.requireNonNull(globals.get(line.name(index, "a global variable")));
      case CODE -> nested(line.name(index, "a function"));
      case TARGET -> draft.target(line.name(index, "a label"), line.span(index));
      case SLOT, CAPTURE, COUNT -> line.number(index, Integer.MAX_VALUE);
      case REST -> line.number(index, 1);
    };
  }

  private int nested(String name) {
    Integer known = nested.putIfAbsent(name, nested.size());
    return known == null ? nested.size() - 1 : known;
  }

  private int constant(Value constant) {
    boolean hasIdentity =
        constant instanceof Pair || constant instanceof Vector || constant instanceof Str;
    Integer known =
        hasIdentity ? null : atoms.putIfAbsent(Printer.write(constant), constants.size());
    if (known == null) {
      constants.add(constant);
      return constants.size() - 1;
    }
    return known;
  }
}
