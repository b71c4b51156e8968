package dev.touchstone.vm.machine;

import dev.touchstone.vm.value.Value;

/**
 * A template's code as one method of the host's platform: what a {@link Translator} makes. It does
 * what the {@link Loop} does, on the same registers and stacks, and ends where the loop ends.
 */
public abstract class Translation {
  Translation() {}

  /**
   * Executes the running procedure from a word on until another procedure is running. When an
   * instruction fails, the machine's pc tells which.
   *
   * @param slots the machine's value stack; it stays the same array until the method ends
   * @param pc 0, a return point, or the head of a loop
   */
  abstract void run(Machine machine, Closure closure, Value[] slots, int base, int pc);

  /** For a method that is to begin where it has no entry. */
  static MachineFault noEntry(int pc) {
    return new MachineFault("no entry at word " + pc);
  }
}
