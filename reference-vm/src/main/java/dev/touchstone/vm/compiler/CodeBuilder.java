package dev.touchstone.vm.compiler;

import dev.touchstone.vm.bytecode.CaptureKind;
import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.bytecode.Operand;
import dev.touchstone.vm.bytecode.SpanTable;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Writes the words of one code: hands out slots, follows the depth of the stack, collects
 * constants, nested codes and spans, and fills in jumps when their targets become known.
 */
final class CodeBuilder {
  /** A place to jump to. */
  static final class Label {
    private static final int UNKNOWN = -1;

    private int target = UNKNOWN;
    private final List<Integer> references = new ArrayList<>();
  }

  private final String name;
  private final int required;
  private final boolean rest;
  private final List<CaptureKind> captures;

  private int[] words = new int[16];
  private int length;

  /** How many temporaries lie above the slots, and the most that ever do. */
  private int depth;

  private int maxDepth;

  private boolean reachable = true;

  private int usedSlots;
  private int maxSlots;

  private final List<Value> constants = new ArrayList<>();
  private final IdentityHashMap<Value, Integer> constantNumbers = new IdentityHashMap<>();
  private final List<Code> nested = new ArrayList<>();
  private final SpanTable.Builder spans = new SpanTable.Builder();

  CodeBuilder(String name, int required, boolean rest, List<CaptureKind> captures) {
    this.name = name;
    this.required = required;
    this.rest = rest;
    this.captures = captures;
  }

  /** A slot that is free; slots are given back in reverse order. */
  int takeSlot() {
    maxSlots = Math.max(maxSlots, usedSlots + 1);
    return usedSlots++;
  }

  /** Gives back the slots that were taken last. */
  void freeSlots(int count) {
    usedSlots -= count;
  }

  /** An instruction without an operand. */
  void emit(Opcode opcode, Span span) {
    begin(opcode, 0, span);
    if (opcode.procedure() != null) {
      // If the procedure has been replaced, the callee takes a place beneath the arguments.
      maxDepth = Math.max(maxDepth, depth + opcode.pops(0) - opcode.pushes(0) + 1);
    }
  }

  /** An instruction with an operand. */
  void emit(Opcode opcode, int operand, Span span) {
    begin(opcode, opcode.operands().contains(Operand.COUNT) ? operand : 0, span);
    word(operand);
  }

  /** {@code RECEIVE}: so many values, and a list of further ones if it takes a rest. */
  void emitReceive(int fixed, boolean rest, Span span) {
    begin(Opcode.RECEIVE, rest ? fixed + 1 : fixed, span);
    word(fixed);
    word(rest ? 1 : 0);
  }

  /** {@code CONST}. */
  void emitConstant(Value value, Span span) {
    Integer known = constantNumbers.get(value);
    if (known == null) {
      known = constants.size();
      constants.add(value);
      constantNumbers.put(value, known);
    }
    emit(Opcode.CONST, known, span);
  }

  /** {@code CLOSURE}; the captured values have been pushed. */
  void emitClosure(Code code, Span span) {
    nested.add(code);
    begin(Opcode.CLOSURE, code.captures(), span);
    word(nested.size() - 1);
  }

  /** A jump to a label that may be placed later. */
  void emitJump(Opcode opcode, Label label, Span span) {
    begin(opcode, 0, span);
    label(label);
  }

  /** {@code LOOP}: the values for so many variables, whose slots follow each other, are on top. */
  void emitLoop(Label head, int slot, int count, Span span) {
    begin(Opcode.LOOP, count, span);
    label(head);
    word(slot);
    word(count);
  }

  private void label(Label label) {
    label.references.add(length);
    word(label.target);
  }

  /** The label stands for the place that the next instruction will have. */
  void place(Label label) {
    label.target = length;
    reachable |= !label.references.isEmpty();
    for (int reference : label.references) {
      words[reference] = length;
    }
  }

  /** Whether control can come to the place that the next instruction will have. */
  boolean isReachable() {
    return reachable;
  }

  /** How many temporaries there are. */
  int depth() {
    return depth;
  }

  /** After a jump or return: how many temporaries there are where control comes from elsewhere. */
  void resetDepth(int temporaries) {
    depth = temporaries;
  }

  /** The code, complete. */
  Code build() {
    int arguments = rest ? required + 1 : required;
    return new Code(
        name,
        required,
        rest,
        maxSlots - arguments,
        maxSlots + maxDepth,
        captures,
        Arrays.copyOf(words, length),
        constants,
        nested,
        spans.build());
  }

  private void begin(Opcode opcode, int values, Span span) {
    spans.add(length, span);
    word(opcode.code());
    depth += opcode.pushes(values) - opcode.pops(values);
    maxDepth = Math.max(maxDepth, depth);
    reachable = !opcode.isEnd();
  }

  private void word(int word) {
    if (length == words.length) {
      words = Arrays.copyOf(words, length * 2);
    }
    words[length++] = word;
  }
}
