/**
 * Finds the smallest program on which two implementations still disagree.
 *
 * <p>In: a program as a {@link dev.touchstone.conformance.explain.shrink.Tree}, and an {@link
 * dev.touchstone.conformance.explain.shrink.Oracle} that runs candidates on the reference and on
 * the subject. Out: {@link dev.touchstone.conformance.explain.shrink.Shrunk}, a program of which
 * every part is needed, as far as time allowed to find out.
 *
 * <p>Invariant: each accepted candidate is smaller than the one before, shows a divergence of the
 * same kind, needs no feature that the case does not require, and rests on nothing that R7RS leaves
 * open: not on the order of evaluation, nor on the identity of numbers, nor on unspecified values.
 * The comparisons are those of the judge (spec chapter 10).
 */
@NullMarked
package dev.touchstone.conformance.explain.shrink;

import org.jspecify.annotations.NullMarked;
