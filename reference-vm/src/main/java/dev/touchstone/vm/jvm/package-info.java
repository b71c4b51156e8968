/**
 * Translation of code that is executed often into methods of the Java platform.
 *
 * <p>A translated procedure is one method, in which stands, one after the other, what the loop
 * would have done for each instruction; the dispatch is gone, and temporaries that nobody else can
 * see are the method's own variables. Where control moves to another procedure, all that is on the
 * machine's stack is in its place again, and the method ends as the loop ends: so calls do not nest
 * on the Java stack, and continuations, limits and errors know nothing of the translation.
 */
@NullMarked
package dev.touchstone.vm.jvm;

import org.jspecify.annotations.NullMarked;
