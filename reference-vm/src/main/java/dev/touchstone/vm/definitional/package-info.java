/**
 * The definitional evaluator: a second opinion on what programs mean, written to be read beside the
 * spec's chapter on semantics.
 *
 * <p>In comes what the expander makes, and the library; out goes how the run ended. In between is a
 * machine that takes small steps from one {@link dev.touchstone.vm.definitional.State} to the next:
 * {@link dev.touchstone.vm.definitional.Eval} an expression, {@link
 * dev.touchstone.vm.definitional.Return} values to what is pending, {@link
 * dev.touchstone.vm.definitional.Apply} a procedure. The names of records and methods are those of
 * the chapter's rules, and so are the letters: {@code e} an expression, {@code r} an environment,
 * {@code d} the dynamic state, {@code k} a continuation, {@code v} a value, {@code vs} several.
 *
 * <p>It shares reader, expander, primitives and the text of the prelude with the canonical machine,
 * and nothing else: no compiler, no instructions, no stacks; each continuation is a list on the
 * heap. It says nothing about space.
 *
 * <p>Invariants: states, frames, continuations and environments are immutable; only the content of
 * locations and cells changes. No method calls itself, directly or through others, so no program is
 * too deep for the Java stack.
 */
@NullMarked
package dev.touchstone.vm.definitional;

import org.jspecify.annotations.NullMarked;
