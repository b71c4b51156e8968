package dev.touchstone.vm.machine;

import dev.touchstone.vm.value.Box;
import dev.touchstone.vm.value.Value;

/** What the instructions on boxes and on global variables do, which may both lack a value. */
final class Variables {
  private Variables() {}

  /**
   * What a box holds.
   *
   * @throws dev.touchstone.vm.value.SchemeError of class {@code uninitialized} if it holds nothing
   */
  static Value content(Value box) {
    Value value = ((Box) box).get();
    if (value == null) {
      throw Errors.uninitialised();
    }
    return value;
  }

  /**
   * What a global variable holds.
   *
   * @throws dev.touchstone.vm.value.SchemeError of class {@code unbound} if it is unbound
   */
  static Value value(Cell cell) {
    Value value = cell.value;
    if (value == null) {
      throw Errors.unbound(cell);
    }
    return value;
  }

  /**
   * Assigns a global variable.
   *
   * @return whether the code was linked again
   * @throws dev.touchstone.vm.value.SchemeError of class {@code unbound} if it is unbound
   */
  static boolean assign(Machine machine, Cell cell, Value value) {
    if (cell.value == null) {
      throw Errors.unbound(cell);
    }
    return machine.world().store(cell, value);
  }

  /**
   * Binds a global variable, or assigns it.
   *
   * @return whether the code was linked again
   */
  static boolean define(Machine machine, Cell cell, Value value) {
    return machine.world().store(cell, value);
  }
}
