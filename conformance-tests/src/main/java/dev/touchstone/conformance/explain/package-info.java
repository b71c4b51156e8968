/**
 * Says all that can be said of one case on one subject.
 *
 * <p>In: what a user calls a case, a corpus, an open subject and the reference VM. Out: a text with
 * the case, the rules it tests, the program as the subject gets it, what was expected and what
 * came, and, where the subject does something else than the reference, the smallest program on
 * which it still does; of a case that does not apply, what would have to be claimed, and where.
 *
 * <p>Invariant: nothing here decides a verdict; that is the judge's (spec chapter 10), and a case
 * is run exactly as {@code touchstone run} runs it.
 */
@NullMarked
package dev.touchstone.conformance.explain;

import org.jspecify.annotations.NullMarked;
