/**
 * The expander: from syntax to Core, over lexical scopes.
 *
 * <p>A keyword is a binding like any other, so a local variable or a top-level definition of the
 * same name shadows it. {@link dev.touchstone.vm.expand.Expander} decides what an expression is;
 * each special form is a method of a class for its family, such as {@link
 * dev.touchstone.vm.expand.BindingForms} or {@link dev.touchstone.vm.expand.ControlForms}. Forms
 * that need more of a machine than Core has are calls of library procedures whose names, which
 * begin with {@code %}, no program can refer to.
 *
 * <p>What leaves is a program in which every name is resolved, or a diagnostic that points at what
 * is wrong: class {@code syntax}, or {@code limit} where forms nest too deeply for the recursion of
 * this package and the compiler (literal data are not counted). Standard syntax that this VM lacks
 * is rejected by name. Implements the spec's chapters on programs and on expressions.
 */
@NullMarked
package dev.touchstone.vm.expand;

import org.jspecify.annotations.NullMarked;
