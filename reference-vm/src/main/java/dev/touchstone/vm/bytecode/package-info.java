/**
 * Bytecode: the canonical instructions, and the code objects that hold them.
 *
 * <p>{@link dev.touchstone.vm.bytecode.Opcode} is the one table of instructions: a row tells an
 * instruction's operands, what it takes from the stack and leaves there, what it means and how it
 * can fail. Whatever else knows about instructions, the spec's reference for one, iterates that
 * table; only the machine's loop switches over it. {@link dev.touchstone.vm.bytecode.Code} is the
 * code of one procedure, {@link dev.touchstone.vm.bytecode.Unit} that of a program.
 *
 * <p>Invariants: code is immutable, holds no reference to a run (globals are numbers of names that
 * each run links to cells of its own), and knows the program text of each instruction. It is
 * defined by the spec's chapter on the machine.
 */
@NullMarked
package dev.touchstone.vm.bytecode;

import org.jspecify.annotations.NullMarked;
