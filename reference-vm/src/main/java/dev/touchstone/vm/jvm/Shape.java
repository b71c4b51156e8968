package dev.touchstone.vm.jvm;

import dev.touchstone.vm.bytecode.Code;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.machine.Template;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;

/** How control flows through a code: the depth of the stack at each instruction, and the joins. */
final class Shape {
  private static final int UNREACHABLE = -1;

  private final Code code;
  private final Template template;

  /** The stack pointer before each instruction, counted from the base. */
  private final int[] depths;

  /** Where the method can begin: the start, return points, heads of loops. */
  private final BitSet entries = new BitSet();

  /** Where control can come to from more than the instruction before; entries included. */
  private final BitSet joins = new BitSet();

  private final Deque<Integer> pending = new ArrayDeque<>();

  private Shape(Template template) {
    this.template = template;
    this.code = template.code();
    this.depths = new int[code.length()];
    Arrays.fill(depths, UNREACHABLE);
  }

  static Shape of(Template template) {
    Shape shape = new Shape(template);
    shape.entry(0, shape.code.argumentSlots() + shape.code.locals());
    while (!shape.pending.isEmpty()) {
      shape.follow(shape.pending.pop());
    }
    return shape;
  }

  boolean isReachable(int pc) {
    return depths[pc] != UNREACHABLE;
  }

  int depth(int pc) {
    return depths[pc];
  }

  boolean isJoin(int pc) {
    return joins.get(pc);
  }

  BitSet entries() {
    return entries;
  }

  /** How many values stand for the {@code ...} in an instruction's picture. */
  int many(int pc) {
    return switch (opcode(pc)) {
      case CALL, TAIL_CALL, CASE_CLOSURE -> code.word(pc + 1);
      case CLOSURE -> code.nested().get(code.word(pc + 1)).captures();
      case LOOP -> code.word(pc + 3);
      case RECEIVE -> code.word(pc + 1) + code.word(pc + 2);
      default -> 0;
    };
  }

  private Opcode opcode(int pc) {
    return Opcode.of(code.word(pc));
  }

  private void follow(int pc) {
    Opcode opcode = opcode(pc);
    int next = pc + opcode.length();
    int depth = depths[pc] - opcode.pops(many(pc)) + opcode.pushes(many(pc));
    switch (opcode) {
      case JUMP, JUMP_IF_FALSE -> join(code.word(pc + 1), depth);
      case JUMP_IF_TRUE_KEEP -> join(code.word(pc + 1), depth + 1);
      case LOOP -> entry(code.word(pc + 1), depth);
      case CALL -> returnPoint(next, depth);
      default -> {
        if (template.isRedirected(pc)) {
          returnPoint(next, depth);
        }
      }
    }
    if (!opcode.isEnd()) {
      reach(next, depth);
    }
  }

  /** Several values are taken by the instruction at the return point before control comes back. */
  private void returnPoint(int pc, int depth) {
    entry(pc, depth);
    Opcode there = opcode(pc);
    if (there == Opcode.RECEIVE || there == Opcode.POP) {
      entry(pc + there.length(), depth - there.pops(0) + there.pushes(many(pc)));
    }
  }

  private void entry(int pc, int depth) {
    entries.set(pc);
    join(pc, depth);
  }

  private void join(int pc, int depth) {
    joins.set(pc);
    reach(pc, depth);
  }

  private void reach(int pc, int depth) {
    if (depths[pc] == UNREACHABLE) {
      depths[pc] = depth;
      pending.push(pc);
    }
  }
}
