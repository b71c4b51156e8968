/**
 * Assembly: units as text that a person can write and read, a line for each instruction.
 *
 * <p>In and out: {@link dev.touchstone.vm.bytecode.assembly.AssemblyReader} makes a {@link
 * dev.touchstone.vm.bytecode.Unit} of a text, and {@link
 * dev.touchstone.vm.bytecode.assembly.AssemblyWriter} a text of a unit. The reader takes a line at
 * a time ({@code Line}), collects functions ({@code FunctionDraft}), and when all are there
 * resolves what they refer to by name ({@code UnitBuilder}).
 *
 * <p>Invariants: what the writer writes, the reader reads, and writes the same again; whatever else
 * the reader is given it rejects as phase {@code read}, class {@code syntax}, at a place in the
 * text. Whether the code makes sense is the verifier's business. It implements the spec's chapter
 * on bytecode.
 */
@NullMarked
package dev.touchstone.vm.bytecode.assembly;

import org.jspecify.annotations.NullMarked;
