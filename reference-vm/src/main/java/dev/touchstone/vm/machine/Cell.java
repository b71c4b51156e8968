package dev.touchstone.vm.machine;

import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Value;
import org.jspecify.annotations.Nullable;

/** A global variable of one world. */
final class Cell {
  final Symbol name;

  /** Its value, or null while it is unbound. */
  @Nullable Value value;

  /** What the standard library binds the name to, or null. */
  final @Nullable Value original;

  /** The instruction that stands for a call of the original, or null. */
  final @Nullable Opcode integrated;

  Cell(Symbol name, @Nullable Value value, @Nullable Value original, @Nullable Opcode integrated) {
    this.name = name;
    this.value = value;
    this.original = original;
    this.integrated = integrated;
  }
}
