/**
 * The compiler: from Core to canonical code, one {@link dev.touchstone.vm.bytecode.Code} per
 * lambda.
 *
 * <p>A concern, a class. {@link dev.touchstone.vm.compiler.FreeVariables} finds what a closure must
 * capture. {@link dev.touchstone.vm.compiler.Liveness} finds the last use of each variable, so that
 * no slot keeps a value alive that the rest of the program cannot reach. {@link
 * dev.touchstone.vm.compiler.BodyCompiler} then writes the code of each lambda from left to right,
 * with a {@link dev.touchstone.vm.compiler.Use} for the value of each expression, through a {@link
 * dev.touchstone.vm.compiler.CodeBuilder} that knows the depth of the stack. Before all that,
 * {@link dev.touchstone.vm.compiler.Lowering} takes the {@code letrec}s out.
 *
 * <p>Invariants: assigned variables live in boxes and the others are copied, so a value that is
 * captured, or restored with a frame, never goes back to an older state; a call in tail position is
 * a {@code TAIL_CALL}. The compiler recurses over the nesting of the program, which the expander
 * has limited. It implements the spec's chapters on the machine and on tail calls.
 */
@NullMarked
package dev.touchstone.vm.compiler;

import org.jspecify.annotations.NullMarked;
