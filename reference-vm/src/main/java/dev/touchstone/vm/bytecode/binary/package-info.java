/**
 * The binary form of a unit: {@link dev.touchstone.vm.bytecode.binary.BinaryWriter} makes bytes of
 * a {@link dev.touchstone.vm.bytecode.Unit}, {@link dev.touchstone.vm.bytecode.binary.BinaryReader}
 * makes the unit again, or refuses with a {@link dev.touchstone.vm.bytecode.binary.BrokenBinary}
 * that names the byte.
 *
 * <p>Invariants: what is written and read again is equal to what was, in its parts and in which of
 * them are one; the same unit is always written as the same bytes; to read takes memory in
 * proportion to the bytes, whatever they say; neither direction uses the Java stack for depth. A
 * unit that was read is not verified yet: that is for {@link dev.touchstone.vm.bytecode.verifier}.
 * It implements the spec's chapter 23.
 */
@NullMarked
package dev.touchstone.vm.bytecode.binary;

import org.jspecify.annotations.NullMarked;
