package dev.touchstone.vm.jvm;

import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.BitSet;

/**
 * The slots of the running procedure, as the method sees them while it is emitted: between two
 * joins a value that was pushed is held in a variable of the method; it goes to its slot where
 * someone else may look at the stack. Each slot has a variable of its own.
 */
final class Temporaries {
  private final CodeBuilder method;
  private final int slotsVariable;
  private final int baseVariable;

  /** The variable of slot 0; those of the other slots follow. */
  private final int firstVariable;

  /** Slots whose value a variable holds. */
  private final BitSet held = new BitSet();

  /** Those of them whose slot does not hold it yet. */
  private final BitSet unsaved = new BitSet();

  /** The stack pointer, counted from the base. */
  private int depth;

  Temporaries(CodeBuilder method, int slotsVariable, int baseVariable, int firstVariable) {
    this.method = method;
    this.slotsVariable = slotsVariable;
    this.baseVariable = baseVariable;
    this.firstVariable = firstVariable;
  }

  int depth() {
    return depth;
  }

  /** Begins at a join: all values are in their slots. */
  void restart(int depth) {
    this.depth = depth;
    held.clear();
    unsaved.clear();
  }

  /** Emits: pushes the content of a slot on the method's own stack. */
  void load(int slot) {
    if (!held.get(slot)) {
      address(slot);
      method.aaload().astore(firstVariable + slot);
      held.set(slot);
    }
    method.aload(firstVariable + slot);
  }

  /** Emits: takes what is on the method's stack as the new top of the machine's. */
  void push() {
    method.astore(firstVariable + depth);
    held.set(depth);
    unsaved.set(depth);
    depth++;
  }

  /** Emits: moves the top to the method's own stack. */
  void pop() {
    load(depth - 1);
    drop(1);
  }

  /** Emits: moves the topmost values to the method's own stack, the top last. */
  void pop(int count) {
    for (int slot = depth - count; slot < depth; slot++) {
      load(slot);
    }
    drop(count);
  }

  /** Forgets the topmost values. */
  void drop(int count) {
    depth -= count;
    held.clear(depth, depth + count);
    unsaved.clear(depth, depth + count);
  }

  /** So many values have come to their slots without going through the method. */
  void delivered(int count) {
    depth += count;
  }

  /** Emits: stores what is on the method's stack into a slot below the temporaries. */
  void set(int slot) {
    method.astore(firstVariable + slot);
    save(slot);
    held.set(slot);
  }

  /** Emits: clears a slot. */
  void clear(int slot) {
    address(slot);
    method.aconst_null().aastore();
    held.clear(slot);
  }

  /** Emits: puts all values into their slots. */
  void saveAll() {
    unsaved.stream().forEach(this::save);
    unsaved.clear();
  }

  private void save(int slot) {
    address(slot);
    method.aload(firstVariable + slot).aastore();
  }

  /** Emits: the stack and the index of a slot. */
  private void address(int slot) {
    method.aload(slotsVariable);
    index(slot);
  }

  /** Emits: the index of a slot. */
  void index(int slot) {
    method.loadLocal(TypeKind.from(CD_int), baseVariable);
    if (slot != 0) {
      method.loadConstant(slot).iadd();
    }
  }
}
