package dev.touchstone.vm.bytecode;

/** What the word after an opcode means. */
public enum Operand {
  /** An index into the code's constants. */
  CONSTANT,
  /** A slot above the base: the arguments first, then the other local variables. */
  SLOT,
  /** An index into the values that the running closure has captured. */
  CAPTURE,
  /** A number of a global name of the unit. */
  GLOBAL,
  /** An index into the code's nested codes. */
  CODE,
  /** A number of arguments. */
  COUNT,
  /** The index of the word at which to go on. */
  TARGET
}
