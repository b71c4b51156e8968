package dev.touchstone.conformance.bytecode;

import dev.touchstone.vm.bytecode.CaptureKind;
import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.bytecode.Operand;
import dev.touchstone.vm.bytecode.SpanTable;
import dev.touchstone.vm.source.Span;
import dev.touchstone.vm.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A code that can be changed. */
final class Draft {
  private final String name;
  private final Span span;
  int required;
  boolean rest;
  int locals;
  int maxStack;
  final List<CaptureKind> captures;
  final List<Integer> words = new ArrayList<>();
  final List<Value> constants;
  final List<Code> nested;

  Draft(Code code) {
    name = code.name();
    span = code.spanAt(0);
    required = code.required();
    rest = code.hasRest();
    locals = code.locals();
    maxStack = code.maxStack();
    captures = new ArrayList<>(code.captureKinds());
    constants = new ArrayList<>(code.constants());
    nested = new ArrayList<>(code.nested());
    for (int word : code.words()) {
      words.add(word);
    }
  }

  Code code() {
    SpanTable.Builder spans = new SpanTable.Builder();
    spans.add(0, span);
    int[] array = words.stream().mapToInt(Integer::intValue).toArray();
    return new Code(
        name, required, rest, locals, maxStack, captures, array, constants, nested, spans.build());
  }

  /** Whether nothing has been changed that makes a difference between two drafts of one code. */
  boolean isSame(Draft other) {
    return List.of(required, rest, locals, maxStack)
            .equals(List.of(other.required, other.rest, other.locals, other.maxStack))
        && captures.equals(other.captures)
        && words.equals(other.words)
        && constants.equals(other.constants)
        && nested.equals(other.nested);
  }

  /** The words at which instructions begin, as far as the words are instructions. */
  List<Integer> starts() {
    List<Integer> starts = new ArrayList<>();
    int pc = 0;
    while (pc < words.size() && Opcode.isCode(words.get(pc))) {
      starts.add(pc);
      pc += Opcode.of(words.get(pc)).length();
    }
    return starts;
  }

  Opcode opcode(int pc) {
    return Opcode.of(words.get(pc));
  }

  /** Whether all words of an instruction are there. */
  boolean isWhole(int pc) {
    return pc + opcode(pc).length() <= words.size();
  }

  /** Takes an instruction out, and lets jumps lead where they led. */
  void remove(int pc) {
    int length = Math.min(opcode(pc).length(), words.size() - pc);
    words.subList(pc, pc + length).clear();
    moveTargets(pc, -length);
  }

  /** Puts an instruction in, and lets jumps lead where they led. */
  void insert(int pc, List<Integer> instruction) {
    words.addAll(pc, instruction);
    moveTargets(pc, instruction.size());
  }

  private void moveTargets(int from, int by) {
    for (int pc : starts()) {
      boolean isJump = opcode(pc).operands().contains(Operand.TARGET) && isWhole(pc);
      if (isJump && words.get(pc + 1) > from) {
        words.set(pc + 1, words.get(pc + 1) + by);
      }
    }
  }

  static <T> T pick(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
