package dev.touchstone.vm.compiler;

import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.core.Variable;
import dev.touchstone.vm.source.Span;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/** Where a body finds its variables: its own in slots, the others among what was captured. */
final class Places {
  private final CodeBuilder code;
  private final IdentityHashMap<Variable, Integer> slots = new IdentityHashMap<>();
  private final IdentityHashMap<Variable, Integer> captures = new IdentityHashMap<>();

  /**
   * Places for a body.
   *
   * @param captured the variables that closures of the code capture, in order
   */
  Places(CodeBuilder code, List<Variable> captured) {
    this.code = code;
    for (Variable variable : captured) {
      captures.put(variable, captures.size());
    }
  }

  /** Gives each variable a slot. */
  void take(List<Variable> variables) {
    variables.forEach(variable -> slots.put(variable, code.takeSlot()));
  }

  /** Gives back the slots of variables, which were the last that took any. */
  void free(List<Variable> variables) {
    code.freeSlots(variables.size());
  }

  /**
   * Pushes what is kept for a variable: its value, or the box of an assigned one.
   *
   * @param last whether its slot is not used afterwards
   */
  void push(Variable variable, boolean last, Span span) {
    Integer capture = captures.get(variable);
    if (capture != null) {
      code.emit(Opcode.CAPTURED, capture, span);
    } else {
      emit(last ? Opcode.TAKE_LOCAL : Opcode.LOCAL, variable, span);
    }
  }

  /** An instruction on the slot of a variable. */
  void emit(Opcode opcode, Variable variable, Span span) {
    code.emit(opcode, slot(variable), span);
  }

  /** The slot of a variable of the body. */
  int slot(Variable variable) {
    return Objects.requireNonNull(slots.get(variable));
  }
}
