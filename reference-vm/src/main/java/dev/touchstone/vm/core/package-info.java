/**
 * Core: the small language that every program is expanded into.
 *
 * <p>In comes nothing but what the expander builds: about ten kinds of expression, in which each
 * variable is an object of its own, so that no name can be mistaken for another. Out goes a tree
 * that the compiler (and, as a second opinion, the definitional evaluator) gives a meaning to.
 *
 * <p>Invariants: a {@link dev.touchstone.vm.core.Variable} is bound in one place and referred to
 * only inside that binding's body; a global is a name; every node knows the span of the program
 * text that it came from; a definition stands only among a {@link
 * dev.touchstone.vm.core.CoreProgram}'s top-level forms. Core is defined by the spec's chapter on
 * programs.
 */
@NullMarked
package dev.touchstone.vm.core;

import org.jspecify.annotations.NullMarked;
