/**
 * What a program uses. The syntax of a program enters; the features that it cannot run without
 * leave, each with the place where it is used first, and the names that nobody binds.
 *
 * <p>It knows the scopes of R7RS's binding forms and nothing of evaluation: a name that the program
 * binds itself is no feature, a quoted one neither. Where a macro of the program decides, it is
 * tolerant. It walks by a list of things to do, never by recursion, so a program may be nested as
 * deep as memory allows.
 */
@NullMarked
package dev.touchstone.conformance.corpus.lint;

import org.jspecify.annotations.NullMarked;
