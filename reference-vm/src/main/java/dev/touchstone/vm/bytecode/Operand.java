package dev.touchstone.vm.bytecode;

/** What a word after an opcode means. */
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
  /** A number of arguments, values or closures. */
  COUNT,
  /** 1 if further values are taken, as a list; else 0. */
  REST,
  /** The index of the word at which to go on. */
  TARGET
}
