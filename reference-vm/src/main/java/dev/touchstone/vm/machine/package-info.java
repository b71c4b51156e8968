/**
 * The canonical machine. A guided tour, in the order in which a program meets the classes:
 *
 * <ol>
 *   <li>A run has a {@link dev.touchstone.vm.machine.World}: a fresh {@link
 *       dev.touchstone.vm.machine.Cell} for each global name that it mentions, which starts out
 *       with the standard value of that name. What a program does to its cells, no other run sees.
 *   <li>Each {@link dev.touchstone.vm.bytecode.Code} of a unit is linked to the world when it is
 *       first needed, as a {@link dev.touchstone.vm.machine.Template}: the same words, with the
 *       cells of this world; and instructions whose procedures the program has replaced are
 *       redirected.
 *   <li>A {@link dev.touchstone.vm.machine.Run} begins with the main template. Its {@link
 *       dev.touchstone.vm.machine.Machine} has the registers, a {@link
 *       dev.touchstone.vm.machine.ValueStack}, a {@link dev.touchstone.vm.machine.FrameStack} and
 *       the {@link dev.touchstone.vm.machine.Fuel} for its steps; it calls, tail-calls and returns.
 *   <li>Inside a procedure the {@link dev.touchstone.vm.machine.Loop} is at work: one arm per
 *       instruction. What is executed often, the host may replace by a {@link
 *       dev.touchstone.vm.machine.Translation}, which does the same.
 *   <li>What can be called is a {@link dev.touchstone.vm.machine.Closure} (a template and the
 *       values it captured), several of them behind one {@link
 *       dev.touchstone.vm.machine.CaseClosure}, a {@link dev.touchstone.vm.machine.Primitive} (a
 *       Java method) or a {@link dev.touchstone.vm.machine.ControlProcedure} (a Java method that
 *       says, through {@link dev.touchstone.vm.machine.Control}, what the machine does next).
 *   <li>What a {@link dev.touchstone.vm.machine.Continuation} holds is what lies {@link
 *       dev.touchstone.vm.machine.Below} the stacks once all pending frames have been {@link
 *       dev.touchstone.vm.machine.Sealed}: moved off them, as a {@link
 *       dev.touchstone.vm.machine.Chunk}; and the {@link dev.touchstone.vm.machine.Dynamics}:
 *       winds, handlers, parameters, prompts.
 *   <li>What lies outside of the run is reached through the world's {@link
 *       dev.touchstone.vm.machine.Outside}, as far as the {@link dev.touchstone.vm.machine.Grants}
 *       go. A primitive that needs it, or the current ports, sees its {@link
 *       dev.touchstone.vm.machine.Surroundings}.
 *   <li>If somebody wants a trace, {@link dev.touchstone.vm.machine.Tracing} is told what the
 *       machine does, and makes events or steps of it; nothing is translated then.
 *   <li>A run ends as an {@link dev.touchstone.vm.machine.Outcome}: with values, with an error that
 *       nobody handled, which tells of the {@link dev.touchstone.vm.machine.PendingCalls}, or at a
 *       limit ({@link dev.touchstone.vm.machine.Exhaustion}).
 * </ol>
 *
 * <p><b>A call</b> of {@code n} arguments finds them on the value stack, the callee beneath:
 *
 * <pre>
 *   ... | callee | a0 ... a(n-1)            before CALL n
 *   ... | callee | a0 ... a(n-1) | locals | temporaries    while it runs; base is a0's index
 *   ... | result                            after RETURN
 * </pre>
 *
 * <p>The frame that {@code CALL} pushes says how far the base moved, where to go on, and in which
 * closure: nothing in it is an absolute position, so that a frame can be copied to another depth.
 * {@code TAIL_CALL} pushes none; it moves callee and arguments down onto the running procedure's.
 *
 * <p>Invariants: no primitive calls back into the loop, and nothing here recurses over guest data;
 * so the depth of a guest's recursion is bounded by the machine's limits alone, never by the Java
 * stack. Slots above the stack pointer hold nothing of meaning: they are cleared every few thousand
 * calls, so that they keep no garbage alive. The spec's chapter on the machine says the same in
 * clauses.
 */
@NullMarked
package dev.touchstone.vm.machine;

import org.jspecify.annotations.NullMarked;
